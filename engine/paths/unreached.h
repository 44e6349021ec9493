#pragma once

#include <vector>

#include "engine/paths/exits.h"

namespace desakota::paths {

enum class WayStatus : std::uint8_t { Reached, NoRoadInReach, NotConnected, BeyondCutoff };

/// By component of the network: whether an exit leads off it.
[[nodiscard]] std::vector<bool> components_with_exits(const network::RoadNetwork& network, const Exits& exits);

/// The components that a place can enter, in order, each once.
[[nodiscard]] std::vector<std::uint32_t> components_entered(const network::RoadNetwork& network,
                                                            const network::AccessLegs& entries,
                                                            const geo::GridPoint& place);

/// Why there is no way from a place that enters these components: no component at all; none that holds a destination;
/// or, where the search is bounded, perhaps only the bound.
[[nodiscard]] WayStatus status_without_way(const std::vector<std::uint32_t>& components,
                                           const std::vector<bool>& holds_destination, bool is_bounded);

}  // namespace desakota::paths
