#include "engine/geo/polygons.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace desakota::geo {
namespace {

using Ring = std::vector<Point>;

Geometries polygon(const std::vector<std::pair<PartRole, Ring>>& rings) {
    Geometries geometries;
    for (const auto& [role, ring] : rings) geometries.add_part(role, ring);
    geometries.end_feature();
    return geometries;
}

const Ring kSquare{{0, 0}, {4, 0}, {4, 4}, {0, 4}, {0, 0}};

TEST(PolygonExaminer, FindsThePointInTheMiddleOfASquare) {
    const auto finding = PolygonExaminer().examine(polygon({{PartRole::OuterRing, kSquare}}), 0);
    EXPECT_EQ(finding.state, PolygonState::Valid);
    EXPECT_EQ(finding.on_surface, (Point{2, 2}));
    EXPECT_TRUE(finding.fault.empty());
    EXPECT_EQ(finding.repaired.size(), 0U);
}

TEST(PolygonExaminer, StaysOutOfHoles) {
    const Ring hole{{1, 1}, {1, 3}, {3.5, 3}, {3.5, 1}, {1, 1}};
    const auto finding =
        PolygonExaminer().examine(polygon({{PartRole::OuterRing, kSquare}, {PartRole::InnerRing, hole}}), 0);
    EXPECT_EQ(finding.state, PolygonState::Valid);
    EXPECT_EQ(finding.on_surface, (Point{0.5, 2}));
}

TEST(PolygonExaminer, TakesTheWidestPartOfAMultiPolygon) {
    const Ring wide{{10, 0}, {20, 0}, {20, 4}, {10, 4}, {10, 0}};
    const auto finding =
        PolygonExaminer().examine(polygon({{PartRole::OuterRing, kSquare}, {PartRole::OuterRing, wide}}), 0);
    EXPECT_EQ(finding.on_surface, (Point{15, 2}));
}

TEST(PolygonExaminer, RepairsABowTieIntoItsTwoHalves) {
    const auto finding =
        PolygonExaminer().examine(polygon({{PartRole::OuterRing, {{0, 0}, {2, 2}, {2, 0}, {0, 2}, {0, 0}}}}), 0);
    EXPECT_EQ(finding.state, PolygonState::Repaired);
    EXPECT_THAT(finding.fault, testing::HasSubstr("Self-intersection"));
    ASSERT_EQ(finding.repaired.size(), 1U);
    EXPECT_EQ(finding.repaired.part_count(), 2U);
    EXPECT_EQ(PolygonExaminer().examine(finding.repaired, 0).state, PolygonState::Valid);
}

TEST(PolygonExaminer, CannotUseWhatEnclosesNothing) {
    const PolygonExaminer examiner;
    EXPECT_EQ(examiner.examine(polygon({{PartRole::OuterRing, {{0, 0}, {1, 1}, {0, 0}}}}), 0).state,
              PolygonState::Unusable);
    EXPECT_EQ(examiner.examine(polygon({{PartRole::OuterRing, {{0, 0}, {1, 1}, {2, 2}, {0, 0}}}}), 0).state,
              PolygonState::Unusable);
    EXPECT_EQ(examiner.examine(polygon({{PartRole::OuterRing, {{0, 0}, {1, 1}, {2, 0}, {5, 5}}}}), 0).state,
              PolygonState::Unusable);
}

Ring square(double x, double y, double side) {
    return {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}};
}

/// Squares as features, one each.
Geometries squares(const std::vector<Ring>& rings) {
    Geometries geometries;
    for (const auto& ring : rings) {
        if (!ring.empty()) geometries.add_part(PartRole::OuterRing, ring);
        geometries.end_feature();
    }
    return geometries;
}

double flat_area(const Geometries& geometries, std::size_t feature) {
    double area = 0.0;
    const auto range = geometries.parts(feature);
    for (auto part = range.first; part < range.last; ++part) {
        const auto ring = geometries.coordinates(part);
        double doubled = 0.0;
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            doubled += ring[i].x * ring[i + 1].y - ring[i + 1].x * ring[i].y;
        }
        area += (geometries.role(part) == PartRole::OuterRing ? 0.5 : -0.5) * std::abs(doubled);
    }
    return area;
}

const std::vector<std::uint32_t> kFirstThree{0, 1, 2};

TEST(Unite, DissolvesWhatTouchesAndKeepsApartWhatDoesNot) {
    const auto united = unite(squares({square(0, 0, 2), square(2, 0, 2), square(10, 0, 1)}), kFirstThree);
    ASSERT_EQ(united.size(), 1U);
    EXPECT_EQ(united.part_count(), 2U);
    EXPECT_EQ(flat_area(united, 0), 9.0);
    EXPECT_EQ(PolygonExaminer().examine(united, 0).state, PolygonState::Valid);
}

TEST(Unite, CountsOverlapsOnceAndKeepsHoles) {
    const auto overlapping = unite(squares({square(0, 0, 2), square(1, 0, 2)}), std::vector<std::uint32_t>{0, 1});
    EXPECT_EQ(flat_area(overlapping, 0), 6.0);
    const auto frame = unite(squares({square(0, 0, 1), square(1, 0, 1), square(2, 0, 1), square(0, 1, 1),
                                      square(2, 1, 1), square(0, 2, 1), square(1, 2, 1), square(2, 2, 1)}),
                             std::vector<std::uint32_t>{0, 1, 2, 3, 4, 5, 6, 7});
    EXPECT_EQ(frame.part_count(), 2U);
    EXPECT_EQ(frame.role(1), PartRole::InnerRing);
    EXPECT_EQ(flat_area(frame, 0), 8.0);
}

TEST(Unite, TakesOnlyTheFeaturesThatAreNamed) {
    const auto united =
        unite(squares({square(0, 0, 2), square(2, 0, 2), square(4, 0, 2)}), std::vector<std::uint32_t>{2, 0});
    EXPECT_EQ(united.part_count(), 2U);
    EXPECT_EQ(flat_area(united, 0), 8.0);
}

TEST(Unite, PutsRingsRightAndLeavesOutWhatEnclosesNothing) {
    const Ring bow_tie{{0, 0}, {2, 2}, {2, 0}, {0, 2}, {0, 0}};
    const Ring spike{{5, 5}, {6, 6}, {5, 5}};
    const auto united = unite(squares({bow_tie, {}, spike}), kFirstThree);
    EXPECT_EQ(flat_area(united, 0), 2.0);
    const auto nothing = unite(squares({{}, spike}), std::vector<std::uint32_t>{0, 1});
    ASSERT_EQ(nothing.size(), 1U);
    EXPECT_TRUE(nothing.is_missing(0));
    EXPECT_TRUE(unite({}, {}).is_missing(0));
}

}  // namespace
}  // namespace desakota::geo
