#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/parallel.h"
#include "engine/network/road_graph.h"

namespace desakota::paths {

/// What a node is linked to, and what the way there and back costs; core::kUnreachable where there is none.
struct Link {
    std::uint32_t rank = 0;
    std::int64_t away = 0;    ///< from the node to the other
    std::int64_t toward = 0;  ///< from the other to the node
};

/// A graph whose nodes of few neighbours are taken out one after the other, each replaced by links between its
/// neighbours that keep all costs as they were. What remains is its core. Every node has a rank: those taken out come
/// first, in that order, then the core's in the order of their numbers. Every least-cost way leads, in ranks, first up,
/// then through the core, then down, or only up and down.
/// Source: Dibbelt, Strasser and Wagner (2016), Customizable contraction hierarchies, J. Experimental Algorithmics 21
/// (nodes taken out by their degree, no search for witnesses); Delling and others (2013), PHAST, J. Parallel and
/// Distributed Computing 73 (the sweep downwards).
struct Elimination {
    std::vector<std::uint32_t> rank;         ///< by node
    std::vector<std::size_t> first_link{0};  ///< by rank, one more at the end; ranks of the core have none
    std::vector<Link> links;                 ///< to higher ranks only
    network::RoadGraph core;                 ///< arcs by where they lead; its node i has the rank eliminated() + i

    [[nodiscard]] std::uint32_t eliminated() const { return static_cast<std::uint32_t>(first_link.size() - 1); }
    [[nodiscard]] std::uint32_t core_size() const { return static_cast<std::uint32_t>(core.first_arc.size() - 1); }
    [[nodiscard]] std::span<const Link> links_of(std::uint32_t its_rank) const {
        return {links.data() + first_link[its_rank], first_link[its_rank + 1] - first_link[its_rank]};
    }
};

struct EliminationOptions {
    std::uint32_t max_degree = 0;
    /// Nodes a block: those of one block without neighbours in others are taken out first, block by block, so far as
    /// they have few neighbours. Of nodes whose numbers follow each other most should be near each other.
    std::uint32_t block = 1U << 15;
};

/// Takes out every node that has at most `max_degree` neighbours when its turn comes, those with fewest first. `inward`
/// lists arcs by where they lead. The result does not depend on the number of threads.
[[nodiscard]] Elimination eliminate_nodes(const network::RoadGraph& inward, const EliminationOptions& options,
                                          const core::Parallel& parallel, core::Progress& progress);

}  // namespace desakota::paths
