#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/geo/box_index.h"

namespace desakota::paths {

/// Some chunks of a network's index, near ones together, with boxes round sixteen of them at a time, boxes round
/// sixteen of those, and so on up to one.
class ChunkTree {
public:
    static constexpr std::uint32_t kFanOut = 16;

    /// `chunks` by their number in `boxes`, which must outlive this.
    ChunkTree(const geo::BoxIndex& boxes, std::vector<std::uint32_t> chunks);

    [[nodiscard]] bool is_empty() const { return chunks_.empty(); }
    /// A box of the tree: the chunks themselves are level 0. The topmost level holds one box, number 0.
    struct Node {
        std::uint32_t level = 0;
        std::uint32_t number = 0;
    };
    [[nodiscard]] Node root() const { return {static_cast<std::uint32_t>(levels_.size()), 0}; }
    [[nodiscard]] const geo::GridBox& box(const Node& node) const {
        return node.level == 0 ? boxes_->box(chunks_[node.number]) : levels_[node.level - 1][node.number];
    }
    /// The chunk that a node of level 0 is.
    [[nodiscard]] std::uint32_t chunk(const Node& node) const { return chunks_[node.number]; }
    /// What a node above level 0 holds: numbers [first, last) of the level below.
    struct Range {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
    };
    [[nodiscard]] Range below(const Node& node) const;

private:
    const geo::BoxIndex* boxes_;
    std::vector<std::uint32_t> chunks_;
    std::vector<std::vector<geo::GridBox>> levels_;
};

/// No place of one box is nearer to a place of the other than so many metres.
/// The haversine formula on the sphere whose radius is the ellipsoid's least radius of curvature.
[[nodiscard]] double least_distance(const geo::GridBox& one, const geo::GridBox& other);

}  // namespace desakota::paths
