#include "engine/network/meetings.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "engine/network/shared_vertices.h"

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

struct Segment {
    geo::GridBox box;
    std::uint32_t number = 0;
};

/// Some segments of a chunk.
struct Segments {
    std::array<Segment, kChunkSegments> segments;
    std::size_t count = 0;

    void add(const Segment& segment) { segments[count++] = segment; }
    [[nodiscard]] std::span<const Segment> all() const { return std::span(segments).first(count); }
};

/// The segments of the chunks of one cell, made when they are first asked for.
class CellSegments {
public:
    void begin_cell(std::size_t entries) {
        if (chunks_.size() < entries) chunks_.resize(entries);
        for (std::size_t i = 0; i < entries; ++i) chunks_[i].count = 0;
    }
    const Segments& of(std::size_t entry, const Lines& lines, const Chunk& chunk) {
        auto& segments = chunks_[entry];
        if (segments.count == 0) {
            for (auto s = chunk.first; s < chunk.last; ++s) segments.add({segment_box(lines, s), s});
        }
        return segments;
    }

private:
    std::vector<Segments> chunks_;
};

/// The segments that reach into an area.
void select(const Segments& from, const geo::GridBox& area, Segments& selected) {
    selected.count = 0;
    for (const auto& segment : from.all()) {
        if (segment.box.meets(area)) selected.add(segment);
    }
}

geo::GridBox overlap(const geo::GridBox& one, const geo::GridBox& other) {
    return {std::max(one.min_x, other.min_x), std::max(one.min_y, other.min_y), std::min(one.max_x, other.max_x),
            std::min(one.max_y, other.max_y)};
}

/// Work of one thread: the meetings of one range of cells.
class Search {
public:
    Search(const Lines& lines, const SegmentIndex& index, Meetings& found)
        : lines_(lines), index_(index), found_(found) {}

    void cell(std::size_t cell) {
        const auto entries = index_.cells.entries(cell);
        of_cell_.begin_cell(entries.size());
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const auto& box = index_.cells.box(entries[i].item);
            if (index_.cells.owns(cell, box, box)) within(entries, i);
            for (auto j = i + 1; j < entries.size(); ++j) {
                if (!entries[j].coarse.may_meet(entries[i].coarse)) continue;
                const auto& other = index_.cells.box(entries[j].item);
                if (box.meets(other) && index_.cells.owns(cell, box, other)) {
                    between(entries, i, j, overlap(box, other));
                }
            }
        }
    }

private:
    using Entries = std::span<const geo::BoxIndex::Entry>;

    [[nodiscard]] const Chunk& chunk_of(Entries entries, std::size_t i) const { return index_.chunks[entries[i].item]; }

    /// The segments of one chunk with each other.
    void within(Entries entries, std::size_t i) {
        const auto& chunk = chunk_of(entries, i);
        const auto all = of_cell_.of(i, lines_, chunk).all();
        for (std::size_t s = 0; s < all.size(); ++s) segments(chunk.line, all[s], chunk.line, all.subspan(s + 1));
    }

    /// The segments of two chunks, as far as both reach into an area.
    void between(Entries entries, std::size_t i, std::size_t j, const geo::GridBox& area) {
        const auto& a = chunk_of(entries, i);
        const auto& b = chunk_of(entries, j);
        select(of_cell_.of(i, lines_, a), area, in_a_);
        if (in_a_.count == 0) return;
        select(of_cell_.of(j, lines_, b), area, in_b_);
        for (const auto& segment : in_a_.all()) segments(a.line, segment, b.line, in_b_.all());
    }

    void segments(std::uint32_t line_a, const Segment& one, std::uint32_t line_b, std::span<const Segment> others) {
        for (const auto& other : others) {
            if (one.box.meets(other.box)) meet(line_a, one.number, line_b, other.number);
        }
    }

    void meet(std::uint32_t line_a, std::uint32_t a, std::uint32_t line_b, std::uint32_t b) {
        const bool consecutive = line_a == line_b && (a + 1 == b || b + 1 == a);
        if (share_vertex(line_a, a, line_b, b) || consecutive) return;
        cross_segments(line_a, a, line_b, b);
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
    Meetings& found_;
    CellSegments of_cell_;
    Segments in_a_;
    Segments in_b_;
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
    if (crossings == CrossingSearch::Off) return {find_shared_vertices(lines, index, parallel, progress), {}};
    constexpr std::size_t kCells = 8192;
    const auto cells = index.cells.cell_count();
    std::vector<Meetings> found(cells / kCells + 1);
    core::Stage finding(progress, 0.0, 0.95);
    core::parallel_for(cells, {.threads = parallel.threads, .grain = kCells}, finding,
                       [&](std::size_t begin, std::size_t end) {
                           Search search(lines, index, found[begin / kCells]);
                           for (auto cell = begin; cell < end; ++cell) search.cell(cell);
                       });
    Meetings all;
    std::vector<core::UnfilledVector<SharedVertex>> shared;
    shared.reserve(found.size());
    for (auto& part : found) {
        shared.push_back(std::move(part.shared));
        all.crossings.insert(all.crossings.end(), part.crossings.begin(), part.crossings.end());
    }
    core::Stage joining(progress, 0.95, 1.0);
    all.shared = joined(std::move(shared), parallel, joining);
    return all;
}

}  // namespace desakota::network
