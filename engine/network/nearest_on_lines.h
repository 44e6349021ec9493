#pragma once

#include <algorithm>
#include <vector>

#include "engine/geo/measure.h"
#include "engine/network/segment_index.h"

namespace desakota::network {

/// A place on a line.
struct LinePlace {
    std::uint32_t line = 0;
    std::uint32_t segment = 0;
    double t = 0.0;       ///< share of the segment
    double metres = 0.0;  ///< geodesic, from the place asked about
};

/// The nearest place of every line within `radius` metres of `from`, sorted by line; of equally near ones the first
/// along the line. Only lines that `wanted(line)` accepts.
template <class Wanted>
[[nodiscard]] std::vector<LinePlace> nearest_on_lines(const Lines& lines, const SegmentIndex& index,
                                                      const geo::GridPoint& from, double radius, Wanted&& wanted) {
    std::vector<LinePlace> found;
    found.reserve(8);
    const geo::LocalFrame frame(from);
    const auto area = frame.box(radius);
    index.cells.for_each(area, [&](std::uint32_t item) {
        const auto& chunk = index.chunks[item];
        if (!wanted(chunk.line)) return;
        for (auto s = chunk.first; s < chunk.last; ++s) {
            if (!segment_box(lines, s).meets(area)) continue;
            const auto foot = geo::foot_on(frame, lines.vertices[s], lines.vertices[s + 1]);
            if (foot.metres > radius * 1.01) continue;
            const double metres =
                foot.metres == 0.0
                    ? 0.0
                    : geo::distance(from, geo::interpolate(lines.vertices[s], lines.vertices[s + 1], foot.t));
            if (metres <= radius) found.push_back({chunk.line, s, foot.t, metres});
        }
    });
    if (found.size() < 2) return found;
    std::ranges::sort(found, [](const LinePlace& one, const LinePlace& other) {
        return std::tie(one.line, one.metres, one.segment) < std::tie(other.line, other.metres, other.segment);
    });
    const auto repeated = std::ranges::unique(found, {}, &LinePlace::line);
    found.erase(repeated.begin(), repeated.end());
    return found;
}

}  // namespace desakota::network
