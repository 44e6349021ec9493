#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/text.h"
#include "engine/welfare/classes.h"

namespace desakota::welfare {

enum class Direction : std::uint8_t { HigherIsBetter, HigherIsWorse };
enum class Aggregation : std::uint8_t { Arithmetic, Geometric };

/// Whether the numbers of a scheme were read in a public source.
enum class Provenance : std::uint8_t { Verified, Unverified, Own };

/// How the values of an indicator become comparable; see normalise (normalisation.h).
enum class Normaliser : std::uint8_t { None, MinMax, Goalposts, ZScore, Rank, Target, Bands };
struct Normalisation {
    Normaliser kind = Normaliser::None;
    double least = 0.0;            ///< Goalposts: becomes 0
    double most = 1.0;             ///< Goalposts: becomes 1
    double target = 1.0;           ///< Target: values are divided by it
    std::vector<Break> breaks{};   ///< Bands: ascending
    std::vector<double> scores{};  ///< Bands: one more than breaks, of the lowest values first
    bool operator==(const Normalisation&) const = default;
};

/// An indicator, as one column of the data.
struct Indicator {
    std::string code;  ///< lower_snake, unique; the name of its column unless another is named
    core::Text title;
    std::string unit;           ///< "share" (0 to 1), "percent" (0 to 100), or any other; may be empty
    std::size_t dimension = 0;  ///< index in Scheme::dimensions
    double weight = 1.0;        ///< within its dimension
    Direction direction = Direction::HigherIsBetter;  ///< of the values, before normalisation
    Normalisation normalisation;
    double least = -std::numeric_limits<double>::infinity();  ///< values outside [least, most] are refused
    double most = std::numeric_limits<double>::infinity();
};

/// A node of the index above indicators and other dimensions. The weights of what stands in it sum to 1.
struct Dimension {
    std::string code;  ///< empty for the index itself
    core::Text title;
    std::size_t parent = 0;  ///< index of an earlier dimension; the index itself is its own parent
    double weight = 1.0;     ///< within its parent
    Aggregation aggregation = Aggregation::Arithmetic;
};

/// An index, or only the classes of one figure, as a file describes it (engine/doc/schemes.md). Made by `parse_scheme`
/// or `built_in_scheme`.
struct Scheme {
    std::string id;
    core::Text title;
    std::string authority;
    int year = 0;
    std::string unit_level;  ///< household, settlement, village, subdistrict, district, city or region
    core::Text source;       ///< where the numbers were read
    core::Text note;         ///< what whoever uses it should know; may be empty
    Provenance provenance = Provenance::Unverified;
    bool official = false;                            ///< in force as written here; only where the numbers are verified
    Direction direction = Direction::HigherIsBetter;  ///< of the score
    core::Text value;                                 ///< what is classed, with its unit

    std::vector<Dimension> dimensions;  ///< the first is the index itself; parents before their children
    std::vector<Indicator> indicators;  ///< none: classes only, or a frame
    bool is_frame = false;              ///< its indicators and weights are not published
    double scale = 1.0;                 ///< the score is multiplied by it
    double minimum_coverage = 1.0;      ///< of the indicators' weights; below it no score is computed

    Classes classes;                   ///< of the score; breaks empty where `classes_by_quantile`
    bool classes_by_quantile = false;  ///< as many settlements in each class: no official breaks
    std::optional<double> poor_below;  ///< one of the breaks: classes below it count as poor
    /// The lowest score that counts as above a break, minus the break; missing: the scheme has no steps to the next
    /// class.
    std::optional<double> step_above_break;

    /// The weight of each indicator in the whole index; they sum to 1.
    [[nodiscard]] std::vector<double> effective_weights() const;
};

/// Reads a scheme file (TOML, format 1; engine/doc/schemes.md). All faults are thrown together as core::Error (unfit
/// input), each with `name` and its line.
[[nodiscard]] Scheme parse_scheme(std::string_view name, std::string_view text);

/// The built-in scheme of that id, or nullptr; the ids, in the order in which users are shown them.
[[nodiscard]] const Scheme* built_in_scheme(std::string_view id);
[[nodiscard]] const std::vector<std::string>& built_in_schemes();

}  // namespace desakota::welfare
