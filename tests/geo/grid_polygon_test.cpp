#include "engine/geo/grid_polygon.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <numbers>
#include <utility>

#include "tests/support/for_each_seed.h"

#include "engine/geo/measure.h"

namespace desakota::geo {
namespace {

using test_support::for_each_seed;
using test_support::Random;
using Ring = std::vector<Point>;

GridPolygon polygon(const std::vector<std::pair<PartRole, Ring>>& rings) {
    Geometries geometries;
    for (const auto& [role, ring] : rings) geometries.add_part(role, ring);
    geometries.end_feature();
    return {geometries, 0};
}

const Ring kSquare{{0, 0}, {4, 0}, {4, 4}, {0, 4}, {0, 0}};
const Ring kHole{{1, 1}, {1, 3}, {3, 3}, {3, 1}, {1, 1}};
const Ring kIsland{{6, 0}, {8, 0}, {8, 4}, {6, 4}, {6, 0}};

GridPolygon with_hole_and_island() {
    return polygon({{PartRole::OuterRing, kSquare}, {PartRole::InnerRing, kHole}, {PartRole::OuterRing, kIsland}});
}

/// The ends of the stretches inside, as from, to, from, to ...
std::vector<double> inside(const GridPolygon& polygon, const Point& a, const Point& b) {
    std::vector<GridPolygon::Stretch> stretches;
    polygon.clip(to_grid(a), to_grid(b), stretches);
    std::vector<double> ends;
    for (const auto& stretch : stretches) {
        ends.push_back(stretch.from);
        ends.push_back(stretch.to);
    }
    return ends;
}

auto shares(std::initializer_list<double> values) {
    std::vector<testing::Matcher<double>> matchers;
    for (const auto value : values) matchers.emplace_back(testing::DoubleNear(value, 1e-9));
    return testing::ElementsAreArray(matchers);
}

TEST(GridPolygon, HoldsItsPartsWithoutTheirHoles) {
    const auto shape = with_hole_and_island();
    EXPECT_TRUE(shape.contains(to_grid({0.5, 2})));
    EXPECT_TRUE(shape.contains(to_grid({7, 1})));
    EXPECT_FALSE(shape.contains(to_grid({2, 2})));
    EXPECT_FALSE(shape.contains(to_grid({5, 2})));
    EXPECT_FALSE(shape.contains(to_grid({9, 2})));
    EXPECT_FALSE(shape.contains(to_grid({2, 5})));
}

TEST(GridPolygon, HoldsItsBorder) {
    const auto shape = with_hole_and_island();
    for (const Point place : {Point{0, 0}, Point{2, 0}, Point{4, 4}, Point{0, 3}, Point{1, 2}, Point{3, 3}}) {
        EXPECT_TRUE(shape.contains(to_grid(place))) << place.x << " " << place.y;
    }
}

TEST(GridPolygon, CutsAPieceAtEveryBorder) {
    EXPECT_THAT(inside(with_hole_and_island(), {-1, 2}, {9, 2}), shares({0.1, 0.2, 0.4, 0.5, 0.7, 0.9}));
}

TEST(GridPolygon, TakesAPieceThatLiesInsideAsAWhole) {
    EXPECT_THAT(inside(with_hole_and_island(), {0.5, 0.5}, {0.5, 3.5}), shares({0, 1}));
    EXPECT_THAT(inside(with_hole_and_island(), {2, 1.5}, {2, 2.5}), shares({}));
}

TEST(GridPolygon, TakesAPieceAlongItsBorderAndBeyond) {
    EXPECT_THAT(inside(with_hole_and_island(), {2, 4}, {10, 4}), shares({0, 0.25, 0.5, 0.75}));
    EXPECT_THAT(inside(with_hole_and_island(), {1, 1}, {1, 3}), shares({0, 1}));
}

TEST(GridPolygon, TakesNothingOfAPieceThatTouchesACorner) {
    EXPECT_THAT(inside(with_hole_and_island(), {3, 5}, {5, 3}), shares({}));
}

TEST(GridPolygon, PassesThroughCornersInOneStretch) {
    EXPECT_THAT(inside(polygon({{PartRole::OuterRing, kSquare}}), {-1, -1}, {5, 5}), shares({1.0 / 6, 5.0 / 6}));
}

TEST(GridPolygon, AsksNothingOfAFeatureWithoutRings) {
    const GridPolygon nothing = polygon({{PartRole::Point, {{1, 1}}}});
    EXPECT_FALSE(nothing.contains(to_grid({1, 1})));
    EXPECT_THAT(inside(nothing, {0, 0}, {2, 2}), shares({}));
}

/// A star of many corners round (0, 0), about a thousandth of a degree wide.
Ring random_star(Random& random) {
    const auto corners = 3 + random.below(60);
    Ring ring;
    for (std::size_t i = 0; i < corners; ++i) {
        const double angle = 2.0 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(corners);
        const double radius = random.between(0.0002, 0.001);
        ring.push_back({radius * std::cos(angle), radius * std::sin(angle)});
    }
    ring.push_back(ring.front());
    return ring;
}

/// By the sum of the angles under which the edges are seen.
bool winds_round(const Ring& ring, const Point& place) {
    double sum = 0.0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const Point a{ring[i].x - place.x, ring[i].y - place.y};
        const Point b{ring[i + 1].x - place.x, ring[i + 1].y - place.y};
        sum += std::atan2(a.x * b.y - a.y * b.x, a.x * b.x + a.y * b.y);
    }
    return std::abs(sum) > std::numbers::pi;
}

TEST(GridPolygon, AgreesWithDenseSamples) {
    for_each_seed(300, [](Random& random) {
        const auto star = random_star(random);
        const auto shape = polygon({{PartRole::OuterRing, star}});
        const auto any = [&] { return random.between(-0.0012, 0.0012); };
        const Point a{any(), any()};
        const Point b{any(), any()};
        constexpr int kSamples = 2000;
        int sampled = 0;
        for (int i = 0; i < kSamples; ++i) {
            const double t = (i + 0.5) / kSamples;
            const Point place{a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
            const bool in = winds_round(star, place);
            if (in) ++sampled;
            if (i % 50 != 0) continue;
            EXPECT_EQ(shape.contains(to_grid(place)), in) << place.x << " " << place.y;
        }
        const auto ends = inside(shape, a, b);
        double clipped = 0.0;
        for (std::size_t i = 0; i < ends.size(); i += 2) clipped += ends[i + 1] - ends[i];
        EXPECT_NEAR(clipped, static_cast<double>(sampled) / kSamples, static_cast<double>(ends.size() + 1) / kSamples);
    });
}

}  // namespace
}  // namespace desakota::geo
