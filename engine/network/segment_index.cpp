#include "engine/network/segment_index.h"

#include <algorithm>

namespace desakota::network {

SegmentIndex index_segments(const Lines& lines, const core::Parallel& parallel) {
    SegmentIndex index;
    index.chunks.reserve(lines.size());
    for (std::uint32_t line = 0; line < lines.size(); ++line) {
        for (auto first = lines.first(line); first < lines.last(line); first += kChunkSegments) {
            index.chunks.push_back({line, first, std::min(first + kChunkSegments, lines.last(line))});
        }
    }
    index.boxes.resize(index.chunks.size());
    core::SilentProgress silent;
    core::parallel_for(index.chunks.size(), {.threads = parallel.threads, .grain = 1 << 14}, silent,
                       [&](std::size_t begin, std::size_t end) {
                           for (auto i = begin; i < end; ++i) {
                               const auto& chunk = index.chunks[i];
                               for (auto v = chunk.first; v <= chunk.last; ++v) index.boxes[i].add(lines.vertices[v]);
                           }
                       });
    index.cells = geo::BoxIndex(index.boxes);
    return index;
}

}  // namespace desakota::network
