#include "engine/geo/area_outlines.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace desakota::geo {
namespace {

using testing::ElementsAre;

/// A closed outline through some places, anticlockwise: `inside` lies to its left. Knots are numbered from `first`.
std::vector<OutlinePiece> outline(const std::vector<Point>& places, std::uint64_t first, std::uint32_t inside,
                                  std::uint32_t outside = 0) {
    std::vector<OutlinePiece> pieces;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto next = (i + 1) % places.size();
        pieces.push_back({{first + i, places[i]}, {first + next, places[next]}, inside, outside});
    }
    return pieces;
}

std::vector<Point> square(double from, double to) {
    return {{from, from}, {to, from}, {to, to}, {from, to}};
}

Geometries areas_of(const std::vector<OutlinePiece>& outlines, std::uint32_t areas) {
    core::SilentProgress silent;
    return areas_within(outlines, areas, silent);
}

void append(std::vector<OutlinePiece>& to, const std::vector<OutlinePiece>& from) {
    to.insert(to.end(), from.begin(), from.end());
}

TEST(AreaOutlines, PutRingsTogetherFromTheirPieces) {
    const auto areas = areas_of(outline(square(0, 2), 1, 1), 2);
    ASSERT_EQ(areas.size(), 2U);
    ASSERT_EQ(areas.parts(0).last, 1U);
    EXPECT_EQ(areas.role(0), PartRole::OuterRing);
    EXPECT_THAT(areas.coordinates(0), ElementsAre(Point{0, 0}, Point{2, 0}, Point{2, 2}, Point{0, 2}, Point{0, 0}));
    EXPECT_TRUE(areas.is_missing(1));
}

TEST(AreaOutlines, GiveEachHoleToTheSmallestRingRoundIt) {
    // Area 1 is a ring round area 2, which is a ring round a second part of area 1.
    auto pieces = outline(square(0, 9), 1, 1);
    append(pieces, outline(square(1, 8), 11, 2, 1));
    append(pieces, outline(square(2, 7), 21, 1, 2));
    append(pieces, outline(square(3, 6), 31, 0, 1));
    const auto areas = areas_of(pieces, 2);
    ASSERT_EQ(areas.part_count(), 6U);
    const auto roles = [&](std::size_t part) { return std::pair(areas.role(part), areas.coordinates(part)[0].x); };
    EXPECT_EQ(roles(0), std::pair(PartRole::OuterRing, 0.0));
    EXPECT_EQ(roles(1), std::pair(PartRole::InnerRing, 1.0));
    EXPECT_EQ(roles(2), std::pair(PartRole::OuterRing, 2.0));
    EXPECT_EQ(roles(3), std::pair(PartRole::InnerRing, 3.0));
    EXPECT_EQ(roles(4), std::pair(PartRole::OuterRing, 1.0));
    EXPECT_EQ(roles(5), std::pair(PartRole::InnerRing, 2.0));
}

TEST(AreaOutlines, LeaveOutKnotsOnAStraightLineAndKeepCorners) {
    std::vector<Point> places;
    for (int i = 0; i < 10; ++i) places.push_back({i * 1.0, i % 2 == 0 ? 0.0 : 0.2});
    places.push_back({10, 0});
    places.push_back({10, 10});
    std::vector<OutlinePiece> simplified;
    simplify_outlines(outline(places, 1, 1), {1.0, 1.0}, 0.3, simplified);
    EXPECT_EQ(simplified.size(), 3U);
    std::vector<OutlinePiece> exact;
    simplify_outlines(outline(places, 1, 1), {1.0, 1.0}, 0.1, exact);
    EXPECT_EQ(exact.size(), 12U);
    std::vector<OutlinePiece> in_small_units;
    simplify_outlines(outline(places, 1, 1), {10.0, 10.0}, 0.3, in_small_units);
    EXPECT_EQ(in_small_units.size(), 12U);
}

TEST(AreaOutlines, KeepTheKnotsAtWhichThreeAreasMeet) {
    // Areas 1 and 2 share the side from (5, 0) by (5, 5) to (5, 10); three meet at its ends, which lie on straight
    // sides of both together.
    std::vector<OutlinePiece> pieces;
    const Knot south{1, {5, 0}};
    const Knot middle{2, {5, 5}};
    const Knot north{3, {5, 10}};
    const Knot north_west{4, {0, 10}};
    const Knot south_west{5, {0, 0}};
    const Knot south_east{6, {10, 0}};
    const Knot north_east{7, {10, 10}};
    pieces = {{south, middle, 1, 2},          {middle, north, 1, 2},     {north, north_west, 1, 0},
              {north_west, south_west, 1, 0}, {south_west, south, 1, 0}, {south, south_east, 2, 0},
              {south_east, north_east, 2, 0}, {north_east, north, 2, 0}};
    std::vector<OutlinePiece> simplified;
    simplify_outlines(pieces, {1.0, 1.0}, 0.3, simplified);
    EXPECT_EQ(simplified.size(), 7U);
    const auto areas = areas_of(simplified, 2);
    ASSERT_EQ(areas.part_count(), 2U);
    EXPECT_EQ(areas.coordinates(0).size(), 5U);
    EXPECT_EQ(areas.coordinates(1).size(), 5U);
}

TEST(AreaOutlines, KeepARingThatWouldVanish) {
    std::vector<OutlinePiece> simplified;
    simplify_outlines(outline(square(0, 0.1), 1, 1), {1.0, 1.0}, 0.3, simplified);
    EXPECT_EQ(simplified.size(), 4U);
}

}  // namespace
}  // namespace desakota::geo
