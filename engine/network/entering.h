#pragma once

#include <cstdint>

#include "engine/network/road_network.h"

namespace desakota::network {

/// Whether access legs may lead onto a line at all: not onto railways, controlled-access roads and impassable ways, nor
/// onto rivers where there are landings.
[[nodiscard]] bool may_enter(const RoadNetwork& network, std::uint32_t line);

/// Whether they may only at its two ends: ferries, bridges and tunnels, joins.
[[nodiscard]] bool is_entered_at_ends_only(const RoadNetwork& network, std::uint32_t line);

}  // namespace desakota::network
