#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/network/road_network.h"

namespace desakota::paths {

/// For each set of components without a destination: the least geodesic distance in metres between its passable lines
/// and those of any component of which `holds` says that it holds one; 0 where they cross without a junction. Nothing
/// where one of a set holds a destination itself (only a one-way rule stands between) or none does.
///
/// What lies close by is found with the network's index; for the others, whose way may be long, two trees of boxes are
/// compared.
/// Source: Corral, Manolopoulos, Theodoridis and Vassilakopoulos (2000), "Closest pair queries in spatial databases",
/// Proc. ACM SIGMOD.
[[nodiscard]] std::vector<std::optional<double>> gaps(const network::RoadNetwork& network,
                                                      const std::vector<bool>& holds,
                                                      std::span<const std::vector<std::uint32_t>> sets,
                                                      const core::Parallel& parallel, core::Progress& progress);

}  // namespace desakota::paths
