#include "engine/geo/polygons.h"

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

}  // namespace
}  // namespace desakota::geo
