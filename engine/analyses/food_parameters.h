#pragma once

#include <string>
#include <vector>

#include "engine/analyses/catalogue.h"
#include "engine/welfare/food_security.h"

namespace desakota::analyses {

/// What one part of the food insecurity index is called, and where it may come from.
struct FoodPartWords {
    std::string code;  ///< "poor_households": column `part`
    layers::ColumnDefinition column;
    core::Text phrase;  ///< in a list: "poor households"
    /// The fields of the household table that it needs, all of them. Basic education: either of both.
    std::vector<std::string> household_fields;
    std::vector<std::string> settlement_fields;  ///< any of these of the settlements
    core::Text sources;                          ///< what would give it, as options
};
/// In the order of welfare::FoodPart.
[[nodiscard]] const std::vector<FoodPartWords>& food_part_words();

/// All parameters of food security, in the order in which front ends show them.
[[nodiscard]] std::vector<Parameter> food_parameters();

/// Those that say something of the household table: its fields and how they are read.
[[nodiscard]] std::vector<Parameter> food_household_parameters();
/// Those that serve the distance to the health centre alone.
[[nodiscard]] std::vector<Parameter> food_network_parameters();

}  // namespace desakota::analyses
