#pragma once

#include <cstdint>
#include <vector>

#include "engine/network/road_graph.h"
#include "engine/paths/exits.h"

namespace desakota::paths {

/// From every node of the network: the least cost to any destination, which one it is, and how to go on.
///
/// Costs are compared with the destination's number as tie-break, so that a field does not depend on the order in
/// which a search settles nodes.
struct CostField {
    static constexpr std::uint32_t kByExit = 0x80000000;

    std::vector<std::int64_t> cost;          ///< core::kUnreachable where no destination is reached
    std::vector<std::uint32_t> destination;  ///< index into the destinations, network::kNone where unreachable
    std::vector<std::uint32_t> next;         ///< the way (road_graph.h) to take, or kByExit + the exit to leave by
    std::vector<std::uint32_t> settled;      ///< nodes in the order in which they were settled

    [[nodiscard]] bool is_reached(std::uint32_t node) const { return destination[node] != network::kNone; }
    [[nodiscard]] bool leaves(std::uint32_t node) const { return (next[node] & kByExit) != 0; }
    [[nodiscard]] std::uint32_t exit_of(std::uint32_t node) const { return next[node] & ~kByExit; }
};

/// Searches backwards from all exits at once (Dijkstra 1959), over the graph of arcs listed by where they lead
/// (network::Orientation::Inward). Nodes dearer than `limit` are left unreached.
[[nodiscard]] CostField search_backwards(const network::RoadNetwork& network, const network::RoadGraph& inward,
                                         const Exits& exits, std::int64_t limit, core::Progress& progress);

}  // namespace desakota::paths
