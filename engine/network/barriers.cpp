#include "engine/network/barriers.h"

#include <utility>

#include "engine/network/meetings.h"

namespace desakota::network {

bool Barriers::block(const geo::GridPoint& from, const geo::GridPoint& to) const {
    geo::GridBox area;
    area.add(from);
    area.add(to);
    bool met = false;
    index.cells.for_each(area, [&](std::uint32_t item) {
        const auto& chunk = index.chunks[item];
        for (auto s = chunk.first; s < chunk.last && !met; ++s) {
            if (!segment_box(lines, s).meets(area)) continue;
            met = intersect(from, to, lines.vertices[s], lines.vertices[s + 1]).meets;
        }
    });
    return met;
}

Barriers make_barriers(Lines lines, const core::Parallel& parallel, core::Progress& progress) {
    auto index = index_segments(lines, parallel, progress);
    return {std::move(lines), std::move(index)};
}

}  // namespace desakota::network
