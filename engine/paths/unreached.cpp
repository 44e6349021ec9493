#include "engine/paths/unreached.h"

#include <algorithm>

namespace desakota::paths {

std::vector<bool> components_with_exits(const network::RoadNetwork& network, const Exits& exits) {
    std::vector<bool> holds(network.component_count, false);
    for (const auto& exit : exits.exits) holds[network.node_component[network.cut_node[exit.leg.cut]]] = true;
    return holds;
}

std::vector<std::uint32_t> components_entered(const network::RoadNetwork& network, const network::AccessLegs& entries,
                                              const geo::GridPoint& place) {
    std::vector<std::uint32_t> components;
    for (const auto& leg : entries.of(place)) {
        components.push_back(network.node_component[network.cut_node[leg.cut]]);
    }
    std::ranges::sort(components);
    const auto repeated = std::ranges::unique(components);
    components.erase(repeated.begin(), repeated.end());
    return components;
}

WayStatus status_without_way(const std::vector<std::uint32_t>& components, const std::vector<bool>& holds_destination,
                             bool is_bounded) {
    if (components.empty()) return WayStatus::NoRoadInReach;
    const bool holds = std::ranges::any_of(components, [&](std::uint32_t part) { return holds_destination[part]; });
    return holds && is_bounded ? WayStatus::BeyondCutoff : WayStatus::NotConnected;
}

}  // namespace desakota::paths
