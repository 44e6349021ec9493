#include "engine/network/segment_index.h"

#include <algorithm>
#include <utility>

namespace desakota::network {
namespace {

constexpr std::uint32_t kLines = 1 << 13;

/// The number of the first chunk of each kLines lines, and at the end that of all chunks.
std::vector<std::size_t> count_chunks(const Lines& lines) {
    std::vector<std::size_t> first_chunks;
    first_chunks.reserve(lines.size() / kLines + 2);
    std::size_t chunks = 0;
    for (std::uint32_t line = 0; line < lines.size(); ++line) {
        if (line % kLines == 0) first_chunks.push_back(chunks);
        chunks += (lines.last(line) - lines.first(line) + kChunkSegments - 1) / kChunkSegments;
    }
    first_chunks.push_back(chunks);
    return first_chunks;
}

}  // namespace

SegmentIndex index_segments(const Lines& lines, const core::Parallel& parallel, core::Progress& progress) {
    SegmentIndex index;
    const auto first_chunks = count_chunks(lines);
    index.chunks.resize(first_chunks.back());
    core::UnfilledVector<geo::GridBox> boxes(index.chunks.size());
    core::Stage cutting(progress, 0.0, 0.3);
    core::parallel_for(lines.size(), {.threads = parallel.threads, .grain = kLines}, cutting,
                       [&](std::size_t begin, std::size_t end) {
                           auto chunk = first_chunks[begin / kLines];
                           for (auto line = static_cast<std::uint32_t>(begin); line < end; ++line) {
                               for (auto first = lines.first(line); first < lines.last(line); first += kChunkSegments) {
                                   const auto last = std::min(first + kChunkSegments, lines.last(line));
                                   index.chunks[chunk] = {line, first, last};
                                   geo::GridBox box;
                                   for (auto v = first; v <= last; ++v) box.add(lines.vertices[v]);
                                   boxes[chunk] = box;
                                   ++chunk;
                               }
                           }
                       });
    core::Stage filling(progress, 0.3, 1.0);
    index.cells = geo::BoxIndex(std::move(boxes), parallel, filling);
    return index;
}

SegmentIndex index_segments(const Lines& lines) {
    core::SilentProgress silent;
    return index_segments(lines, {}, silent);
}

}  // namespace desakota::network
