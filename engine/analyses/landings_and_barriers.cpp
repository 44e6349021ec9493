#include "engine/analyses/landings_and_barriers.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace desakota::analyses {
namespace {

bool has_water(const network::Lines& lines) {
    return std::ranges::any_of(lines.attributes, [](const network::LineAttributes& attributes) {
        return attributes.kind == network::WayKind::River || attributes.kind == network::WayKind::Ferry;
    });
}

/// The pier between a landing and the ways near it: on foot.
network::TravelRule pier(double walking_kmh) {
    return {.label = {"landing", "dermaga"}, .speed_kmh = walking_kmh, .holds_homes = false};
}

void add_part(const geo::Geometries& geometry, std::size_t part, network::Lines& lines) {
    std::vector<geo::GridPoint> course;
    for (const auto& point : geometry.coordinates(part)) course.push_back(geo::to_grid(point));
    const bool is_point = geometry.role(part) == geo::PartRole::Point;
    if (!is_point && course.size() > 1) lines.add(course, {});
}

}  // namespace

void add_landings(const Arguments& arguments, RoadInput& roads, RunContext& context) {
    const auto place = arguments.layers.find("landings");
    if (place == arguments.layers.end() || place->second.empty()) return;
    const auto& layer = place->second.front();
    if (!has_water(roads.lines)) {
        context.diagnostics.option_without_effect(
            {"--landings has no effect without rivers or ferries: give --rivers or --ferries, too.",
             "--landings tidak berpengaruh tanpa sungai atau feri: beri juga --rivers atau --ferries."});
        context.diagnostics.throw_errors(core::ExitStatus::WrongUsage);
        return;
    }
    const auto places = read_places(layer, nullptr, context);
    network::LineAttributes attributes;
    attributes.rule = static_cast<std::uint16_t>(roads.rules.size());
    attributes.landing = true;
    attributes.layer = static_cast<std::uint32_t>(roads.layer_labels.size());
    roads.rules.push_back(pier(roads.walking_kmh));
    roads.layer_labels.push_back(layers::describe_layer(layer));
    roads.feature_ids.push_back(layer.feature_ids);
    for (std::size_t i = 0; i < places.places.size(); ++i) {
        attributes.feature = places.features[i];
        const geo::GridPoint course[] = {places.places[i], places.places[i]};
        roads.lines.add(course, attributes);
    }
}

network::Lines read_barriers(Arguments& arguments, RunContext& context) {
    network::Lines lines;
    auto& layers = arguments.layers["barriers"];
    const double each = 1.0 / static_cast<double>(std::max<std::size_t>(layers.size(), 1));
    double done = 0.0;
    for (auto& layer : layers) {
        core::Stage placing(context.progress, done, done + each / 2.0);
        auto placing_context = with_progress(context, placing);
        if (!bring_to_wgs84(layer, layer.geometry, nullptr, placing_context)) continue;
        core::LoopSteps steps(context.progress, done + each / 2.0, done + each, layer.geometry.part_count());
        for (std::size_t part = 0; part < layer.geometry.part_count(); ++part) {
            steps.at(part);
            add_part(layer.geometry, part, lines);
        }
        layer.geometry = {};
        done += each;
    }
    return lines;
}

void report_idle_landings(const network::RoadNetwork& network, core::Diagnostics& diagnostics) {
    std::vector<bool> boards(network.input_line_count, false);
    for (const auto& join : network.joins) {
        if (join.kind == network::JoinKind::Boarding) boards[join.line] = true;
    }
    std::size_t idle = 0;
    for (std::uint32_t line = 0; line < network.input_line_count; ++line) {
        if (network.lines.attributes[line].landing && !boards[line]) ++idle;
    }
    if (idle == 0) return;
    diagnostics.warning(core::format_text(
        "{0} landings lie more than 50 m from any river or ferry and serve nothing. Move them to the water's line.",
        "{0} dermaga berjarak lebih dari 50 m dari sungai atau lintasan feri mana pun sehingga tidak berguna. Geser ke "
        "garis sungai atau lintasannya.",
        idle));
}

}  // namespace desakota::analyses
