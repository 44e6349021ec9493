#include <algorithm>
#include <string_view>
#include <utility>

#include "engine/analyses/common_parameters.h"
#include "engine/analyses/road_attributes.h"
#include "engine/analyses/scenario_changes.h"
#include "engine/network/way_fields.h"

namespace desakota::analyses {
namespace {

constexpr const char* kRemoved = "removed-roads";
constexpr const char* kChanged = "changed-roads";
constexpr const char* kChangedPrefix = "changed-";

/// "class-field" of the roads is "added-class-field" of the added ones.
void take_fields(const Arguments& from, const std::string& prefix, Arguments& to) {
    for (const auto& field : road_fields()) {
        const auto place = from.fields.find(prefix + field.parameter);
        if (place != from.fields.end()) to.fields[field.parameter] = place->second;
        if (from.is_given(prefix + field.parameter)) to.given.push_back(field.parameter);
    }
}

bool any_has(const Arguments& arguments, const char* field) {
    const auto count = arguments.layers.at("roads").size();
    for (std::size_t index = 0; index < count; ++index) {
        if (!arguments.field(field, index).empty()) return true;
    }
    return false;
}

/// The arguments of a run that has these roads of the scenario alone. What nothing among them can use is left out: it
/// has its effect on the base.
Arguments of_new_roads(Arguments& arguments, const std::string& layers, const std::string& prefix) {
    Arguments own;
    own.layers["roads"] = std::move(arguments.layers[layers]);
    take_fields(arguments, prefix, own);
    own.texts = {{"cost", "distance"}, {"mode", arguments.text("mode")}, {"season", arguments.text("season")}};
    if (const auto season = scenario_season(arguments); !season.empty()) own.texts["season"] = season;
    if (any_has(own, "direction-field")) {
        for (const auto* name : {"value-forward", "value-backward", "value-both"}) {
            own.texts[name] = arguments.text(name);
        }
    }
    if (any_has(own, "class-field")) own.files = arguments.files;
    if (const auto speed = arguments.number("default-speed")) own.numbers["default-speed"] = {*speed};
    return own;
}

/// What is said of the roads of the scenario alone: not of options, which have their effect on the base.
void pass_on(const core::Diagnostics& own, core::Diagnostics& diagnostics) {
    for (const auto& item : own.items()) {
        if (std::string_view(item.text.english).starts_with("--")) continue;
        item.severity == core::Severity::Warning ? diagnostics.warning(item.text) : diagnostics.information(item.text);
    }
}

/// Whether the `index`-th layer of the roads has this field, looked for as read_roads does.
bool tells(const layers::Layer& layer, const Arguments& own, const char* field, std::size_t index) {
    if (own.fields.contains(field)) return layer.find(own.field(field, index)) != nullptr;
    const auto& usual = std::ranges::find(road_fields(), field, &RoadField::parameter)->usual_names;
    return std::ranges::any_of(layer.columns, [&](const layers::Column& column) {
        return std::ranges::find(usual, network::normalised(column.name())) != usual.end();
    });
}

std::vector<ToldAttributes> told_of_changed(const Arguments& arguments) {
    std::vector<ToldAttributes> told;
    const auto place = arguments.layers.find(kChanged);
    if (place == arguments.layers.end()) return told;
    Arguments own;
    take_fields(arguments, kChangedPrefix, own);
    const auto& layers = place->second;
    told.reserve(layers.size());
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const auto has = [&](const char* field) { return tells(layers[i], own, field, i); };
        told.push_back({has("level-field"), has("bridge-field"), has("tunnel-field"),
                        has("direction-field") || has("junction-field"), has("route-field")});
    }
    return told;
}

/// `prefix`: of the parameters that name their fields.
RoadInput read_new_roads(Arguments& arguments, const std::string& layers, const std::string& prefix,
                         RunContext& context) {
    if (!arguments.has_layer(layers)) {
        context.progress.step(1.0);
        return {};
    }
    auto of_roads = of_new_roads(arguments, layers, prefix);
    core::Diagnostics own;
    own.allow_unused_options();
    RunContext alone{context.progress, own, context.language, context.threads};
    auto roads = read_roads(of_roads, alone);
    pass_on(own, context.diagnostics);
    own.throw_errors();
    return roads;
}

std::vector<geo::GridPoint> on_grid(std::span<const geo::Point> course) {
    std::vector<geo::GridPoint> places;
    places.reserve(course.size());
    for (const auto& place : course) places.push_back(geo::to_grid(place));
    return places;
}

RemovedRoads courses_of(const geo::Geometries& geometry) {
    RemovedRoads removed;
    for (std::size_t row = 0; row < geometry.size(); ++row) {
        const auto parts = geometry.parts(row);
        for (auto part = parts.first; part < parts.last; ++part) {
            removed.courses.push_back(on_grid(geometry.coordinates(part)));
            removed.features.push_back(static_cast<std::uint32_t>(row));
        }
    }
    return removed;
}

RemovedRoads read_removed_roads(Arguments& arguments, RunContext& context) {
    const auto* layer = arguments.layer(kRemoved);
    if (layer == nullptr) {
        context.progress.step(1.0);
        return {};
    }
    auto geometry = layer->geometry;
    if (!bring_to_wgs84(*layer, geometry, nullptr, context)) return {};
    context.progress.step(1.0);
    return courses_of(geometry);
}

}  // namespace

Arguments in_scenario_season(const Arguments& arguments) {
    Arguments turned;
    for (const auto& parameter : network_layer_parameters()) {
        const auto place = arguments.layers.find(parameter.name);
        if (place != arguments.layers.end()) turned.layers[parameter.name] = place->second;
    }
    turned.fields = arguments.fields;
    turned.numbers = arguments.numbers;
    turned.texts = arguments.texts;
    turned.yes_no = arguments.yes_no;
    turned.files = arguments.files;
    turned.given = arguments.given;
    turned.texts["season"] = scenario_season(arguments);
    return turned;
}

ScenarioRoads read_scenario_roads(Arguments& arguments, RunContext& context) {
    ScenarioRoads roads;
    core::Stage removed(context.progress, 0.0, 0.3);
    auto reading_removed = with_progress(context, removed);
    roads.removed = read_removed_roads(arguments, reading_removed);
    core::Stage added(context.progress, 0.3, 0.65);
    auto reading_added = with_progress(context, added);
    roads.added = read_new_roads(arguments, "added-roads", "added-", reading_added);
    core::Stage changed(context.progress, 0.65, 1.0);
    auto reading_changed = with_progress(context, changed);
    roads.told_of_changed = told_of_changed(arguments);  // reading lets go of the columns
    roads.changed = read_new_roads(arguments, kChanged, kChangedPrefix, reading_changed);
    return roads;
}

}  // namespace desakota::analyses
