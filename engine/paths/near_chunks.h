#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "engine/geo/measure.h"
#include "engine/paths/exits.h"

namespace desakota::paths {

/// A chunk of the network's index, and what no way from a place through it can cost less than.
struct NearChunk {
    std::int64_t bound = 0;
    std::uint32_t chunk = 0;
    auto operator<=>(const NearChunk&) const = default;
};

/// What no way through a chunk costs less than from the road on. `cost_of(node)`: from a node on, core::kUnreachable
/// where there is no way.
template <class CostOf>
[[nodiscard]] std::int64_t bound_of_chunk(const network::RoadNetwork& network, const Exits& exits,
                                          const network::Chunk& chunk, const CostOf& cost_of) {
    auto bound = core::kUnreachable;
    const auto begin = network.cut_segment.begin();
    const auto first = network.first_cut[chunk.line];
    const auto last = network.first_cut[chunk.line + 1] - 1;
    // The pieces that reach into the chunk: from the last cut before it to the first one after it.
    auto cut = static_cast<std::uint32_t>(std::lower_bound(begin + first, begin + last, chunk.first) - begin);
    cut = std::max(first, cut == first ? cut : cut - 1);
    for (; cut <= last; ++cut) {
        bound = std::min(bound, cost_of(network.cut_node[cut]));
        for (const auto& exit : exits.of_piece(cut)) bound = std::min(bound, exit.leg.cost);
        if (network.cut_segment[cut] >= chunk.last && cut > first) break;
    }
    return bound;
}

/// The chunks through which a way from the frame's origin may cost no more than `limit`, the most promising first.
/// `bound_of(chunk)`: what no way through it costs less than, from the road on.
template <class BoundOf>
[[nodiscard]] std::vector<NearChunk> chunks_near(const network::SegmentIndex& index,
                                                 const network::AccessOptions& access, const geo::LocalFrame& frame,
                                                 std::int64_t limit, const BoundOf& bound_of) {
    std::vector<NearChunk> near;
    index.cells.for_each(frame.box(access.max_access), [&](std::uint32_t chunk) {
        const std::int64_t bound = bound_of(chunk);
        if (bound >= core::kUnreachable || bound > limit) return;
        const auto leg = network::least_leg_cost(access, frame.distance_to(index.cells.box(chunk)));
        if (leg + bound <= limit) near.push_back({leg + bound, chunk});
    });
    std::ranges::sort(near);
    return near;
}

}  // namespace desakota::paths
