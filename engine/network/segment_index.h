#pragma once

#include <cstdint>

#include "engine/core/unfilled_vector.h"
#include "engine/geo/box_index.h"
#include "engine/network/lines.h"

namespace desakota::network {

/// A run of at most kChunkSegments consecutive segments of one line: segments [first, last).
struct Chunk {
    std::uint32_t line = 0;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};
inline constexpr std::uint32_t kChunkSegments = 8;

/// Finds the pieces of lines near a place. Built once over the lines, then shared by any number of threads.
struct SegmentIndex {
    core::UnfilledVector<Chunk> chunks;
    geo::BoxIndex cells;  ///< of the chunks' boxes
};
[[nodiscard]] SegmentIndex index_segments(const Lines& lines, const core::Parallel& parallel, core::Progress& progress);
[[nodiscard]] SegmentIndex index_segments(const Lines& lines);

/// The end of a chunk's own vertices: those that begin one of its segments, and a line's last vertex.
[[nodiscard]] inline std::uint32_t end_of_own(const Lines& lines, const Chunk& chunk) {
    return chunk.last + (chunk.last == lines.last(chunk.line) ? 1 : 0);
}

[[nodiscard]] inline geo::GridBox segment_box(const Lines& lines, std::uint32_t segment) {
    geo::GridBox box;
    box.add(lines.vertices[segment]);
    box.add(lines.vertices[segment + 1]);
    return box;
}

}  // namespace desakota::network
