#pragma once

#include <span>
#include <vector>

#include "engine/maps/classes.h"
#include "engine/maps/style.h"

namespace desakota::analyses {

/// Styles of results with way columns: `distance` (classes of total_m between `bounds`, and one for each status without
/// a way) and `reached` (by status alone). `other_rows` is the legend's entry for all other rows; where it is empty,
/// they are those without a location. Nine classes at most: QGIS folds a legend of ten.
[[nodiscard]] maps::Style distance_style(const core::Text& other_rows = {},
                                         std::span<const double> bounds = maps::kDistanceBounds);
[[nodiscard]] maps::Style reached_style(const core::Text& other_rows = {});

/// The four classes of rows without a way, the last for all other rows (`other_rows`; empty: without a location).
[[nodiscard]] std::vector<maps::StyleClass> unreached_classes(const core::Text& other_rows = {});

/// `share_beyond`: five equal classes, and one for shares that are missing.
[[nodiscard]] maps::Style share_beyond_style();

/// Styles of the companions.
[[nodiscard]] std::vector<maps::Style> leg_styles();
[[nodiscard]] std::vector<maps::Style> route_styles();
/// Of a table: the aliases of its columns.
[[nodiscard]] std::vector<maps::Style> table_styles();

}  // namespace desakota::analyses
