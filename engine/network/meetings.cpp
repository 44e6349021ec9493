#include "engine/network/meetings.h"

#include <algorithm>
#include <array>

namespace desakota::network {
namespace {

// Twice the area of a triangle of grid points needs 78 bits.
__extension__ using Wide = __int128;

Wide cross(const geo::GridPoint& o, const geo::GridPoint& p, const geo::GridPoint& q) {
    return static_cast<Wide>(p.x - o.x) * (q.y - o.y) - static_cast<Wide>(p.y - o.y) * (q.x - o.x);
}

int sign(Wide value) {
    return value > 0 ? 1 : (value < 0 ? -1 : 0);
}

/// The segments of a chunk that reach into an area.
struct Selection {
    std::array<std::uint32_t, kChunkSegments> segments{};
    std::size_t count = 0;
};

Selection select(const Lines& lines, const Chunk& chunk, const geo::GridBox& area) {
    Selection selection;
    for (auto s = chunk.first; s < chunk.last; ++s) {
        if (segment_box(lines, s).meets(area)) selection.segments[selection.count++] = s;
    }
    return selection;
}

geo::GridBox overlap(const geo::GridBox& one, const geo::GridBox& other) {
    return {std::max(one.min_x, other.min_x), std::max(one.min_y, other.min_y), std::min(one.max_x, other.max_x),
            std::min(one.max_y, other.max_y)};
}

/// Work of one thread: the meetings of one range of cells.
class Search {
public:
    Search(const Lines& lines, const SegmentIndex& index, CrossingSearch crossings, Meetings& found)
        : lines_(lines), index_(index), crossings_(crossings), found_(found) {}

    void cell(std::size_t cell) {
        const auto items = index_.cells.items(cell);
        for (std::size_t i = 0; i < items.size(); ++i) {
            const auto& box = index_.boxes[items[i]];
            if (index_.cells.owns(cell, box, box)) pair(items[i], items[i], box);
            for (std::size_t j = i + 1; j < items.size(); ++j) {
                const auto& other = index_.boxes[items[j]];
                if (box.meets(other) && index_.cells.owns(cell, box, other)) {
                    pair(items[i], items[j], overlap(box, other));
                }
            }
        }
    }

private:
    void pair(std::uint32_t one, std::uint32_t other, const geo::GridBox& area) {
        const auto& a = index_.chunks[one];
        const auto& b = index_.chunks[other];
        const auto in_a = select(lines_, a, area);
        const auto in_b = one == other ? in_a : select(lines_, b, area);
        for (std::size_t i = 0; i < in_a.count; ++i) {
            for (std::size_t j = one == other ? i + 1 : 0; j < in_b.count; ++j) {
                segments(a.line, in_a.segments[i], b.line, in_b.segments[j]);
            }
        }
    }

    void segments(std::uint32_t line_a, std::uint32_t a, std::uint32_t line_b, std::uint32_t b) {
        if (!segment_box(lines_, a).meets(segment_box(lines_, b))) return;
        const bool consecutive = line_a == line_b && (a + 1 == b || b + 1 == a);
        if (share_vertex(line_a, a, line_b, b) || consecutive) return;
        if (crossings_ == CrossingSearch::On) cross_segments(line_a, a, line_b, b);
    }

    /// A vertex belongs to the segment that begins with it, a line's last vertex to its last segment: so that each
    /// pair of vertices is found once.
    bool share_vertex(std::uint32_t line_a, std::uint32_t a, std::uint32_t line_b, std::uint32_t b) {
        bool any = false;
        for (auto va = a; va <= a + 1; ++va) {
            for (auto vb = b; vb <= b + 1; ++vb) {
                if (va == vb || lines_.vertices[va] != lines_.vertices[vb]) continue;
                any = true;
                const bool own_a = va == a || va == lines_.last(line_a);
                const bool own_b = vb == b || vb == lines_.last(line_b);
                if (own_a && own_b) add_shared(line_a, va, line_b, vb);
            }
        }
        return any;
    }

    void add_shared(std::uint32_t line_a, std::uint32_t va, std::uint32_t line_b, std::uint32_t vb) {
        if (vb < va) {
            std::swap(line_a, line_b);
            std::swap(va, vb);
        }
        found_.shared.push_back({line_a, va, line_b, vb});
    }

    void cross_segments(std::uint32_t line_a, std::uint32_t a, std::uint32_t line_b, std::uint32_t b) {
        if (lines_.attributes[line_a].join || lines_.attributes[line_b].join) return;
        if (b < a) {
            std::swap(line_a, line_b);
            std::swap(a, b);
        }
        const auto& v = lines_.vertices;
        const auto meeting = intersect(v[a], v[a + 1], v[b], v[b + 1]);
        if (!meeting.meets || is_end(line_a, a, meeting.t_ab) || is_end(line_b, b, meeting.t_cd)) return;
        // A touch at a vertex belongs to the segment that begins with it.
        if (meeting.t_ab == 1.0 || meeting.t_cd == 1.0) return;
        found_.crossings.push_back({line_a, a, meeting.t_ab, line_b, b, meeting.t_cd});
    }

    [[nodiscard]] bool is_end(std::uint32_t line, std::uint32_t segment, double t) const {
        return (t == 0.0 && segment == lines_.first(line)) || (t == 1.0 && segment + 1 == lines_.last(line));
    }

    const Lines& lines_;
    const SegmentIndex& index_;
    CrossingSearch crossings_;
    Meetings& found_;
};

}  // namespace

Intersection intersect(const geo::GridPoint& a, const geo::GridPoint& b, const geo::GridPoint& c,
                       const geo::GridPoint& d) {
    const Wide from_c = cross(c, d, a);
    const Wide to_c = cross(c, d, b);
    const Wide from_a = cross(a, b, c);
    const Wide to_a = cross(a, b, d);
    if (sign(from_c) * sign(to_c) > 0 || sign(from_a) * sign(to_a) > 0) return {};
    // All on one straight line (or a piece without length): vertices may still touch, which joins find.
    if (from_c == to_c || from_a == to_a) return {};
    const auto share = [](Wide from, Wide to) {
        if (from == 0) return 0.0;
        if (to == 0) return 1.0;
        const auto first = static_cast<double>(from);
        return first / (first - static_cast<double>(to));
    };
    return {true, share(from_c, to_c), share(from_a, to_a)};
}

Meetings find_meetings(const Lines& lines, const SegmentIndex& index, CrossingSearch crossings,
                       const core::Parallel& parallel, core::Progress& progress) {
    constexpr std::size_t kCells = 8192;
    const auto cells = index.cells.cell_count();
    std::vector<Meetings> found(cells / kCells + 1);
    core::Stage finding(progress, 0.0, 0.95);
    core::parallel_for(cells, {.threads = parallel.threads, .grain = kCells}, finding,
                       [&](std::size_t begin, std::size_t end) {
                           Search search(lines, index, crossings, found[begin / kCells]);
                           for (auto cell = begin; cell < end; ++cell) search.cell(cell);
                       });
    Meetings all;
    std::size_t shared = 0;
    for (const auto& part : found) shared += part.shared.size();
    all.shared.reserve(shared);
    core::LoopSteps steps(progress, 0.95, 1.0, shared);
    for (auto& part : found) {
        steps.at(all.shared.size());
        all.shared.insert(all.shared.end(), part.shared.begin(), part.shared.end());
        all.crossings.insert(all.crossings.end(), part.crossings.begin(), part.crossings.end());
        part = {};
    }
    return all;
}

}  // namespace desakota::network
