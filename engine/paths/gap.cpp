#include "engine/paths/gap.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <utility>

#include <queue>

#include "engine/geo/measure.h"
#include "engine/geo/space_filling_curve.h"
#include "engine/network/meetings.h"

namespace desakota::paths {
namespace {

constexpr double kNone = std::numeric_limits<double>::infinity();

std::uint32_t component_of(const network::RoadNetwork& network, std::uint32_t chunk) {
    return network.node_component[network.cut_node[network.first_cut[network.index.chunks[chunk].line]]];
}

bool is_passable(const network::RoadNetwork& network, std::uint32_t chunk) {
    return network.rule_of(network.index.chunks[chunk].line).passable;
}

/// Of consecutive ranges, one after the other: what `find(begin, end)` gives for each.
template <class Find>
std::vector<std::uint32_t> range_by_range(std::size_t count, const core::Parallel& parallel, core::Progress& progress,
                                          const Find& find) {
    constexpr std::size_t kGrain = 1 << 14;
    std::vector<std::vector<std::uint32_t>> parts(count / kGrain + 1);
    core::parallel_for(count, {.threads = parallel.threads, .grain = kGrain}, progress,
                       [&](std::size_t begin, std::size_t end) { parts[begin / kGrain] = find(begin, end); });
    std::vector<std::uint32_t> all;
    for (const auto& part : parts) all.insert(all.end(), part.begin(), part.end());
    return all;
}

/// The chunks of the index that lie on components with a mark, cell by cell.
std::vector<std::uint32_t> chunks_on(const network::RoadNetwork& network, const std::vector<bool>& marked,
                                     const core::Parallel& parallel, core::Progress& progress) {
    const auto& cells = network.index.cells;
    return range_by_range(cells.cell_count(), parallel, progress, [&](std::size_t begin, std::size_t end) {
        std::vector<std::uint32_t> chunks;
        for (auto cell = begin; cell < end; ++cell) {
            for (const auto& entry : cells.entries(cell)) {
                const auto chunk = entry.item;
                const auto& box = cells.box(chunk);
                const bool is_first = cells.owns(cell, box, box);
                if (is_first && is_passable(network, chunk) && marked[component_of(network, chunk)])
                    chunks.push_back(chunk);
            }
        }
        return chunks;
    });
}

/// The chunks on components without a mark, in order.
std::vector<std::uint32_t> chunks_off(const network::RoadNetwork& network, const std::vector<bool>& marked,
                                      const core::Parallel& parallel, core::Progress& progress) {
    return range_by_range(network.index.chunks.size(), parallel, progress, [&](std::size_t begin, std::size_t end) {
        std::vector<std::uint32_t> chunks;
        for (auto chunk = static_cast<std::uint32_t>(begin); chunk < end; ++chunk) {
            if (is_passable(network, chunk) && !marked[component_of(network, chunk)]) chunks.push_back(chunk);
        }
        return chunks;
    });
}

/// Whether any segments of two chunks cross or touch.
bool cross(const network::RoadNetwork& network, std::uint32_t one, std::uint32_t other) {
    const auto& lines = network.lines;
    const auto& index = network.index;
    const auto& v = lines.vertices;
    for (auto s = index.chunks[one].first; s < index.chunks[one].last; ++s) {
        const auto box = network::segment_box(lines, s);
        if (!box.meets(index.cells.box(other))) continue;
        for (auto t = index.chunks[other].first; t < index.chunks[other].last; ++t) {
            if (box.meets(network::segment_box(lines, t)) && network::intersect(v[s], v[s + 1], v[t], v[t + 1]).meets) {
                return true;
            }
        }
    }
    return false;
}

/// The least distance from a vertex of one chunk to the other chunk, if it is less than `best`; otherwise `best`.
double from_vertices(const network::RoadNetwork& network, std::uint32_t one, std::uint32_t other, double best) {
    const auto& index = network.index;
    const auto& vertices = network.lines.vertices;
    for (auto v = index.chunks[one].first; v <= index.chunks[one].last; ++v) {
        geo::GridBox place;
        place.add(vertices[v]);
        if (least_distance(place, index.cells.box(other)) >= best) continue;
        for (auto s = index.chunks[other].first; s < index.chunks[other].last; ++s) {
            best = std::min(best, geo::distance_to_piece(vertices[v], vertices[s], vertices[s + 1]));
        }
    }
    return best;
}

/// A box of each tree, and how near to each other what lies in them may be.
struct Pair {
    double at_least = 0.0;
    ChunkTree::Node own;
    ChunkTree::Node other;
    bool operator>(const Pair& pair) const { return at_least > pair.at_least; }
};

/// Looks into the nearest pair of boxes first, until what was found is nearer than all that is left.
class ClosestPair {
public:
    ClosestPair(const network::RoadNetwork& network, const ChunkTree& own, const ChunkTree& other)
        : network_(network), own_(own), other_(other) {
        offer(own.root(), other.root());
    }

    double find() {
        while (!pairs_.empty() && best_ > 0.0 && pairs_.top().at_least < best_) {
            const auto pair = pairs_.top();
            pairs_.pop();
            look_into(pair);
        }
        return best_;
    }

private:
    void offer(const ChunkTree::Node& own, const ChunkTree::Node& other) {
        const double at_least = least_distance(own_.box(own), other_.box(other));
        if (at_least < best_) pairs_.push({at_least, own, other});
    }
    void look_into(const Pair& pair) {
        if (pair.own.level == 0 && pair.other.level == 0)
            return measure(own_.chunk(pair.own), other_.chunk(pair.other));
        if (pair.own.level >= pair.other.level) {
            const auto range = own_.below(pair.own);
            for (auto i = range.first; i < range.last; ++i) offer({pair.own.level - 1, i}, pair.other);
        } else {
            const auto range = other_.below(pair.other);
            for (auto i = range.first; i < range.last; ++i) offer(pair.own, {pair.other.level - 1, i});
        }
    }
    /// Two pieces that do not cross are nearest at an end of one of them.
    void measure(std::uint32_t own, std::uint32_t other) {
        if (cross(network_, own, other)) {
            best_ = 0.0;
            return;
        }
        best_ = from_vertices(network_, own, other, best_);
        best_ = from_vertices(network_, other, own, best_);
    }

    const network::RoadNetwork& network_;
    const ChunkTree& own_;
    const ChunkTree& other_;
    std::priority_queue<Pair, std::vector<Pair>, std::greater<>> pairs_;
    double best_ = kNone;
};

}  // namespace

Gaps::Gaps(const network::RoadNetwork& network, const std::vector<bool>& holds, const core::Parallel& parallel,
           core::Progress& progress)
    : network_(network),
      holds_(holds),
      marked_(network.index.cells,
              [&] {
                  core::Stage finding(progress, 0.0, 0.5);
                  return chunks_on(network, holds, parallel, finding);
              }()),
      chunks_of_(network.component_count) {
    core::Stage sorting_out(progress, 0.5, 1.0);
    for (const auto chunk : chunks_off(network, holds, parallel, sorting_out)) {
        chunks_of_[component_of(network, chunk)].push_back(chunk);
    }
}

std::optional<double> Gaps::between(std::span<const std::uint32_t> from) const {
    const bool one_way_only = std::ranges::any_of(from, [&](std::uint32_t part) { return holds_[part]; });
    if (one_way_only || marked_.is_empty()) return std::nullopt;
    std::vector<std::uint32_t> chunks;
    for (const auto part : from) chunks.insert(chunks.end(), chunks_of_[part].begin(), chunks_of_[part].end());
    if (chunks.empty()) return std::nullopt;
    const auto& boxes = network_.index.cells;
    std::ranges::sort(chunks, {}, [&](std::uint32_t chunk) {
        return std::pair(geo::curve_position({boxes.box(chunk).min_x, boxes.box(chunk).min_y}), chunk);
    });
    const ChunkTree own(boxes, std::move(chunks));
    return ClosestPair(network_, own, marked_).find();
}

}  // namespace desakota::paths
