#pragma once

#include <functional>
#include <mutex>
#include <vector>

#include "engine/paths/nearest.h"

namespace desakota::paths {

/// Many searches in one network, each for a few places not far from its destinations: what they cost grows with the
/// nodes that they reach, not with the network. Any number of threads may search at once.
///
/// Memory: 16 bytes a node and thread.
class NearbySearches {
public:
    /// What is referred to must outlive this.
    NearbySearches(const network::RoadNetwork& network, const NearestOptions& options, const core::Parallel& parallel,
                   core::Progress& progress);

    /// Calls `visit(nearest)`. Ways that cost more than `limit` may be missed; those that cost as much or less are
    /// found as ever.
    void search(const std::vector<geo::GridPoint>& destinations, std::int64_t limit,
                const std::function<void(const Nearest& nearest)>& visit);

private:
    [[nodiscard]] CostField take_field();

    const network::RoadNetwork& network_;
    const NearestOptions& options_;
    network::RoadGraph graph_;
    bool has_times_;
    std::mutex mutex_;
    std::vector<CostField> fields_;  ///< that no search uses, without any way
};

}  // namespace desakota::paths
