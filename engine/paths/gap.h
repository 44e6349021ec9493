#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/network/road_network.h"

namespace desakota::paths {

/// How far parts of the network that hold no destination lie from those that do. Built once for a marking of
/// components and asked by any number of threads; callers keep answers that many places share.
class Gaps {
public:
    /// `holds` marks the components that hold a destination. `network` must outlive this.
    Gaps(const network::RoadNetwork& network, const std::vector<bool>& holds);

    /// The least geodesic distance in metres between the passable lines of the components `from` and those of any
    /// marked one; 0 where they cross without a junction. Nothing where one of `from` is marked itself (only a one-way
    /// rule stands between) or none is marked.
    [[nodiscard]] std::optional<double> between(std::span<const std::uint32_t> from) const;

private:
    [[nodiscard]] bool cross_marked(std::uint32_t chunk) const;
    [[nodiscard]] std::optional<double> both_ways(const std::vector<bool>& own, double best) const;

    const network::RoadNetwork& network_;
    std::vector<bool> holds_;
    std::vector<bool> marked_;                           ///< chunks on marked components
    std::vector<std::vector<std::uint32_t>> chunks_of_;  ///< by component, unmarked ones only
    bool any_ = false;
};

}  // namespace desakota::paths
