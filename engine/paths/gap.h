#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/network/road_network.h"
#include "engine/paths/chunk_tree.h"

namespace desakota::paths {

/// How far parts of the network that hold no destination lie from those that do. Built once for a marking of
/// components and asked by any number of threads; callers keep answers that many places share.
/// Source: Corral, Manolopoulos, Theodoridis and Vassilakopoulos (2000), "Closest pair queries in spatial databases",
/// Proc. ACM SIGMOD.
class Gaps {
public:
    /// `holds` marks the components that hold a destination. `network` must outlive this.
    Gaps(const network::RoadNetwork& network, const std::vector<bool>& holds, const core::Parallel& parallel,
         core::Progress& progress);

    /// The least geodesic distance in metres between the passable lines of the components `from` and those of any
    /// marked one; 0 where they cross without a junction. Nothing where one of `from` is marked itself (only a one-way
    /// rule stands between) or none is marked.
    [[nodiscard]] std::optional<double> between(std::span<const std::uint32_t> from) const;

private:
    const network::RoadNetwork& network_;
    std::vector<bool> holds_;
    ChunkTree marked_;                                   ///< chunks on marked components
    std::vector<std::vector<std::uint32_t>> chunks_of_;  ///< by component, unmarked ones only
};

}  // namespace desakota::paths
