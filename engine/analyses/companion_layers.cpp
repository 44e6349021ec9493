#include "engine/analyses/companion_layers.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "engine/geo/coordinate_system.h"

namespace desakota::analyses {
namespace {

using layers::ColumnDefinition;
using layers::Layer;

ColumnDefinition level_column() {
    return text_column("centre_level", {"Centre's level", "Tingkat pusat"});
}

ColumnDefinition total_column() {
    return number_column("total_m", "m", {"Network distance in all (m)", "Jarak lewat jalan seluruhnya (m)"});
}

bool has_levels(std::span<const WaySet> sets) {
    return std::ranges::any_of(sets, [](const WaySet& set) { return !set.level.empty(); });
}

/// An empty layer of lines with these columns, in the settlements' coordinate system.
Layer line_layer(const Layer& settlements, std::vector<ColumnDefinition> columns, bool levels) {
    if (levels) columns.insert(columns.begin() + 1, level_column());
    Layer layer;
    layer.crs = settlements.crs;
    layer.geometry_type = geo::GeometryType::Line;
    for (auto& column : columns) layer.add_column(std::move(column));
    return layer;
}

/// Adds a row's line, or none.
void add_line(Layer& layer, std::span<const geo::GridPoint> course) {
    for (const auto& place : course) layer.geometry.add_coordinate(geo::to_degrees(place));
    if (!course.empty()) layer.geometry.end_part(geo::PartRole::Line);
    layer.geometry.end_feature();
    ++layer.row_count;
}

void add_leg(Layer& layer, const Settlements& settlements, std::size_t settlement, const WayRow& row) {
    auto& status = *layer.find("status");
    const auto code = status_code(row.status);
    layer.columns.front().add_text(settlements.ids[settlement]);
    code.empty() ? status.add_missing() : status.add_text(code);
    auto& entry = *layer.find("entry_m");
    if (!row.leg_end) {
        entry.add_missing();
        return add_line(layer, {});
    }
    entry.add_number(core::to_metres(row.leg));
    const geo::GridPoint course[] = {settlements.places[settlement].value_or(*row.leg_end), *row.leg_end};
    add_line(layer, course);
}

void add_route(Layer& layer, const Settlements& settlements, std::size_t settlement, const WaySet& set) {
    const auto& row = set.rows[settlement];
    const auto id = layer.columns.size() - 3;  // destination id, name and total_m come last
    layer.columns.front().add_text(settlements.ids[settlement]);
    layer.columns[id].add_text(set.destinations->ids[row.destination]);
    layer.columns[id + 1].add(set.destinations->names[row.destination]);
    layer.columns[id + 2].add_number(core::to_metres(row.total()));
    add_line(layer, row.route);
}

/// Calls `add(set, settlement)` set by set and keeps the column of levels filled.
template <class Add>
void add_rows(Layer& layer, std::span<const WaySet> sets, RunContext& context, Add add) {
    const double each = 0.7 / static_cast<double>(sets.size());
    double done = 0.0;
    for (const auto& set : sets) {
        const auto before = layer.row_count;
        core::LoopSteps steps(context.progress, done, done + each, set.rows.size());
        done += each;
        for (std::size_t settlement = 0; settlement < set.rows.size(); ++settlement) {
            steps.at(settlement);
            add(set, settlement);
        }
        auto* level = layer.find(level_column().name);
        for (auto row = before; level != nullptr && row < layer.row_count; ++row) level->add_text(set.level);
    }
    core::Stage placing(context.progress, 0.7, 1.0);
    geo::from_wgs84(layer.geometry.all_coordinates(), layer.crs, {.threads = context.threads}, placing);
}

}  // namespace

std::vector<ColumnDefinition> destination_columns(const DestinationWords& words) {
    return {text_column(words.column + "_id", words.title + core::Text{" id", " (id)"}),
            text_column(words.column + "_name", words.title)};
}

std::vector<ColumnDefinition> leg_columns() {
    return {settlement_columns().front(), text_column("status", {"Status", "Status"}),
            number_column("entry_m", "m", {"To the road (m)", "Sampai ke jalan (m)"})};
}

std::vector<ColumnDefinition> route_columns(const DestinationWords& words) {
    auto columns = destination_columns(words);
    columns.insert(columns.begin(), settlement_columns().front());
    columns.push_back(total_column());
    return columns;
}

void add_destination_columns(Layer& layer, const WaySet& ways, const DestinationWords& words,
                             const ColumnPrefix& prefix) {
    const auto definitions = destination_columns(words);
    auto& ids = layer.add_column(with_prefix(definitions[0], prefix));
    for (const auto& row : ways.rows) {
        row.is_reached() ? ids.add_text(ways.destinations->ids[row.destination]) : ids.add_missing();
    }
    auto& names = layer.add_column(with_prefix(definitions[1], prefix));
    for (const auto& row : ways.rows) {
        row.is_reached() ? names.add(ways.destinations->names[row.destination]) : names.add_missing();
    }
}

Layer with_settlement_geometry(const Layer& settlements) {
    Layer layer;
    layer.crs = settlements.crs;
    layer.geometry_type = settlements.geometry_type;
    layer.geometry = settlements.geometry;
    return layer;
}

Layer make_legs(const Settlements& settlements, const Layer& settlement_layer, std::span<const WaySet> sets,
                RunContext& context) {
    auto layer = line_layer(settlement_layer, leg_columns(), has_levels(sets));
    add_rows(layer, sets, context, [&](const WaySet& set, std::size_t settlement) {
        add_leg(layer, settlements, settlement, set.rows[settlement]);
    });
    return layer;
}

Layer make_routes(const Settlements& settlements, const Layer& settlement_layer, std::span<const WaySet> sets,
                  const DestinationWords& words, RunContext& context) {
    auto layer = line_layer(settlement_layer, route_columns(words), has_levels(sets));
    add_rows(layer, sets, context, [&](const WaySet& set, std::size_t settlement) {
        if (set.rows[settlement].is_reached()) add_route(layer, settlements, settlement, set);
    });
    return layer;
}

}  // namespace desakota::analyses
