#include "engine/network/segment_index.h"

#include <algorithm>

namespace desakota::network {

SegmentIndex index_segments(const Lines& lines, const core::Parallel& parallel, core::Progress& progress) {
    SegmentIndex index;
    index.chunks.reserve(lines.size());
    core::LoopSteps cutting(progress, 0.0, 0.1, lines.size());
    for (std::uint32_t line = 0; line < lines.size(); ++line) {
        cutting.at(line);
        for (auto first = lines.first(line); first < lines.last(line); first += kChunkSegments) {
            index.chunks.push_back({line, first, std::min(first + kChunkSegments, lines.last(line))});
        }
    }
    index.boxes.resize(index.chunks.size());
    core::Stage measuring(progress, 0.1, 0.3);
    core::parallel_for(index.chunks.size(), {.threads = parallel.threads, .grain = 1 << 14}, measuring,
                       [&](std::size_t begin, std::size_t end) {
                           for (auto i = begin; i < end; ++i) {
                               const auto& chunk = index.chunks[i];
                               for (auto v = chunk.first; v <= chunk.last; ++v) index.boxes[i].add(lines.vertices[v]);
                           }
                       });
    core::Stage filling(progress, 0.3, 1.0);
    index.cells = geo::BoxIndex(index.boxes, filling);
    return index;
}

SegmentIndex index_segments(const Lines& lines) {
    core::SilentProgress silent;
    return index_segments(lines, {}, silent);
}

}  // namespace desakota::network
