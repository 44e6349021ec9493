#pragma once

#include "engine/analyses/food_layers.h"

namespace desakota::analyses {

/// The answer first: the index of all settlements, how many settlements are in each class, and what is missing.
void add_food_answer(Results& results, const FoodRun& run, const FoodFigures& total);

/// Warnings: a relative variant in which parts tell the settlements not apart; cereals per head so far from what people
/// eat that the unit must be doubted.
void warn_of_doubtful_food_figures(const FoodRun& run, const FoodFigures& total, core::Diagnostics& diagnostics);

}  // namespace desakota::analyses
