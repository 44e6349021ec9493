#pragma once

#include <cstdint>
#include <vector>

#include "engine/network/road_network.h"

namespace desakota::network {

/// The components of a network by their length.
struct Components {
    /// By the network's component: its number, 1 for the longest (ties: the network's order); 0 where it holds no
    /// passable line.
    std::vector<std::uint32_t> number;
    std::vector<double> metres;     ///< by number - 1: length of its passable lines, connectors left out
    std::vector<bool> holds_roads;  ///< by number - 1: whether any of them is a road

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(metres.size()); }
};
[[nodiscard]] Components rank_components(const RoadNetwork& network, core::Progress& progress);

/// The number of the component on which a line lies; 0 for an impassable line.
[[nodiscard]] std::uint32_t component_of(const RoadNetwork& network, const Components& components, std::uint32_t line);

}  // namespace desakota::network
