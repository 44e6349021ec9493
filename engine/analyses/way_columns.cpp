#include "engine/analyses/way_columns.h"

#include <functional>
#include <optional>
#include <utility>

namespace desakota::analyses {
namespace {

using core::Text;
using layers::Column;
using layers::ColumnDefinition;
using layers::ColumnType;
using layers::Layer;

/// Adds one column and fills it row by row: `add(column, row)`.
template <class Add>
void add_filled(Layer& layer, const ColumnDefinition& definition, std::span<const WayRow> rows, Add add) {
    auto& column = layer.add_column(definition);
    column.reserve(rows.size());
    for (const auto& row : rows) add(column, row);
}

using Value = std::function<std::optional<double>(const WayRow&)>;

void add_numbers(Layer& layer, const ColumnDefinition& definition, std::span<const WayRow> rows, const Value& value) {
    add_filled(layer, definition, rows, [&](Column& column, const WayRow& row) { column.add(value(row)); });
}

/// A length in metres that only reached rows have.
Value if_reached(core::Millimetres (*length)(const WayRow&)) {
    return [length](const WayRow& row) -> std::optional<double> {
        if (!row.is_reached()) return std::nullopt;
        return core::to_metres(length(row));
    };
}

std::optional<double> straight_m(const WayRow& row) {
    if (!row.straight) return std::nullopt;
    return core::to_metres(*row.straight);
}

std::optional<double> detour_ratio(const WayRow& row) {
    const auto straight = row.straight.value_or(0);
    if (!row.is_reached() || straight == 0) return std::nullopt;
    return static_cast<double>(row.total()) / static_cast<double>(straight);
}

std::optional<double> total_min(const WayRow& row) {
    if (!row.is_reached() || !row.time) return std::nullopt;
    return core::to_minutes(*row.time);
}

void add_status(Column& column, const WayRow& row) {
    const auto code = status_code(row.status);
    code.empty() ? column.add_missing() : column.add_text(code);
}

}  // namespace

std::string_view status_code(RowStatus status) {
    switch (status) {
        case RowStatus::Reached:
            return "reached";
        case RowStatus::NoRoadInReach:
            return "no_road_in_reach";
        case RowStatus::NotConnected:
            return "not_connected";
        case RowStatus::BeyondCutoff:
            return "beyond_cutoff";
        case RowStatus::NoGeometry:
            return "no_geometry";
        case RowStatus::NoDestination:
            break;
    }
    return {};
}

ColumnDefinition text_column(std::string name, Text alias) {
    return {std::move(name), ColumnType::Text, {}, std::move(alias)};
}

ColumnDefinition count_column(std::string name, Text alias) {
    return {std::move(name), ColumnType::WholeNumber, {}, std::move(alias)};
}

ColumnDefinition number_column(std::string name, std::string unit, Text alias) {
    return {std::move(name), ColumnType::Number, std::move(unit), std::move(alias)};
}

std::vector<ColumnDefinition> settlement_columns() {
    return {text_column("settlement_id", {"Settlement id", "Id permukiman"}),
            text_column("settlement_name", {"Settlement", "Permukiman"})};
}

void add_settlement_columns(Layer& layer, const Settlements& settlements) {
    const auto definitions = settlement_columns();
    auto& ids = layer.add_column(definitions[0]);
    for (const auto& id : settlements.ids) ids.add_text(id);
    auto& names = layer.add_column(definitions[1]);
    for (const auto& name : settlements.names) names.add(name);
    layer.row_count = settlements.size();
}

std::vector<ColumnDefinition> way_columns() {
    return {text_column("status", {"Status", "Status"}),
            text_column("reason", {"Reason", "Penjelasan"}),
            number_column("gap_m", "m", {"Gap to the connected network (m)", "Celah ke jaringan yang tersambung (m)"}),
            number_column("entry_m", "m", {"To the road (m)", "Sampai ke jalan (m)"}),
            number_column("network_m", "m", {"Along the network (m)", "Lewat jaringan jalan (m)"}),
            number_column("exit_m", "m", {"From the road to the destination (m)", "Dari jalan ke tujuan (m)"}),
            number_column("total_m", "m", {"Network distance in all (m)", "Jarak lewat jalan seluruhnya (m)"}),
            number_column("straight_m", "m", {"Straight-line distance (m)", "Jarak garis lurus (m)"}),
            number_column("detour_ratio", "", {"Network to straight-line distance", "Jarak jalan banding garis lurus"}),
            number_column("total_min", "min", {"Travel time (min)", "Waktu tempuh (menit)"}),
            {"edge",
             ColumnType::YesNo,
             "",
             {"Something nearer may lie outside the data",
              "Efek tepi: yang lebih dekat "
              "mungkin di luar data"}}};
}

ColumnDefinition with_prefix(ColumnDefinition definition, const ColumnPrefix& prefix) {
    definition.name = prefix.name + definition.name;
    definition.alias = prefix.alias + definition.alias;
    return definition;
}

void add_way_columns(Layer& layer, std::span<const WayRow> rows, const ColumnPrefix& prefix) {
    auto definitions = way_columns();
    for (auto& definition : definitions) definition = with_prefix(std::move(definition), prefix);
    add_filled(layer, definitions[0], rows, add_status);
    add_filled(layer, definitions[1], rows, [](Column& column, const WayRow& row) { column.add_text(row.reason); });
    add_numbers(layer, definitions[2], rows, [](const WayRow& row) { return row.gap_m; });
    add_numbers(layer, definitions[3], rows, if_reached([](const WayRow& row) { return row.entry; }));
    add_numbers(layer, definitions[4], rows, if_reached([](const WayRow& row) { return row.network; }));
    add_numbers(layer, definitions[5], rows, if_reached([](const WayRow& row) { return row.exit; }));
    add_numbers(layer, definitions[6], rows, if_reached([](const WayRow& row) { return row.total(); }));
    add_numbers(layer, definitions[7], rows, straight_m);
    add_numbers(layer, definitions[8], rows, detour_ratio);
    add_numbers(layer, definitions[9], rows, total_min);
    add_filled(layer, definitions[10], rows, [](Column& column, const WayRow& row) { column.add_yes_no(row.edge); });
}

}  // namespace desakota::analyses
