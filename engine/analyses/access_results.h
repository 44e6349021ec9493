#pragma once

#include <span>
#include <string>

#include "engine/analyses/arguments.h"
#include "engine/analyses/catalogue.h"
#include "engine/analyses/way_columns.h"

namespace desakota::analyses {

/// The companions' declarations after the main layer: legs, routes and the summary.
[[nodiscard]] OutputLayer declare_legs(const std::string& main_layer);
[[nodiscard]] OutputLayer declare_routes(const std::string& main_layer, std::vector<layers::ColumnDefinition> columns);
[[nodiscard]] OutputLayer declare_summary(const std::string& main_layer, core::Text title,
                                          std::vector<layers::ColumnDefinition> columns);

/// Adds a layer to the results under the name and title that its output declares, with its styles in that language.
void add_layer(Results& results, layers::Layer layer, const OutputLayer& output, core::Language language);

/// How many rows have each status, as figures "settlements" (without a prefix), "settlements_reached" ...
void add_status_figures(Results& results, std::span<const WayRow> rows, const ColumnPrefix& prefix = {});
/// "Settlements: 38 reached, 2 not connected, 1 without a road in reach."
[[nodiscard]] core::Text status_sentence(std::span<const WayRow> rows);

}  // namespace desakota::analyses
