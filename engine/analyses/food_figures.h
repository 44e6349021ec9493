#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/analyses/food_parts.h"
#include "engine/analyses/welfare_rows.h"

namespace desakota::analyses {

enum class FoodVariant : std::uint8_t { Paper, Bounded, MinMax };
[[nodiscard]] FoodVariant food_variant(const Arguments& arguments);
[[nodiscard]] core::Text variant_text(FoodVariant variant);

/// Why a part has no value.
enum class FoodGap : std::uint8_t {
    None,
    NoSource,      ///< "no_source": the run was given nothing that tells of it
    NotKnown,      ///< "not_known": nothing here
    Withheld,      ///< "withheld": fewer than kFewestHouseholds
    NoProduction,  ///< "no_local_production": IAV would be infinite
};
[[nodiscard]] std::string_view gap_code(FoodGap gap);  ///< "computed" for None

struct FoodPartFigure {
    std::optional<double> value;
    std::uint32_t households = 0;
    FoodGap gap = FoodGap::NotKnown;
};

/// The figures of a settlement, or of several together.
struct FoodFigures {
    std::array<FoodPartFigure, welfare::kFoodParts> parts;
    std::optional<double> grams;  ///< F: cereals produced, grams a head a day
    welfare::FoodIndices paper;   ///< access, health and utilisation are those of the bounded variant too
    std::optional<double> bounded;
    std::optional<double> min_max;  ///< where that variant is asked for
    welfare::FoodValues scores;     ///< the parts as they enter the variant asked for
    bool no_local_production = false;
    Basis basis;
    bool unsure = false;

    [[nodiscard]] const FoodPartFigure& part(welfare::FoodPart which) const { return parts[welfare::index_of(which)]; }
    [[nodiscard]] welfare::FoodValues values() const;
    [[nodiscard]] std::optional<double> index(FoodVariant variant) const;
};

/// What all rows of a run share.
struct FoodScale {
    FoodVariant variant = FoodVariant::Paper;
    welfare::FoodRanges ranges;  ///< of the settlements' values; for the relative variant
};

/// A settlement, or a set: its place among settlement_sets().
struct FoodRow {
    std::span<const std::uint32_t> members;
    std::optional<std::size_t> set;
};

/// The figures of each settlement. Then `scale.ranges` are known.
[[nodiscard]] std::vector<FoodFigures> settlement_figures(const FoodData& data, std::size_t settlement_count,
                                                          FoodScale& scale, core::Progress& progress);
/// The figures of some settlements together: each part a ratio of sums, the indices from these.
[[nodiscard]] FoodFigures pooled_figures(const FoodData& data, const FoodRow& row, const FoodScale& scale);
/// Every figure the plain mean of the settlements that have it; what it rests on as when pooled.
[[nodiscard]] FoodFigures mean_figures(const FoodData& data, const FoodRow& row,
                                       std::span<const FoodFigures> of_settlements, const FoodScale& scale);

}  // namespace desakota::analyses
