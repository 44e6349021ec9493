#pragma once

#include <cstdint>
#include <optional>

#include "engine/network/access_legs.h"

namespace desakota::paths {

/// A node, and what it costs to get there from a place, or from there to a destination.
struct NodeCost {
    std::uint32_t node = 0;
    std::int64_t cost = 0;
};

/// The node to which an entry leads, with the cost of the leg and of travel to the node.
[[nodiscard]] NodeCost head_of(const network::RoadNetwork& network, const network::AccessLeg& entry,
                               network::Objective objective);

/// The node from which an exit is reached, with the cost of travel from there and of the leg.
[[nodiscard]] NodeCost tail_of(const network::RoadNetwork& network, const network::AccessLeg& exit,
                               network::Objective objective);

/// The cost of both legs and the travel between them where the exit lies ahead of the entry on the same piece in the
/// same heading; otherwise nothing. Through a node (Heading::AtNode) nothing either.
[[nodiscard]] std::optional<std::int64_t> cost_on_piece(const network::AccessLeg& entry,
                                                        const network::AccessLeg& exit);

}  // namespace desakota::paths
