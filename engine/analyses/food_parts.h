#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/analyses/arguments.h"
#include "engine/analyses/demand.h"
#include "engine/analyses/food_sources.h"
#include "engine/analyses/settlements.h"
#include "engine/analyses/welfare_disclosure.h"

namespace desakota::analyses {

/// The numbers of one part, settlement by settlement.
struct FoodPartData {
    FoodSource source = FoodSource::None;
    /// What figures of several settlements are pooled from; 0 over 0 where nothing is known. Of the household table:
    /// weighted sums; shares of settlements: of their families (of settlements, without a families field).
    std::vector<welfare::Ratio> sums;
    /// The share itself, where the source holds shares; empty otherwise.
    std::vector<std::optional<double>> shares;
    /// Of the household table: on how many households the sums rest; empty otherwise.
    std::vector<std::uint32_t> households;
    WithheldRows withheld;  ///< of the household table; empty otherwise
};

struct FoodData {
    std::array<FoodPartData, welfare::kFoodParts> parts;
    bool has_households = false;          ///< whether any part comes from the household table
    std::vector<std::uint32_t> counted;   ///< households that some part rests on, by settlement; empty without a table
    std::vector<std::uint32_t> left_out;  ///< households that no part rests on
    double norm = welfare::kCerealNorm;   ///< grams a head a day
};

/// Reads each part from its source. `beyond`: of the network, where the plan takes it.
///
/// Besides what households.h and settlement_values.h tell, errors: more immunised children than children, more poor
/// families than families. Production that nobody recorded is missing, and so is that of a settlement of nobody.
/// Without a families field, shares of settlements are pooled with each settlement counting alike, which a warning
/// says.
[[nodiscard]] FoodData read_food_parts(Arguments& arguments, const FoodPlan& plan, const Settlements& settlements,
                                       const Shares& beyond, RunContext& context);

}  // namespace desakota::analyses
