#include "engine/paths/gap.h"

#include <algorithm>
#include <limits>

#include "engine/geo/measure.h"
#include "engine/network/meetings.h"
#include "engine/network/road_graph.h"

namespace desakota::paths {
namespace {

/// The chunks of the index that lie on components with a mark.
std::vector<bool> chunks_on(const network::RoadNetwork& network, const std::vector<bool>& marked) {
    const auto& chunks = network.index.chunks;
    std::vector<bool> on(chunks.size(), false);
    for (std::size_t i = 0; i < chunks.size(); ++i) {
        const auto line = chunks[i].line;
        if (!network.rule_of(line).passable) continue;
        on[i] = marked[network.node_component[network.cut_node[network.first_cut[line]]]];
    }
    return on;
}

/// The least distance from a place to any chunk with a mark, if it is less than `limit`; otherwise `limit`.
double nearest_marked(const network::RoadNetwork& network, const std::vector<bool>& marked, const geo::GridPoint& place,
                      double limit) {
    const auto& index = network.index;
    const geo::LocalFrame frame(place);
    double best = limit;
    const auto look = [&](std::uint32_t chunk) {
        if (!marked[chunk] || frame.distance_to(index.boxes[chunk]) * 0.98 > best) return;
        for (auto s = index.chunks[chunk].first; s < index.chunks[chunk].last; ++s) {
            const auto& a = network.lines.vertices[s];
            const auto& b = network.lines.vertices[s + 1];
            best = std::min(best, geo::distance_to_piece(place, a, b));
        }
    };
    // Rings that double in width, until what was found lies within the ring.
    constexpr double kFirstRing = 500.0;
    constexpr int kRings = 16;  // the last one goes round the earth
    double ring = kFirstRing;
    for (int i = 0; i < kRings; ++i) {
        const double radius = std::min(ring, limit);
        index.cells.for_each(frame.box(radius), look);
        if (best <= radius || radius == limit) break;
        ring *= 2.0;
    }
    return best;
}

/// Whether any segments of two chunks cross or touch.
bool cross(const network::Lines& lines, const network::Chunk& one, const network::Chunk& other,
           const geo::GridBox& other_box) {
    const auto& v = lines.vertices;
    for (auto s = one.first; s < one.last; ++s) {
        const auto box = network::segment_box(lines, s);
        if (!box.meets(other_box)) continue;
        for (auto t = other.first; t < other.last; ++t) {
            if (box.meets(network::segment_box(lines, t)) && network::intersect(v[s], v[s + 1], v[t], v[t + 1]).meets) {
                return true;
            }
        }
    }
    return false;
}

}  // namespace

Gaps::Gaps(const network::RoadNetwork& network, const std::vector<bool>& holds)
    : network_(network), holds_(holds), marked_(chunks_on(network, holds)), chunks_of_(network.component_count) {
    any_ = std::ranges::find(holds_, true) != holds_.end();
    const auto& chunks = network.index.chunks;
    for (std::uint32_t i = 0; i < chunks.size(); ++i) {
        const auto component = network.node_component[network.cut_node[network.first_cut[chunks[i].line]]];
        if (!holds_[component] && network.rule_of(chunks[i].line).passable) chunks_of_[component].push_back(i);
    }
}

std::optional<double> Gaps::between(std::span<const std::uint32_t> from) const {
    const bool one_way_only = std::ranges::any_of(from, [&](std::uint32_t part) { return holds_[part]; });
    if (one_way_only || !any_) return std::nullopt;
    double best = std::numeric_limits<double>::infinity();
    std::vector<bool> own(network_.index.chunks.size(), false);
    for (const auto part : from) {
        for (const auto chunk : chunks_of_[part]) {
            if (cross_marked(chunk)) return 0.0;
            own[chunk] = true;
            const auto& piece = network_.index.chunks[chunk];
            for (auto v = piece.first; v <= piece.last; ++v) {
                best = nearest_marked(network_, marked_, network_.lines.vertices[v], best);
            }
        }
    }
    return both_ways(own, best);
}

bool Gaps::cross_marked(std::uint32_t chunk) const {
    const auto& index = network_.index;
    bool found = false;
    index.cells.for_each(index.boxes[chunk], [&](std::uint32_t other) {
        found = found ||
                (marked_[other] && cross(network_.lines, index.chunks[chunk], index.chunks[other], index.boxes[other]));
    });
    return found;
}

/// Two pieces that do not cross are nearest at an end of one of them: the ends of the marked pieces near by, too.
std::optional<double> Gaps::both_ways(const std::vector<bool>& own, double best) const {
    const auto& index = network_.index;
    for (std::uint32_t chunk = 0; chunk < own.size(); ++chunk) {
        if (!own[chunk]) continue;
        const geo::GridPoint corner{index.boxes[chunk].min_x, index.boxes[chunk].min_y};
        const geo::GridPoint opposite{index.boxes[chunk].max_x, index.boxes[chunk].max_y};
        const double reach = best + geo::exact_distance(corner, opposite);
        index.cells.for_each(geo::LocalFrame(corner).box(reach), [&](std::uint32_t other) {
            if (!marked_[other]) return;
            for (auto v = index.chunks[other].first; v <= index.chunks[other].last; ++v) {
                const auto& place = network_.lines.vertices[v];
                if (geo::LocalFrame(place).distance_to(index.boxes[chunk]) * 0.98 > best) continue;
                best = nearest_marked(network_, own, place, best);
            }
        });
    }
    return best;
}

}  // namespace desakota::paths
