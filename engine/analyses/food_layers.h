#pragma once

#include <span>
#include <vector>

#include "engine/analyses/food_figures.h"
#include "engine/maps/style.h"

namespace desakota::analyses {

/// Columns of `food_security`, of its summary and of its contributions. That of the relative variant is there where it
/// is asked for.
[[nodiscard]] std::vector<layers::ColumnDefinition> food_columns(FoodVariant variant);
[[nodiscard]] std::vector<layers::ColumnDefinition> food_summary_columns(FoodVariant variant);
[[nodiscard]] std::vector<layers::ColumnDefinition> food_contribution_columns();
[[nodiscard]] std::vector<maps::Style> food_styles();

/// What the layers of a run are made from.
struct FoodRun {
    const Settlements& settlements;
    const FoodData& data;
    FoodScale scale;
    std::vector<FoodFigures> figures;  ///< of each settlement
    core::Language language = core::Language::English;
};
[[nodiscard]] layers::Layer make_food_layer(const FoodRun& run, const layers::Layer& settlement_layer,
                                            core::Progress& progress);
[[nodiscard]] layers::Layer make_food_summary(const FoodRun& run, std::span<const SettlementSet> sets,
                                              std::span<const FoodFigures> of_sets);
/// A row for each part of each settlement.
[[nodiscard]] layers::Layer make_food_contributions(const FoodRun& run, core::Progress& progress);

}  // namespace desakota::analyses
