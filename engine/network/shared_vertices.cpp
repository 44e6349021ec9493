#include "engine/network/shared_vertices.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <utility>

namespace desakota::network {
namespace {

/// The vertices of one cell of the index by their place, in a table with chains.
class CellVertices {
public:
    CellVertices(const Lines& lines, const SegmentIndex& index) : lines_(lines), index_(index) {}

    /// Fetches into the cache, for cells that come soon, what their entries lead to.
    void fetch_ahead(std::size_t cell) const {
        for_entries(cell + 6, [this](std::uint32_t chunk) { __builtin_prefetch(&index_.chunks[chunk]); });
        for_entries(cell + 3, [this](std::uint32_t chunk) {
            __builtin_prefetch(&lines_.vertices[index_.chunks[chunk].first]);
            __builtin_prefetch(&lines_.vertices[(index_.chunks[chunk].first + index_.chunks[chunk].last) / 2]);
            __builtin_prefetch(&lines_.vertices[index_.chunks[chunk].last]);
        });
    }

    /// Appends the pairs of one cell.
    void pair(std::size_t cell, core::UnfilledVector<SharedVertex>& found) {
        if (index_.cells.entries(cell).empty()) return;
        gather(cell);
        if (vertices_.size() < 2) return;
        const auto slots = std::bit_ceil(2 * vertices_.size());
        const auto shift = 64U - static_cast<unsigned>(std::countr_zero(slots));
        heads_.assign(slots, kNone);
        for (std::uint32_t i = 0; i < vertices_.size(); ++i) {
            auto& vertex = vertices_[i];
            auto& head = heads_[mixed(vertex.place) >> shift];
            for (auto other = head; other != kNone; other = vertices_[other].next) {
                if (vertices_[other].place == vertex.place) add_pair(vertices_[other], vertex, found);
            }
            vertex.next = head;
            head = i;
        }
    }

private:
    static constexpr std::uint32_t kNone = 0xFFFFFFFF;
    struct Vertex {
        geo::GridPoint place;
        std::uint32_t line = 0;
        std::uint32_t vertex = 0;
        std::uint32_t next = kNone;  ///< in its chain
    };

    template <class Visitor>
    void for_entries(std::size_t cell, const Visitor& visit) const {
        if (cell >= index_.cells.cell_count()) return;
        for (const auto& entry : index_.cells.entries(cell)) visit(entry.item);
    }

    void gather(std::size_t cell) {
        vertices_.clear();
        const auto own = index_.cells.places_of(cell);
        for (const auto& entry : index_.cells.entries(cell)) {
            const auto& chunk = index_.chunks[entry.item];
            const auto end = end_of_own(lines_, chunk);
            for (auto v = chunk.first; v < end; ++v) {
                const auto& place = lines_.vertices[v];
                if (own.meets({place.x, place.y, place.x, place.y})) vertices_.push_back({place, chunk.line, v, kNone});
            }
        }
    }

    /// Neighbouring places differ in their last digits: spread them (Knuth's multiplicative hashing).
    [[nodiscard]] static std::uint64_t mixed(const geo::GridPoint& place) {
        constexpr std::uint64_t kGolden = 0x9E3779B97F4A7C15;
        return (static_cast<std::uint64_t>(place.x) * kGolden + static_cast<std::uint64_t>(place.y)) * kGolden;
    }

    void add_pair(const Vertex& one, const Vertex& other, core::UnfilledVector<SharedVertex>& found) const {
        const bool in_order = one.vertex < other.vertex;
        const auto& a = in_order ? one : other;
        const auto& b = in_order ? other : one;
        // A line's last segment does not meet itself where it has no length.
        if (b.vertex == a.vertex + 1 && b.vertex == lines_.last(b.line)) return;
        found.push_back({a.line, a.vertex, b.line, b.vertex});
    }

    const Lines& lines_;
    const SegmentIndex& index_;
    std::vector<Vertex> vertices_;
    std::vector<std::uint32_t> heads_;
};

}  // namespace

core::UnfilledVector<SharedVertex> joined(std::vector<core::UnfilledVector<SharedVertex>> parts,
                                          const core::Parallel& parallel, core::Progress& progress) {
    std::vector<std::size_t> first{0};
    first.reserve(parts.size() + 1);
    for (const auto& part : parts) first.push_back(first.back() + part.size());
    core::UnfilledVector<SharedVertex> all(first.back());
    core::parallel_for(parts.size(), {.threads = parallel.threads, .grain = 1}, progress,
                       [&](std::size_t begin, std::size_t end) {
                           for (auto i = begin; i < end; ++i) {
                               std::ranges::copy(parts[i], all.begin() + static_cast<std::ptrdiff_t>(first[i]));
                               parts[i] = {};
                           }
                       });
    return all;
}

core::UnfilledVector<SharedVertex> find_shared_vertices(const Lines& lines, const SegmentIndex& index,
                                                        const core::Parallel& parallel, core::Progress& progress) {
    constexpr std::size_t kCells = 8192;
    const auto cells = index.cells.cell_count();
    std::vector<core::UnfilledVector<SharedVertex>> found(cells / kCells + 1);
    core::Stage finding(progress, 0.0, 0.95);
    core::parallel_for(cells, {.threads = parallel.threads, .grain = kCells}, finding,
                       [&](std::size_t begin, std::size_t end) {
                           CellVertices vertices(lines, index);
                           for (auto cell = begin; cell < end; ++cell) {
                               vertices.fetch_ahead(cell);
                               vertices.pair(cell, found[begin / kCells]);
                           }
                       });
    core::Stage joining(progress, 0.95, 1.0);
    return joined(std::move(found), parallel, joining);
}

}  // namespace desakota::network
