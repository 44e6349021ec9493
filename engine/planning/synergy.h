#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/core/text.h"
#include "engine/planning/rating.h"

namespace desakota::planning {

/// How well government, business and community of an area work together, by four dimensions.
/// Source: Najiyati, Simanjuntak and Nurwati, "Sinergisme Komponen Pengembangan Ekonomi Lokal" (2015), Table 2.1, as
/// ordered rules, since the table leaves many combinations open.
enum class Dimension : std::uint8_t { System, Goals, Process, Effect };
inline constexpr std::array kDimensions{Dimension::System, Dimension::Goals, Dimension::Process, Dimension::Effect};

/// Each scale from its best rating to its worst.
enum class System : std::uint8_t { Comprehensive, Partial, None };
enum class Goals : std::uint8_t { All, Some, NotAgreed, None };
enum class Process : std::uint8_t { High, Varied, Low, None };
enum class Effect : std::uint8_t { GreatlyRisen, RisenNotOptimal, RisenForSome, Unchanged, Fallen };

/// The words of a dimension: "system" with komprehensif, sebagian, tidak.
[[nodiscard]] const Scale& scale_of(Dimension dimension);

/// The ratings of one area; missing where it was not rated.
struct SynergyInputs {
    std::optional<System> system;
    std::optional<Goals> goals;
    std::optional<Process> process;
    std::optional<Effect> effect;

    /// The place of a dimension's rating in its scale.
    [[nodiscard]] std::optional<std::size_t> place(Dimension dimension) const;
    void set(Dimension dimension, std::optional<std::size_t> place);
    bool operator==(const SynergyInputs&) const = default;
};

/// From worst to best as Table 2.1 numbers them; of Sectoral and Antagonistic neither is better than the other.
enum class Category : std::uint8_t { Sectoral, Antagonistic, Additive, Fragmented, LessSynergistic, Synergism };
inline constexpr std::array kCategories{Category::Sectoral,   Category::Antagonistic,    Category::Additive,
                                        Category::Fragmented, Category::LessSynergistic, Category::Synergism};
[[nodiscard]] std::string_view category_code(Category category);  ///< "less_synergistic"
[[nodiscard]] core::Text category_label(Category category);
[[nodiscard]] bool is_better(Category category, Category than);

/// One line of the decision table.
struct Rule {
    int number = 0;  ///< from 1, in the order in which they are tried
    Category category = Category::Sectoral;
    core::Text sentence;  ///< what it asks for, with a full stop
};
/// Each category has exactly one rule.
[[nodiscard]] const Rule& rule_of(Category category);

struct Assessment {
    std::optional<Category> category;  ///< missing: not assessable
    std::vector<Dimension> needed;     ///< not rated, though the category depends on them; empty where assessed
    std::vector<Dimension> unneeded;   ///< not rated, and of no matter for the category
};
/// The first rule that holds:
///
///   1. no system, no goals and no process: sectoral         4. all four at their best: synergism
///   2. effect fallen: antagonistic                          5. no system: fragmented
///   3. effect unchanged: additive                           6. otherwise: less synergistic
///
/// A missing rating fulfils no condition of rules 1 to 3. Rules 4 to 6 give a category only where it is the same
/// whatever the missing ratings would be.
[[nodiscard]] Assessment assess(const SynergyInputs& inputs);

/// One dimension that would have to be better.
struct Change {
    Dimension dimension = Dimension::System;
    std::optional<std::size_t> from;  ///< missing: not rated so far
    std::size_t to = 0;
    bool operator==(const Change&) const = default;
};
struct Lift {
    Category category = Category::Synergism;
    std::size_t steps = 0;                          ///< on the scales, in all
    std::vector<std::vector<Change>> alternatives;  ///< equally small; the changes of each in the order of dimensions
};
/// The smallest change for the better that gives a better category, found by trying all: least steps first, then the
/// nearest category, then the fewest dimensions. A dimension that was not rated is counted from the bottom of its
/// scale. Missing for synergism and where the area is not assessable.
[[nodiscard]] std::optional<Lift> find_lift(const SynergyInputs& inputs);

}  // namespace desakota::planning
