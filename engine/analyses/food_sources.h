#pragma once

#include <array>
#include <cstdint>

#include "engine/analyses/arguments.h"
#include "engine/welfare/food_security.h"

namespace desakota::analyses {

/// Where the numbers of one part come from.
enum class FoodSource : std::uint8_t {
    None,         ///< "none"
    Households,   ///< "households": the household table
    Settlements,  ///< "settlements": a field of the settlements
    Network,      ///< "network": roads and facilities of the same run
};
[[nodiscard]] std::string_view source_code(FoodSource source);

/// What a run takes each part from.
struct FoodPlan {
    std::array<FoodSource, welfare::kFoodParts> sources{};
    bool by_schooling = false;      ///< basic education is judged by the years of schooling
    bool from_paddy = false;        ///< availability of settlements from their paddy
    bool by_poor_families = false;  ///< the poor as a number of families

    [[nodiscard]] FoodSource of(welfare::FoodPart part) const { return sources[welfare::index_of(part)]; }
    [[nodiscard]] bool takes(FoodSource source) const;
};

/// Chooses the source of each part. Where both the household table (or the network) and the settlements have it, the
/// field that the user named counts, and otherwise the household table (or the network); what is not used is told as
/// information. Told as a warning: parts that have no source.
///
/// Usage errors: fields named for both; a field named without the other that it needs (--production-field without a
/// number of persons); incomes without --line; no source for any part.
[[nodiscard]] FoodPlan plan_food_sources(const Arguments& arguments, core::Diagnostics& diagnostics);

/// Usage errors, collected, for options that the user gave and that have no effect in this run.
void refuse_food_options_without_effect(const Arguments& arguments, const FoodPlan& plan,
                                        core::Diagnostics& diagnostics);

}  // namespace desakota::analyses
