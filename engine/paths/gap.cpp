#include "engine/paths/gap.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <utility>

#include <queue>

#include "engine/geo/measure.h"
#include "engine/geo/space_filling_curve.h"
#include "engine/network/meetings.h"
#include "engine/paths/chunk_tree.h"

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

/// The least distance between two chunks, if it is less than `best`; otherwise `best`. Two pieces that do not cross are
/// nearest at an end of one of them.
double between_chunks(const network::RoadNetwork& network, std::uint32_t one, std::uint32_t other, double best) {
    if (cross(network, one, other)) return 0.0;
    best = from_vertices(network, one, other, best);
    return from_vertices(network, other, one, best);
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
        if (pair.own.level == 0 && pair.other.level == 0) {
            best_ = between_chunks(network_, own_.chunk(pair.own), other_.chunk(pair.other), best_);
            return;
        }
        if (pair.own.level >= pair.other.level) {
            const auto range = own_.below(pair.own);
            for (auto i = range.first; i < range.last; ++i) offer({pair.own.level - 1, i}, pair.other);
        } else {
            const auto range = other_.below(pair.other);
            for (auto i = range.first; i < range.last; ++i) offer(pair.own, {pair.other.level - 1, i});
        }
    }
    const network::RoadNetwork& network_;
    const ChunkTree& own_;
    const ChunkTree& other_;
    std::priority_queue<Pair, std::vector<Pair>, std::greater<>> pairs_;
    double best_ = kNone;
};

using Chunks = std::vector<std::uint32_t>;

/// All places within `metres` of a box.
geo::GridBox grown(const geo::GridBox& box, double metres) {
    auto area = geo::LocalFrame({box.min_x, box.min_y}).box(metres);
    area.add(geo::LocalFrame({box.max_x, box.max_y}).box(metres));
    return area;
}

/// The least distance from some chunks to those on components with a mark, as far as it is found within some
/// kilometres; nothing where it is not, or where there are many chunks.
std::optional<double> close_by(const network::RoadNetwork& network, const std::vector<bool>& marked,
                               const Chunks& chunks) {
    constexpr std::size_t kFew = 64;
    if (chunks.size() > kFew) return std::nullopt;
    const auto& cells = network.index.cells;
    double best = kNone;
    for (const double radius : {50.0, 200.0, 800.0, 3200.0}) {
        for (const auto own : chunks) {
            cells.for_each(grown(cells.box(own), radius), [&](std::uint32_t other) {
                if (!is_passable(network, other) || !marked[component_of(network, other)]) return;
                if (least_distance(cells.box(own), cells.box(other)) >= best) return;
                best = between_chunks(network, own, other, best);
            });
        }
        if (best <= radius) return best;
    }
    return std::nullopt;
}

/// The chunks of each of some sets of components; none where one of the set has a mark.
std::vector<Chunks> chunks_of_sets(const network::RoadNetwork& network, const std::vector<bool>& marked,
                                   std::span<const std::vector<std::uint32_t>> sets, const core::Parallel& parallel,
                                   core::Progress& progress) {
    std::vector<Chunks> of_component(network.component_count);
    for (const auto chunk : chunks_off(network, marked, parallel, progress)) {
        of_component[component_of(network, chunk)].push_back(chunk);
    }
    std::vector<Chunks> of_sets(sets.size());
    for (std::size_t i = 0; i < sets.size(); ++i) {
        if (std::ranges::any_of(sets[i], [&](std::uint32_t part) { return marked[part]; })) continue;
        for (const auto part : sets[i]) {
            of_sets[i].insert(of_sets[i].end(), of_component[part].begin(), of_component[part].end());
        }
    }
    return of_sets;
}

ChunkTree tree_of(const network::RoadNetwork& network, Chunks chunks) {
    const auto& boxes = network.index.cells;
    std::ranges::sort(chunks, {}, [&](std::uint32_t chunk) {
        return std::pair(geo::curve_position({boxes.box(chunk).min_x, boxes.box(chunk).min_y}), chunk);
    });
    return {boxes, std::move(chunks)};
}

}  // namespace

std::vector<std::optional<double>> gaps(const network::RoadNetwork& network, const std::vector<bool>& holds,
                                        std::span<const std::vector<std::uint32_t>> sets,
                                        const core::Parallel& parallel, core::Progress& progress) {
    std::vector<std::optional<double>> found(sets.size());
    const core::Parallel one_by_one{.threads = parallel.threads, .grain = 1};
    core::Stage gathering(progress, 0.0, 0.2);
    const auto chunks = chunks_of_sets(network, holds, sets, parallel, gathering);
    core::Stage looking(progress, 0.2, 0.4);
    core::parallel_for(sets.size(), one_by_one, looking, [&](std::size_t begin, std::size_t end) {
        for (auto i = begin; i < end; ++i) found[i] = close_by(network, holds, chunks[i]);
    });
    std::vector<std::size_t> left;
    for (std::size_t i = 0; i < sets.size(); ++i) {
        if (!found[i] && !chunks[i].empty()) left.push_back(i);
    }
    if (left.empty()) return found;
    core::Stage planting(progress, 0.4, 0.6);
    const ChunkTree marked(network.index.cells, chunks_on(network, holds, parallel, planting));
    if (marked.is_empty()) return found;
    core::Stage comparing(progress, 0.6, 1.0);
    core::parallel_for(left.size(), one_by_one, comparing, [&](std::size_t begin, std::size_t end) {
        for (const auto i : std::span(left).subspan(begin, end - begin)) {
            found[i] = ClosestPair(network, tree_of(network, chunks[i]), marked).find();
        }
    });
    return found;
}

}  // namespace desakota::paths
