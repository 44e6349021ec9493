#pragma once

#include <cstdint>
#include <vector>

#include "engine/network/road_network.h"

namespace desakota::network {

/// What a scenario changes in a network that is built.
struct NetworkChange {
    /// By line of the network's input: whether it is taken away; empty where none is.
    std::vector<bool> removed;
    Lines added;  ///< not measured; their rules count through `added_rules`, their layers from 0
    std::vector<TravelRule> added_rules;
};

/// The network of `base` without the lines that are removed and with those that are added, behind it: its last
/// `added.size()` input lines. Their rules and layers follow the base's.
///
/// What `build_network` would make of these lines, with the base's barriers. Since each join and crossing depends on
/// its two lines alone, all of the base's between lines that stay are kept.
[[nodiscard]] RoadNetwork change_network(const RoadNetwork& base, NetworkChange change, const NetworkOptions& options,
                                         const core::Parallel& parallel, core::Progress& progress);

}  // namespace desakota::network
