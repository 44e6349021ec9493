#include "engine/io/packed_rtree.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <limits>
#include <span>

#include "engine/core/parallel_sort.h"

namespace desakota::io {
namespace {

constexpr std::size_t kHeaderSize = 4;
constexpr std::size_t kEntrySize = 24;

template <class Integer>
void append_big_endian(std::string& out, Integer value) {
    for (int shift = 8 * (static_cast<int>(sizeof(Integer)) - 1); shift >= 0; shift -= 8) {
        out += static_cast<char>((value >> shift) & 0xFF);
    }
}

/// The float that is not above (below) the value: the rectangle may grow, never shrink.
float rounded_down(double value) {
    const auto near = static_cast<float>(value);
    return near > value ? std::nextafter(near, -std::numeric_limits<float>::infinity()) : near;
}
float rounded_up(double value) {
    const auto near = static_cast<float>(value);
    return near < value ? std::nextafter(near, std::numeric_limits<float>::infinity()) : near;
}

void append_entry(std::string& out, const RtreeEntry& entry) {
    append_big_endian(out, static_cast<std::uint64_t>(entry.id));
    for (const float edge : {rounded_down(entry.box.min_x), rounded_up(entry.box.max_x), rounded_down(entry.box.min_y),
                             rounded_up(entry.box.max_y)}) {
        append_big_endian(out, std::bit_cast<std::uint32_t>(edge));
    }
}

std::string node_bytes(std::span<const RtreeEntry> entries, std::size_t depth, std::size_t node_size) {
    std::string bytes;
    bytes.reserve(node_size);
    append_big_endian(bytes, static_cast<std::uint16_t>(depth));
    append_big_endian(bytes, static_cast<std::uint16_t>(entries.size()));
    for (const auto& entry : entries) append_entry(bytes, entry);
    bytes.resize(node_size, '\0');
    return bytes;
}

Extent extent_of(std::span<const RtreeEntry> entries) {
    auto extent = entries.front().box;
    for (const auto& entry : entries) extent.add(entry.box);
    return extent;
}

/// Whether one entry comes before another in the order of `key`.
template <class Key>
auto in_order_of(Key key) {
    return [key](const RtreeEntry& a, const RtreeEntry& b) {
        const auto of_a = key(a.box);
        const auto of_b = key(b.box);
        return of_a != of_b ? of_a < of_b : a.id < b.id;
    };
}

/// Slices of equal number by x, each sorted by y: consecutive entries then lie close together.
void sort_in_tiles(std::vector<RtreeEntry>& entries, std::size_t capacity, core::Progress& progress) {
    const auto node_count = static_cast<double>(entries.size()) / static_cast<double>(capacity);
    const auto slice = capacity * static_cast<std::size_t>(std::ceil(std::sqrt(node_count)));
    core::Stage slicing(progress, 0.0, 0.5);
    core::parallel_sort(entries, in_order_of([](const Extent& box) { return box.min_x + box.max_x; }), 1, slicing);
    const auto by_y = in_order_of([](const Extent& box) { return box.min_y + box.max_y; });
    for (std::size_t first = 0; first < entries.size(); first += slice) {
        progress.step(0.5 + 0.5 * static_cast<double>(first) / static_cast<double>(entries.size()));
        const auto count = std::min(slice, entries.size() - first);
        std::ranges::sort(std::span(entries).subspan(first, count), by_y);
    }
}

/// What is known of the tree while it grows from the leaves up.
struct Growth {
    PackedRtree tree;
    std::size_t node_size = 0;
    std::size_t capacity = 0;
};

/// Notes that the entries of one node lie in it: rows for a leaf, else nodes.
void adopt(PackedRtree& tree, std::span<const RtreeEntry> entries, bool is_leaf, std::int64_t node) {
    for (const auto& entry : entries) {
        if (is_leaf) {
            tree.leaf_of.emplace_back(entry.id, node);
        } else {
            tree.nodes[static_cast<std::size_t>(entry.id - 1)].parent = node;
        }
    }
}

/// Puts the entries into nodes and returns one entry for each of these.
std::vector<RtreeEntry> add_level(Growth& growth, std::span<const RtreeEntry> entries, bool is_leaf,
                                  core::LoopSteps steps) {
    std::vector<RtreeEntry> level;
    for (std::size_t first = 0; first < entries.size(); first += growth.capacity) {
        steps.at(level.size());
        const auto of_node = entries.subspan(first, std::min(growth.capacity, entries.size() - first));
        const auto number = static_cast<std::int64_t>(growth.tree.nodes.size()) + 1;
        growth.tree.nodes.push_back({number, node_bytes(of_node, 0, growth.node_size), 1});
        adopt(growth.tree, of_node, is_leaf, number);
        level.push_back({number, extent_of(of_node)});
    }
    return level;
}

}  // namespace

PackedRtree pack_rtree(std::vector<RtreeEntry> entries, std::size_t node_size, core::Progress& progress) {
    Growth growth{.node_size = node_size, .capacity = (node_size - kHeaderSize) / kEntrySize};
    growth.tree.nodes.emplace_back();  // the root, filled at the end
    core::Stage sorting(progress, 0.0, 0.6);
    sort_in_tiles(entries, growth.capacity, sorting);
    std::size_t depth = 0;
    double done = 0.6;  // by far most nodes are leaves
    for (; entries.size() > growth.capacity; ++depth) {
        const double end = done + (0.8 - done) * 0.95;
        entries = add_level(growth, entries, depth == 0, {progress, done, end, entries.size() / growth.capacity + 1});
        done = end;
    }
    growth.tree.nodes.front() = {1, node_bytes(entries, depth, node_size), 0};
    adopt(growth.tree, entries, depth == 0, 1);
    core::Stage listing(progress, 0.8, 1.0);
    core::parallel_sort(growth.tree.leaf_of, std::less<>(), 1, listing);
    return std::move(growth.tree);
}

}  // namespace desakota::io
