#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/network/segment_index.h"

namespace desakota::network {

/// The lines that lie on `course` from end to end: every place of such a line is within `tolerance` metres of the
/// course (looked at every 5 m and at each vertex). In order; landings are none. `index`: of the lines. Within 60
/// degrees of the equator.
[[nodiscard]] std::vector<std::uint32_t> lines_along(const Lines& lines, const SegmentIndex& index,
                                                     std::span<const geo::GridPoint> course, double tolerance);

/// Whether a line that lies on `course` runs against it: the greater part of its length does.
[[nodiscard]] bool runs_against(std::span<const geo::GridPoint> line, std::span<const geo::GridPoint> course);

}  // namespace desakota::network
