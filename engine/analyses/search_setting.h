#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "engine/analyses/road_input.h"
#include "engine/geo/convex_hull.h"
#include "engine/paths/nearest.h"

namespace desakota::analyses {

/// What all searches of a run share: the network and how it is used.
struct SearchSetting {
    std::shared_ptr<const network::RoadNetwork> shared_network;
    geo::ConvexHull hull;                      ///< of all vertices of the road layers
    network::AccessOptions access;             ///< its objective is the run's --cost
    std::int64_t cutoff = core::kUnreachable;  ///< in the unit of --cost
    bool routes = false;                       ///< whether the courses of ways are wanted
    core::Parallel parallel;
    core::Language language = core::Language::English;

    /// The options of a search for what costs least in `objective`; the cutoff bounds only a search of its own unit.
    [[nodiscard]] paths::NearestOptions options(network::Objective objective) const;
    [[nodiscard]] const network::RoadNetwork& network() const { return *shared_network; }
    [[nodiscard]] network::Objective cost() const { return access.objective; }
};

/// Builds the network from the roads that were read, by the run's options.
[[nodiscard]] SearchSetting prepare_search(const Arguments& arguments, RoadInput roads, RunContext& context);

}  // namespace desakota::analyses
