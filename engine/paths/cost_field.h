#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/units.h"
#include "engine/network/road_graph.h"
#include "engine/paths/exits.h"

namespace desakota::paths {

/// From every node of the network: the least cost to any destination, which one it is, and how to go on.
///
/// Costs are compared with the destination's number as tie-break, so that a field does not depend on the order in
/// which a search settles nodes.
class CostField {
public:
    explicit CostField(std::size_t nodes = 0) : nodes_(nodes) {}

    [[nodiscard]] bool is_reached(std::uint32_t node) const { return nodes_[node].destination != network::kNone; }
    /// core::kUnreachable where no destination is reached.
    [[nodiscard]] std::int64_t cost(std::uint32_t node) const { return nodes_[node].cost; }
    /// Index into the destinations; network::kNone where none is reached.
    [[nodiscard]] std::uint32_t destination(std::uint32_t node) const { return nodes_[node].destination; }
    /// Whether the best way leaves the network here, by the exit of number `exit_of`; otherwise it takes `way`.
    [[nodiscard]] bool leaves(std::uint32_t node) const { return (nodes_[node].next & kByExit) != 0; }
    [[nodiscard]] std::uint32_t exit_of(std::uint32_t node) const { return nodes_[node].next & ~kByExit; }
    /// road_graph.h's number of the way to take.
    [[nodiscard]] std::uint32_t way(std::uint32_t node) const { return nodes_[node].next; }

    /// Takes a way from `node` that is cheaper than the one known, or as cheap and to an earlier destination; tells
    /// whether it did. `next` is a way, or kByExit + an exit.
    bool improve(std::uint32_t node, std::int64_t cost, std::uint32_t destination, std::uint32_t next) {
        auto& known = nodes_[node];
        if (cost > known.cost || (cost == known.cost && destination >= known.destination)) return false;
        known = {cost, destination, next};
        return true;
    }
    /// Fetches a node into the cache ahead of use.
    void prefetch(std::uint32_t node) const { __builtin_prefetch(&nodes_[node]); }
    static constexpr std::uint32_t kByExit = 0x80000000;

    /// Forgets the ways of these nodes.
    void clear(std::span<const std::uint32_t> nodes) {
        for (const auto node : nodes) nodes_[node] = {};
    }

private:
    /// Together in memory: a search reads and writes all three.
    struct Node {
        std::int64_t cost = core::kUnreachable;
        std::uint32_t destination = network::kNone;
        std::uint32_t next = network::kNone;
    };
    std::vector<Node> nodes_;
};

struct FieldSearch {
    std::int64_t limit = core::kUnreachable;  ///< nodes that cost more are left unreached
    int threads = 1;                          ///< as of core::Parallel
    /// Nodes that are searched as one part; so many take well under 0.1 s.
    std::uint32_t part_nodes = 1 << 15;
};

/// Searches backwards from all exits at once (Dijkstra 1959), over the graph of arcs listed by where they lead
/// (network::Orientation::Inward). A large network is searched in parts of neighbouring nodes, several at a time; the
/// field does not depend on the number of threads, nor costs and destinations on the parts.
[[nodiscard]] CostField search_backwards(const network::RoadNetwork& network, const network::RoadGraph& inward,
                                         const Exits& exits, const FieldSearch& search, core::Progress& progress);

/// The same in a field without any way yet, for a search that reaches but few nodes; gives those it reached.
[[nodiscard]] std::vector<std::uint32_t> search_nearby(const network::RoadNetwork& network,
                                                       const network::RoadGraph& inward, const Exits& exits,
                                                       std::int64_t limit, CostField& field);

}  // namespace desakota::paths
