#include "engine/geo/convex_hull.h"

#include <algorithm>
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

#include "engine/geo/measure.h"

namespace desakota::geo {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

GridPoint at(double x, double y) {
    return to_grid({x, y});
}

const std::vector<GridPoint> kSquare{at(105, -2), at(106, -2), at(106, -1), at(105, -1)};

TEST(ConvexHull, HasTheCornersAnticlockwiseFromTheWest) {
    auto places = kSquare;
    places.push_back(at(105.5, -1.5));
    places.push_back(at(105.5, -2));  // on a side
    places.push_back(at(105, -1));    // twice
    const ConvexHull hull(places);
    EXPECT_THAT(hull.corners(), ElementsAre(at(105, -2), at(106, -2), at(106, -1), at(105, -1)));
}

TEST(ConvexHull, ContainsItsInsideAndItsBoundary) {
    const ConvexHull hull(kSquare);
    EXPECT_TRUE(hull.contains(at(105.5, -1.5)));
    EXPECT_TRUE(hull.contains(at(105.5, -2)));
    EXPECT_TRUE(hull.contains(at(106, -1)));
    EXPECT_FALSE(hull.contains(at(106.000000001, -1.5)));
}

TEST(ConvexHull, MeasuresToItsBoundaryFromInsideAndOutside) {
    const ConvexHull hull(kSquare);
    EXPECT_NEAR(hull.distance_to_boundary(at(105.01, -1.5)), distance(at(105.01, -1.5), at(105, -1.5)), 0.01);
    EXPECT_NEAR(hull.distance_to_boundary(at(106.02, -1.5)), distance(at(106.02, -1.5), at(106, -1.5)), 0.01);
    EXPECT_NEAR(hull.distance_to_boundary(at(107, 0)), distance(at(107, 0), at(106, -1)), 0.01);
}

TEST(ConvexHull, OfFewPlacesIsAPieceAPointOrNothing) {
    const ConvexHull piece(std::vector<GridPoint>{at(105, -2), at(106, -1), at(105.5, -1.5)});
    EXPECT_EQ(piece.corners().size(), 2U);
    EXPECT_TRUE(piece.contains(at(105.25, -1.75)));
    EXPECT_FALSE(piece.contains(at(105.25, -1.76)));
    EXPECT_FALSE(piece.contains(at(104, -3)));
    const ConvexHull point(std::vector<GridPoint>{at(105, -2)});
    EXPECT_TRUE(point.contains(at(105, -2)));
    const ConvexHull nothing;
    EXPECT_THAT(nothing.corners(), IsEmpty());
    EXPECT_FALSE(nothing.contains(at(105, -2)));
    EXPECT_TRUE(std::isinf(nothing.distance_to_boundary(at(105, -2))));
}

TEST(ConvexHull, ContainsEveryPlaceOfACloudAndTurnsLeftAtEveryCorner) {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        SCOPED_TRACE(seed);
        std::vector<GridPoint> places;
        std::uint64_t state = seed * 0x9E3779B97F4A7C15U;
        const auto next = [&] {
            state = state * 6364136223846793005U + 1442695040888963407U;
            return static_cast<std::int64_t>((state >> 33U) % (seed < 100 ? 7U : 1'000'000'000U));
        };
        for (int i = 0; i < 60; ++i) places.push_back({next(), next()});
        const ConvexHull hull(places);
        const auto corners = hull.corners();
        for (const auto& place : places) EXPECT_TRUE(hull.contains(place));
        for (const auto& corner : corners) EXPECT_NE(std::ranges::find(places, corner), places.end());
        const ConvexHull again(corners);
        EXPECT_EQ(std::vector(again.corners().begin(), again.corners().end()),
                  std::vector(corners.begin(), corners.end()));
    }
}

/// Islands along a bow, the places of each one after the other.
TEST(ConvexHull, OfManyScatteredIslandsContainsEveryPlaceWithCornersAmongThem) {
    std::vector<GridPoint> places;
    std::uint64_t state = 7;
    const auto next = [&](std::uint64_t range) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::int64_t>((state >> 33U) % range);
    };
    constexpr std::int64_t kIslands = 9;
    places.reserve(200'000);
    for (std::int64_t i = 0; i < 200'000; ++i) {
        const auto island = i * kIslands / 200'000;
        const GridPoint middle{island * 5'000'000'000, (island - 4) * (island - 4) * 200'000'000};
        places.push_back({middle.x + next(1'000'000'000), middle.y + next(2'000'000'000)});
    }
    const ConvexHull hull(places);
    const std::set<GridPoint> among(places.begin(), places.end());
    EXPECT_GT(hull.corners().size(), 20U);
    for (const auto& corner : hull.corners()) EXPECT_TRUE(among.contains(corner));
    EXPECT_TRUE(std::ranges::all_of(places, [&](const GridPoint& place) { return hull.contains(place); }));
    std::ranges::reverse(places);
    EXPECT_THAT(ConvexHull(places).corners(), testing::ElementsAreArray(hull.corners()));
}

}  // namespace
}  // namespace desakota::geo
