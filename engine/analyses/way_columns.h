#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/analyses/settlements.h"
#include "engine/analyses/way_rows.h"
#include "engine/layers/layer.h"

namespace desakota::analyses {

/// "reached", "no_road_in_reach" ...: the code of a status; empty for NoDestination.
[[nodiscard]] std::string_view status_code(RowStatus status);

/// Declarations of columns. All texts of aliases are in both languages.
[[nodiscard]] layers::ColumnDefinition text_column(std::string name, core::Text alias);
[[nodiscard]] layers::ColumnDefinition count_column(std::string name, core::Text alias);
/// A number; its unit ("m", "min", "" for a share or ratio).
[[nodiscard]] layers::ColumnDefinition number_column(std::string name, std::string unit, core::Text alias);

/// settlement_id, settlement_name.
[[nodiscard]] std::vector<layers::ColumnDefinition> settlement_columns();
void add_settlement_columns(layers::Layer& layer, const Settlements& settlements);

/// status, reason, gap_m, entry_m, network_m, exit_m, total_m, straight_m, detour_ratio, total_min, edge.
[[nodiscard]] std::vector<layers::ColumnDefinition> way_columns();
/// Adds them with their values, each name and alias after `prefix`.
struct ColumnPrefix {
    std::string name;  ///< "skp_"
    core::Text alias;  ///< "SKP: "
};
void add_way_columns(layers::Layer& layer, std::span<const WayRow> rows, const ColumnPrefix& prefix = {});
[[nodiscard]] layers::ColumnDefinition with_prefix(layers::ColumnDefinition definition, const ColumnPrefix& prefix);

}  // namespace desakota::analyses
