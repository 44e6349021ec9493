#pragma once

#include <span>

#include "engine/core/cost_matrix.h"
#include "engine/paths/nearest.h"

namespace desakota::paths {

/// The least cost from every place to every destination, each as Nearest finds it with that destination alone;
/// core::kUnreachable where there is no way or it costs more than the cutoff. One search backwards a destination, on
/// all threads; the result does not depend on their number.
///
/// Memory: 8 bytes a place and destination, and for each thread one cost a node of the network.
[[nodiscard]] core::CostMatrix cost_matrix(const network::RoadNetwork& network, std::span<const geo::GridPoint> places,
                                           std::span<const geo::GridPoint> destinations, const NearestOptions& options,
                                           const core::Parallel& parallel, core::Progress& progress);

}  // namespace desakota::paths
