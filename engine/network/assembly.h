#pragma once

#include <vector>

#include "engine/network/road_network.h"

/// Steps of build_network, apart for their size; for the network room alone.
namespace desakota::network {

/// The joins to look for: with cleaning off only those that two ways of different kinds need to meet at all.
[[nodiscard]] JoinOptions joins_wanted(const NetworkOptions& options);

/// Adds each join as a line of two points, travelled at the speed of the line that ends there (of two that end, the
/// better one, whose layer and feature it then has).
void add_connectors(RoadNetwork& network, core::Progress& progress);

/// Keeps the crossings at which the two lines are joined: roads on one level.
void keep_joinable(const Lines& lines, std::vector<Crossing>& crossings);

/// From lines, connectors, crossings and shared vertices to cuts, nodes and components.
void assemble(RoadNetwork& network, const core::UnfilledVector<SharedVertex>& shared, const core::Parallel& parallel,
              core::Progress& progress);

}  // namespace desakota::network
