#include "engine/network/segment_index.h"

#include <algorithm>

namespace desakota::network {

SegmentIndex index_segments(const Lines& lines) {
    SegmentIndex index;
    index.chunks.reserve(lines.size());
    for (std::uint32_t line = 0; line < lines.size(); ++line) {
        for (auto first = lines.first(line); first < lines.last(line); first += kChunkSegments) {
            index.chunks.push_back({line, first, std::min(first + kChunkSegments, lines.last(line))});
        }
    }
    index.boxes.resize(index.chunks.size());
    for (std::size_t i = 0; i < index.chunks.size(); ++i) {
        for (auto v = index.chunks[i].first; v <= index.chunks[i].last; ++v) index.boxes[i].add(lines.vertices[v]);
    }
    index.cells = geo::BoxIndex(index.boxes);
    return index;
}

}  // namespace desakota::network
