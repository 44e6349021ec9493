#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/network/road_network.h"

namespace desakota::network {

/// Which end of an arc it is listed under: where it starts, or where it leads to.
enum class Orientation : std::uint8_t { Outward, Inward };

/// One piece of a line travelled one way.
struct Arc {
    std::uint32_t other = 0;  ///< node at the other end
    std::uint32_t way = 0;    ///< 2 x piece, + 1 where the piece is travelled against its line's direction
    std::int64_t cost = 0;    ///< in the unit of the objective, boarding included; never negative
};
[[nodiscard]] constexpr std::uint32_t way_of(std::uint32_t piece, bool backward) {
    return 2 * piece + (backward ? 1 : 0);
}
[[nodiscard]] constexpr std::uint32_t piece_of(std::uint32_t way) {
    return way / 2;
}
[[nodiscard]] constexpr bool is_backward(std::uint32_t way) {
    return way % 2 == 1;
}

/// The passable ways of a network in one objective, ready to be searched. Immutable. The arcs of a node stand together
/// in memory (an array of structures: a search reads all three members of each arc it touches).
struct RoadGraph {
    std::vector<std::uint32_t> first_arc{0};
    core::UnfilledVector<Arc> arcs;

    [[nodiscard]] std::span<const Arc> arcs_of(std::uint32_t node) const {
        return {arcs.data() + first_arc[node], first_arc[node + 1] - first_arc[node]};
    }
    /// Fetches a node's arcs into the cache ahead of use.
    void prefetch(std::uint32_t node) const { __builtin_prefetch(arcs.data() + first_arc[node]); }
};

/// The arcs of a node stand in the order of their ways, whatever the number of threads.
[[nodiscard]] RoadGraph build_graph(const RoadNetwork& network, Objective objective, Orientation orientation,
                                    const core::Parallel& parallel, core::Progress& progress);

/// Whether a line may be travelled along (or against) its points, by its rule and direction.
[[nodiscard]] bool may_travel(const RoadNetwork& network, std::uint32_t line, bool backward);

}  // namespace desakota::network
