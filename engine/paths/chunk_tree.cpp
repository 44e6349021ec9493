#include "engine/paths/chunk_tree.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace desakota::paths {
namespace {

std::uint32_t groups_of(std::size_t count) {
    return static_cast<std::uint32_t>((count + ChunkTree::kFanOut - 1) / ChunkTree::kFanOut);
}

double radians(std::int64_t grid_units) {
    return geo::degrees(grid_units) * std::numbers::pi / 180.0;
}

/// The cosine of the latitude of a box that is farthest from the equator.
double least_cosine(const geo::GridBox& box) {
    return std::max(0.0, std::cos(radians(std::max(std::abs(box.min_y), std::abs(box.max_y)))));
}

}  // namespace

ChunkTree::ChunkTree(const geo::BoxIndex& boxes, std::vector<std::uint32_t> chunks)
    : boxes_(&boxes), chunks_(std::move(chunks)) {
    auto count = static_cast<std::uint32_t>(chunks_.size());
    while (count > 1) {
        const auto level = root().level;
        std::vector<geo::GridBox> round(groups_of(count));
        for (std::uint32_t i = 0; i < count; ++i) round[i / kFanOut].add(box({level, i}));
        count = static_cast<std::uint32_t>(round.size());
        levels_.push_back(std::move(round));
    }
}

ChunkTree::Range ChunkTree::below(const Node& node) const {
    const auto all = node.level == 1 ? chunks_.size() : levels_[node.level - 2].size();
    const auto first = node.number * kFanOut;
    return {first, std::min(first + kFanOut, static_cast<std::uint32_t>(all))};
}

double least_distance(const geo::GridBox& one, const geo::GridBox& other) {
    if (one.meets(other)) return 0.0;
    constexpr double kLeastRadius = 6'335'439.0;  // of a meridian, at the equator; metres
    constexpr double kMargin = 1.0 - 1e-9;        // for roundings
    const auto north = std::max<std::int64_t>({0, one.min_y - other.max_y, other.min_y - one.max_y});
    auto east = std::max<std::int64_t>({0, one.min_x - other.max_x, other.min_x - one.max_x});
    // The other way round the earth may be shorter.
    const auto widest = std::max(one.max_x, other.max_x) - std::min(one.min_x, other.min_x);
    if (geo::degrees(widest) > 180.0) east = 0;
    const double s = std::sin(radians(north) / 2.0);
    const double t = std::sin(radians(east) / 2.0);
    const double half = std::sqrt(std::min(1.0, s * s + least_cosine(one) * least_cosine(other) * t * t));
    return 2.0 * kLeastRadius * std::asin(half) * kMargin;
}

}  // namespace desakota::paths
