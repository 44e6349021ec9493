#include "engine/paths/reach_areas.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <numbers>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>

#include "engine/geo/area_outlines.h"
#include "engine/geo/box_index.h"
#include "engine/paths/reach_sources.h"

namespace desakota::paths {
namespace {

using geo::GridPoint;
using geo::Knot;
using geo::OutlinePiece;

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr std::int64_t kStep = 86'000;  ///< grid units northwards: at most 9.6 m
constexpr std::int64_t kSquare = 256;   ///< steps of the largest squares, 2.5 km

/// Steps of the grid; eastwards longer away from the equator, but never above 9.7 m where `latitude` (degrees) is the
/// nearest to it. Whole degrees, so that a small change of the data keeps the grid.
std::int64_t step_east(double latitude) {
    const double radians = std::floor(latitude) * std::numbers::pi / 180.0;
    return std::llrint(std::floor(static_cast<double>(kStep) / std::cos(radians)));
}

/// A square of the grid, by the steps to its south-western corner and along its sides.
struct Square {
    std::int64_t x = 0;
    std::int64_t y = 0;
    std::int64_t size = 1;
    auto operator<=>(const Square&) const = default;
};

/// The least cost of a place, and the area to which it belongs.
struct Found {
    double cost = kInfinity;
    std::uint32_t area = 0;  ///< 0: none
};

/// A corner of a cell with what it belongs to.
struct Corner {
    std::int64_t x = 0;
    std::int64_t y = 0;
    Found found;
};

enum class KnotKind : std::uint8_t { East, North, Diagonal, LowerMiddle, UpperMiddle };

std::uint64_t knot_number(std::int64_t x, std::int64_t y, KnotKind kind) {
    constexpr std::int64_t kOffset = std::int64_t{1} << 27;
    return (static_cast<std::uint64_t>(x + kOffset) << 32U) | (static_cast<std::uint64_t>(y + kOffset) << 3U) |
           static_cast<std::uint64_t>(kind);
}

/// A source that may be the best somewhere in a square, with a cost below which it is nowhere there.
struct NearSource {
    std::uint32_t source = 0;
    double least = 0.0;

    bool operator<(const NearSource& other) const {
        return std::tie(least, source) < std::tie(other.least, other.source);
    }
};
using Near = std::vector<NearSource>;  ///< cheapest first

class Grid {
public:
    Grid(const ReachQuestion& question, std::vector<ReachSource> sources)
        : question_(question),
          sources_(std::move(sources)),
          max_access_(question.nearest.options().access.max_access),
          leg_(static_cast<double>(leg_cost(question.nearest.options().access, 1000.0)) / 1000.0) {}

    /// Squares that any source may reach, in order.
    std::vector<Square> prepare(core::Progress& progress) {
        core::Stage bounding(progress, 0.0, 0.3);
        find_boxes(bounding);
        core::Stage indexing(progress, 0.3, 0.5);
        index_ = geo::BoxIndex(boxes_, {}, indexing);
        std::vector<Square> squares;
        core::LoopSteps steps(progress, 0.5, 0.9, boxes_.size());
        for (std::size_t i = 0; i < boxes_.size(); ++i) {
            steps.at(i);
            add_squares(boxes_[i], squares);
        }
        keep_once(squares);
        find_scales(squares);
        progress.step(1.0);
        return squares;
    }

    void outline(const Square& square, std::vector<OutlinePiece>& pieces) const {
        Near near;
        geo::GridBox box;
        box.add(place(square.x, square.y));
        box.add(place(square.x + square.size, square.y + square.size));
        index_.for_each(box, [&](std::uint32_t source) { near.push_back({source, sources_[source].least()}); });
        std::sort(near.begin(), near.end());
        divide(square, near, pieces);
    }

private:
    [[nodiscard]] double last_limit() const { return static_cast<double>(question_.limits.back()) + 0.5; }

    /// What a source may reach, a little more.
    void find_boxes(core::Progress& progress) {
        double nearest_latitude = 90.0;
        core::LoopSteps steps(progress, 0.0, 1.0, sources_.size());
        for (const auto& source : sources_) {
            steps.at(boxes_.size());
            const double metres = std::min(max_access_, (last_limit() - source.least()) / leg_) * 1.001 + 20.0;
            geo::GridBox box = geo::LocalFrame(source.from).box(metres);
            box.add(geo::LocalFrame(source.to).box(metres));
            boxes_.push_back(box);
            if (box.min_y <= 0 && box.max_y >= 0) nearest_latitude = 0.0;
            const auto y = static_cast<double>(std::min(std::abs(box.min_y), std::abs(box.max_y)));
            nearest_latitude = std::min(nearest_latitude, y / geo::kGridUnitsPerDegree);
        }
        step_x_ = step_east(nearest_latitude);
    }

    static std::int64_t floor_of(std::int64_t units, std::int64_t step) {
        const auto steps = units / step;
        return steps - (units % step < 0 ? 1 : 0);
    }
    /// Adds the large squares that a box meets. Boxes that follow each other mostly meet the same.
    void add_squares(const geo::GridBox& box, std::vector<Square>& squares) {
        const geo::GridBox met{floor_of(box.min_x, step_x_ * kSquare), floor_of(box.min_y, kStep * kSquare),
                               floor_of(box.max_x, step_x_ * kSquare), floor_of(box.max_y, kStep * kSquare)};
        if (met == last_met_) return;
        last_met_ = met;
        for (auto x = met.min_x; x <= met.max_x; ++x) {
            for (auto y = met.min_y; y <= met.max_y; ++y) squares.push_back({x * kSquare, y * kSquare, kSquare});
        }
        if (squares.size() < most_squares_) return;
        keep_once(squares);
        most_squares_ = std::max(most_squares_, 2 * squares.size());
    }
    static void keep_once(std::vector<Square>& squares) {
        std::ranges::sort(squares);
        const auto twice = std::ranges::unique(squares);
        squares.erase(twice.begin(), twice.end());
    }

    /// Of each row of squares and of the one north of them, at its southern border.
    void find_scales(const std::vector<Square>& squares) {
        if (squares.empty()) return;
        const auto ends = std::ranges::minmax_element(squares, {}, &Square::y);
        first_row_ = ends.min->y / kSquare;
        for (auto row = first_row_; row <= ends.max->y / kSquare + 1; ++row) {
            const GridPoint origin{0, row * kSquare * kStep};
            const auto metres = geo::LocalFrame(origin).to_metres({origin.x + kStep, origin.y + kStep});
            scales_.push_back({metres.x / static_cast<double>(kStep), metres.y / static_cast<double>(kStep)});
        }
    }

    [[nodiscard]] GridPoint place(std::int64_t x, std::int64_t y) const { return {x * step_x_, y * kStep}; }

    [[nodiscard]] std::uint32_t owner_of(std::uint32_t destination) const {
        return question_.owners.empty() ? 0 : question_.owners[destination];
    }
    /// 1 for the first band ... ; nothing beyond the last.
    [[nodiscard]] std::optional<std::uint32_t> band_of(double cost) const {
        const auto& limits = question_.limits;
        const auto band =
            std::ranges::find_if(limits, [&](std::int64_t limit) { return cost <= static_cast<double>(limit) + 0.5; });
        if (band == limits.end()) return std::nullopt;
        return static_cast<std::uint32_t>(band - limits.begin());
    }

    /// The same whatever else `near` holds, if it holds the best source.
    [[nodiscard]] Found find(const ScaledFrame& frame, const Near& near) const {
        double best = kInfinity;
        std::uint32_t destination = network::kNone;
        for (const auto& [number, least] : near) {
            if (least > best) break;
            const auto& source = sources_[number];
            const double cost = cost_over(source, frame, leg_, max_access_).cost;
            if (cost < best || (cost == best && source.destination < destination)) {
                best = cost;
                destination = source.destination;
            }
        }
        const auto band = band_of(best);
        if (!band) return {best, 0};
        return {best, owner_of(destination) * static_cast<std::uint32_t>(question_.limits.size()) + *band + 1};
    }

    /// One scale for a row of squares, so that a corner's is the same in every square that has it.
    [[nodiscard]] ScaledFrame frame_of(const GridPoint& where, std::int64_t row) const {
        return {where, scales_[static_cast<std::size_t>(floor_of(row, kSquare) - first_row_)]};
    }

    /// What is known of all places of a square.
    struct Bounds {
        double least = kInfinity;
        double most = kInfinity;
        Near near;  ///< the sources that may be the best somewhere in it
    };

    [[nodiscard]] Bounds bounds_of(const Square& square, const Near& near) const {
        const auto south_west = place(square.x, square.y);
        const auto north_east = place(square.x + square.size, square.y + square.size);
        const auto frame =
            frame_of({std::midpoint(south_west.x, north_east.x), std::midpoint(south_west.y, north_east.y)}, square.y);
        const auto corner = frame.to_metres(north_east);
        // Only corners on the northern border of a row of squares have another scale, by less than a thousandth.
        const double half = std::sqrt(corner.x * corner.x + corner.y * corner.y) * 1.001 +
                            ((square.y + square.size) % kSquare == 0 ? 0.001 * max_access_ : 0.01);
        Bounds bounds;
        for (const auto& [number, least_around] : near) {
            // What holds for a larger square round this one holds for it.
            if (least_around > std::min(bounds.most, last_limit())) break;
            const auto& source = sources_[number];
            auto way = cost_over(source, frame, leg_, max_access_ + half);
            const double least = std::max(way.cost - leg_ * half, least_around);
            if (least > std::min(bounds.most, last_limit())) continue;
            bounds.near.push_back({number, least});
            if (half >= max_access_) continue;
            if (way.metres > max_access_ - half) way = cost_over(source, frame, leg_, max_access_ - half);
            bounds.most = std::min(bounds.most, way.cost + leg_ * half);
        }
        std::erase_if(bounds.near, [&](const NearSource& source) { return source.least > bounds.most; });
        std::sort(bounds.near.begin(), bounds.near.end());
        if (!bounds.near.empty()) bounds.least = bounds.near.front().least;
        return bounds;
    }

    /// Whether all of a square belongs to one area, or to none.
    [[nodiscard]] bool is_uniform(const Bounds& bounds) const {
        if (bounds.near.empty()) return true;
        const auto band = band_of(bounds.most);
        if (!band || band != band_of(bounds.least)) return false;
        const auto owner = owner_of(sources_[bounds.near.front().source].destination);
        return std::ranges::all_of(
            bounds.near, [&](const NearSource& near) { return owner_of(sources_[near.source].destination) == owner; });
    }

    void divide(const Square& square, const Near& near, std::vector<OutlinePiece>& pieces) const {
        const auto bounds = bounds_of(square, near);
        if (is_uniform(bounds)) return;
        if (square.size == kBlock) return cut_block(square, bounds.near, pieces);
        if (square.size != kSimplified) return divide_in_four(square, bounds.near, pieces);
        std::vector<OutlinePiece> fine;
        divide_in_four(square, bounds.near, fine);
        constexpr double kTolerance = 0.3;  // metres
        const auto scale = frame_of({}, square.y).scale;
        geo::simplify_outlines(fine, {scale.x * geo::kGridUnitsPerDegree, scale.y * geo::kGridUnitsPerDegree},
                               kTolerance, pieces);
    }
    void divide_in_four(const Square& square, const Near& near, std::vector<OutlinePiece>& pieces) const {
        const auto half = square.size / 2;
        for (const auto& [x, y] : {std::pair{0, 0}, {1, 0}, {0, 1}, {1, 1}}) {
            divide({square.x + x * half, square.y + y * half, half}, near, pieces);
        }
    }

    /// Looks at all corners of the cells of a small square.
    void cut_block(const Square& block, const Near& near, std::vector<OutlinePiece>& pieces) const {
        std::array<std::array<Corner, kBlock + 1>, kBlock + 1> corners;  // by row
        for (std::int64_t y = 0; y <= kBlock; ++y) {
            for (std::int64_t x = 0; x <= kBlock; ++x) {
                auto& corner = corners[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)];
                corner = {block.x + x, block.y + y, {}};
                corner.found = find(frame_of(place(corner.x, corner.y), corner.y), near);
            }
        }
        for (std::size_t y = 0; y < kBlock; ++y) {
            for (std::size_t x = 0; x < kBlock; ++x) {
                const auto& south_west = corners[y][x];
                const auto& north_east = corners[y + 1][x + 1];
                cut_triangle({south_west, corners[y][x + 1], north_east}, KnotKind::LowerMiddle, near, pieces);
                cut_triangle({south_west, north_east, corners[y + 1][x]}, KnotKind::UpperMiddle, near, pieces);
            }
        }
    }

    /// Anticlockwise. Two areas meet at a straight piece, three at a place in the middle.
    void cut_triangle(const std::array<Corner, 3>& corners, KnotKind middle, const Near& near,
                      std::vector<OutlinePiece>& pieces) const {
        std::array<std::optional<Knot>, 3> knots;  // on the side from each corner to the next
        std::size_t count = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            const auto& next = corners[(i + 1) % 3];
            if (corners[i].found.area == next.found.area) continue;
            knots[i] = crossing(corners[i], next, near);
            ++count;
        }
        if (count == 2) {
            std::size_t odd = 0;  // the corner that differs from the other two
            while (!knots[odd] || !knots[(odd + 2) % 3]) ++odd;
            pieces.push_back({knots[odd].value(), knots[(odd + 2) % 3].value(), corners[odd].found.area,
                              corners[(odd + 1) % 3].found.area});
        } else if (count == 3) {
            const Knot centre{knot_number(corners[0].x, corners[0].y, middle), mean(knots)};
            for (std::size_t i = 0; i < 3; ++i) {
                pieces.push_back({knots[i].value(), centre, corners[i].found.area, corners[(i + 1) % 3].found.area});
            }
        }
    }

    static geo::Point mean(const std::array<std::optional<Knot>, 3>& knots) {
        geo::Point sum;
        for (const auto& knot : knots) sum = {sum.x + knot->place.x / 3.0, sum.y + knot->place.y / 3.0};
        return sum;
    }

    /// Where the area of the south-western of two corners ends on the way to the other; the same for both triangles at
    /// the side.
    [[nodiscard]] Knot crossing(Corner one, Corner other, const Near& near) const {
        if (std::pair(other.x, other.y) < std::pair(one.x, one.y)) std::swap(one, other);
        const auto kind = other.x == one.x ? KnotKind::North : other.y == one.y ? KnotKind::East : KnotKind::Diagonal;
        const double t = std::clamp(share_of(one, other, near), 0.01, 0.99);
        const auto start = geo::to_degrees(place(one.x, one.y));
        const auto end = geo::to_degrees(place(other.x, other.y));
        return {knot_number(one.x, one.y, kind), {std::lerp(start.x, end.x, t), std::lerp(start.y, end.y, t)}};
    }

    /// By halving; where only a limit lies between the two costs, first where an even cost would pass it.
    [[nodiscard]] double share_of(const Corner& one, const Corner& other, const Near& near) const {
        constexpr int kTrials = 7;
        const auto from = place(one.x, one.y);
        const auto to = place(other.x, other.y);
        const double limit = limit_between(one.found, other.found);
        double low = 0.0;
        double high = 1.0;
        double low_cost = one.found.cost;
        double high_cost = other.found.cost;
        for (int trial = 0; trial < kTrials; ++trial) {
            const bool is_even =
                std::isfinite(limit) && std::isfinite(high_cost - low_cost) && high_cost != low_cost && trial % 3 < 2;
            const double share = is_even ? (limit - low_cost) / (high_cost - low_cost) : 0.5;
            const double t = std::lerp(low, high, std::clamp(share, 0.0, 1.0));
            const auto found = find(frame_of(geo::interpolate(from, to, t), one.y), near);
            if (is_even && std::abs(found.cost - limit) < kClose * leg_) return t;
            const bool is_before = found.area == one.found.area;
            (is_before ? low : high) = t;
            (is_before ? low_cost : high_cost) = found.cost;
        }
        return std::midpoint(low, high);
    }

    /// The limit of the band of the nearer of two places; infinite where another area lies between.
    [[nodiscard]] double limit_between(const Found& one, const Found& other) const {
        const auto band = band_of(std::min(one.cost, other.cost));
        if (!band) return kInfinity;
        const auto limit = static_cast<double>(question_.limits[*band]);
        if (std::max(one.cost, other.cost) > limit) return limit;
        return kInfinity;
    }

    static constexpr std::int64_t kBlock = 2;        ///< steps of the squares whose corners are all looked at
    static constexpr std::int64_t kSimplified = 32;  ///< steps of the squares in which outlines are simplified
    static constexpr double kClose = 0.1;            ///< metres of leg

    const ReachQuestion& question_;
    std::vector<ReachSource> sources_;
    double max_access_ = 0.0;
    double leg_ = 0.0;  ///< cost of a metre
    std::int64_t step_x_ = kStep;
    core::UnfilledVector<geo::GridBox> boxes_;
    geo::BoxIndex index_;
    geo::GridBox last_met_;               ///< columns and rows of large squares
    std::size_t most_squares_ = 1 << 18;  ///< from which on they are looked through for such as are there twice
    std::int64_t first_row_ = 0;          ///< of the large squares
    std::vector<geo::Point> scales_;      ///< by row of large squares
};

}  // namespace

geo::Geometries reach_areas(const ReachQuestion& question, const core::Parallel& parallel, core::Progress& progress) {
    core::Stage finding(progress, 0.0, 0.1);
    Grid grid(question, reach_sources(question.nearest, question.limits.back(), finding));
    core::Stage preparing(progress, 0.1, 0.15);
    const auto squares = grid.prepare(preparing);
    std::vector<std::vector<OutlinePiece>> found(squares.size());
    core::Stage outlining(progress, 0.15, 0.9);
    core::parallel_for(squares.size(), {.threads = parallel.threads, .grain = 1}, outlining,
                       [&](std::size_t begin, std::size_t end) {
                           for (auto i = begin; i < end; ++i) grid.outline(squares[i], found[i]);
                       });
    std::vector<OutlinePiece> pieces;
    for (auto& some : found) std::ranges::move(some, std::back_inserter(pieces));
    const auto owners = question.owners.empty() ? 1 : *std::ranges::max_element(question.owners) + 1;
    core::Stage joining(progress, 0.9, 1.0);
    return geo::areas_within(pieces, owners * static_cast<std::uint32_t>(question.limits.size()), joining);
}

}  // namespace desakota::paths
