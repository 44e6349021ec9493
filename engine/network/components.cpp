#include "engine/network/components.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace desakota::network {
namespace {

/// Whether a line counts for its component: landings are places, connectors are ours.
bool counts(const RoadNetwork& network, std::uint32_t line) {
    return network.rule_of(line).passable && !network.lines.attributes[line].landing;
}

std::uint32_t network_component(const RoadNetwork& network, std::uint32_t line) {
    return network.node_component[network.cut_node[network.first_cut[line]]];
}

struct Sum {
    double metres = 0.0;
    bool holds_lines = false;
    bool holds_roads = false;
};

std::vector<Sum> sum_lines(const RoadNetwork& network, core::LoopSteps steps) {
    std::vector<Sum> sums(network.component_count);
    for (std::uint32_t line = 0; line < network.input_line_count; ++line) {
        steps.at(line);
        if (!counts(network, line)) continue;
        auto& sum = sums[network_component(network, line)];
        const auto kind = network.lines.attributes[line].kind;
        sum.metres += network.lines.length(line);
        sum.holds_lines = true;
        sum.holds_roads |= kind == WayKind::Road || kind == WayKind::ControlledAccess;
    }
    return sums;
}

}  // namespace

Components rank_components(const RoadNetwork& network, core::Progress& progress) {
    const auto sums = sum_lines(network, {progress, 0.0, 0.8, network.input_line_count});
    std::vector<std::uint32_t> order(sums.size());
    std::iota(order.begin(), order.end(), 0U);
    std::erase_if(order, [&](std::uint32_t component) { return !sums[component].holds_lines; });
    std::ranges::sort(order, [&](std::uint32_t one, std::uint32_t other) {
        return std::tie(sums[other].metres, one) < std::tie(sums[one].metres, other);
    });
    Components components;
    components.number.assign(sums.size(), 0);
    for (const auto component : order) {
        components.metres.push_back(sums[component].metres);
        components.holds_roads.push_back(sums[component].holds_roads);
        components.number[component] = components.size();
    }
    return components;
}

std::uint32_t component_of(const RoadNetwork& network, const Components& components, std::uint32_t line) {
    return counts(network, line) ? components.number[network_component(network, line)] : 0;
}

}  // namespace desakota::network
