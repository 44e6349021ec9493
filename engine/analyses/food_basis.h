#pragma once

#include <span>
#include <vector>

#include "engine/analyses/food_figures.h"

namespace desakota::analyses {

/// Fills in status, n, left_out, unsure and reason. The figures are there already.
///
///   * n: the households of the table on which any part rests; the reason names the parts that rest on fewer of them.
///   * computed: the index of the variant is there. Otherwise withheld where a part is (fewer than 5 households),
///     no_households where a household table has none here, else not_computed; the reason names what is missing.
///   * unsure: a part that is there rests on fewer than 30 households.
void find_basis(FoodFigures& figures, const FoodData& data, std::span<const std::uint32_t> members,
                FoodVariant variant);

/// The columns of basis_columns(); n, left_out and unsure are missing where nothing comes from households.
void add_food_basis_columns(layers::Layer& layer, std::span<const FoodFigures> rows, core::Language language);

}  // namespace desakota::analyses
