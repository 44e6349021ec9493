#pragma once

#include "engine/analyses/food_parts.h"

namespace desakota::analyses {

/// Reads the parts that the plan takes from the household table.
void read_household_parts(Arguments& arguments, const FoodPlan& plan, const Settlements& settlements, FoodData& data,
                          RunContext& context);

}  // namespace desakota::analyses
