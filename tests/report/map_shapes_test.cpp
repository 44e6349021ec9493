#include "engine/report/map_shapes.h"

#include <algorithm>
#include <array>
#include <gtest/gtest.h>
#include <limits>

#include "engine/geo/coordinate_system.h"

namespace desakota::report {
namespace {

const MapGrid kGrid{{100.0, 0.0}, 0.001, 1000, 1000, {}};

geo::Geometries feature(geo::PartRole role, std::initializer_list<geo::Point> points) {
    geo::Geometries geometries;
    geometries.add_part(role, std::vector<geo::Point>(points));
    geometries.end_feature();
    return geometries;
}

std::string packed(const geo::Geometries& geometries, std::int64_t coarseness = 1) {
    return packed_shapes(geometries, {{0}}, kGrid, coarseness);
}

TEST(PackedShapes, AreStepsFromThePointBefore) {
    // One part; 2 points of a line (2 * 4 + 1); 3 east and 1 north, then 2 west.
    EXPECT_EQ(packed(feature(geo::PartRole::Line, {{100.003, 0.001}, {100.001, 0.001}})), "BJGCDA");
}

TEST(PackedShapes, LeaveOutWhatAddsNothing) {
    const auto line = feature(geo::PartRole::Line, {{100.0, 0.0}, {100.0001, 0.0}, {100.002, 0.002}, {100.004, 0.004}});
    EXPECT_EQ(packed(line), packed(feature(geo::PartRole::Line, {{100.0, 0.0}, {100.004, 0.004}})));
    const auto back = feature(geo::PartRole::Line, {{100.0, 0.0}, {100.004, 0.0}, {100.002, 0.0}});
    EXPECT_NE(packed(back), packed(feature(geo::PartRole::Line, {{100.0, 0.0}, {100.002, 0.0}})));
}

TEST(PackedShapes, DropLinesAndHolesThatShrinkToAPointButNoAreas) {
    const std::initializer_list<geo::Point> tiny{{100.01, 0.01}, {100.0101, 0.01}, {100.01, 0.0101}, {100.01, 0.01}};
    EXPECT_EQ(packed(feature(geo::PartRole::Line, tiny)), "A");
    EXPECT_EQ(packed(feature(geo::PartRole::InnerRing, tiny)), "A");
    EXPECT_EQ(packed(feature(geo::PartRole::OuterRing, tiny)), "BOUUCABC");
    EXPECT_EQ(packed(feature(geo::PartRole::Point, {{100.01, 0.01}})), "BEUU");
}

TEST(PackedShapes, KeepSharedBordersShared) {
    const geo::Point a{100.0104, 0.0203};
    const geo::Point b{100.0296, 0.0497};
    geo::Geometries two;
    two.add_part(geo::PartRole::OuterRing, std::array{a, b, geo::Point{100.001, 0.05}, a});
    two.end_feature();
    two.add_part(geo::PartRole::OuterRing, std::array{b, a, geo::Point{100.05, 0.01}, b});
    two.end_feature();
    // The second begins where the first ended on the same two grid points, whatever their order.
    const auto text = packed_shapes(two, {{0}, {1}}, kGrid);
    EXPECT_EQ(text.substr(0, 2), "BO");
    EXPECT_EQ(packed_shapes(two, {{0, 1}}, kGrid).substr(0, 1), "C");
}

TEST(PackedShapes, LeaveOutWhatLiesFarOutsideOrNowhere) {
    const auto nowhere = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(packed(feature(geo::PartRole::Point, {{102.0, 0.5}})), "A");
    EXPECT_EQ(packed(feature(geo::PartRole::Point, {{nowhere, 0.5}})), "A");
    EXPECT_NE(packed(feature(geo::PartRole::Line, {{102.0, 0.5}, {100.5, 0.5}})), "A");
}

TEST(PackedShapes, AreShorterTheCoarserTheyAre) {
    geo::Geometries road;
    for (int i = 0; i < 400; ++i) road.add_coordinate({100.0 + 0.001 * i, 0.001 * (i % 2)});
    road.end_part(geo::PartRole::Line);
    road.end_feature();
    EXPECT_LT(packed(road, 4).size() * 3, packed(road).size());
}

Extent extent_of(std::initializer_list<geo::Point> points) {
    Extent extent;
    extent.add(feature(geo::PartRole::Line, points));
    return extent;
}

TEST(PackedShapes, LeaveOutWhatLiesBetweenAreas) {
    const std::vector<Extent> areas{extent_of({{100.0, 0.0}, {100.1, 0.1}}), extent_of({{101.0, 0.0}, {101.1, 0.1}})};
    const auto grid = grid_over(areas, 0.001);
    EXPECT_EQ(packed_shapes(feature(geo::PartRole::Point, {{100.5, 0.05}}), {{0}}, grid), "A");
    EXPECT_NE(packed_shapes(feature(geo::PartRole::Point, {{101.05, 0.05}}), {{0}}, grid), "A");
}

TEST(GridOver, CoversTheAreas) {
    EXPECT_TRUE(Extent{}.is_empty());
    const auto grid = grid_over({extent_of({{104.0, -3.0}, {106.0, -2.0}})}, 0.0005);
    EXPECT_DOUBLE_EQ(grid.corner.x, 104.0);
    EXPECT_EQ(grid.width, 4000);
    EXPECT_EQ(grid.height, 2000);
}

TEST(AreasOf, JoinWhatLiesNearAndPartWhatLiesFar) {
    const auto left = extent_of({{104.0, -3.0}, {104.2, -2.8}});
    const auto right = extent_of({{104.3, -3.0}, {104.5, -2.8}});
    const auto between = extent_of({{104.2, -3.0}, {104.3, -2.8}});
    const auto far = extent_of({{117.0, 2.0}, {117.1, 2.1}});
    const auto areas = areas_of({left, far, right, between, Extent{}});
    ASSERT_EQ(areas.size(), 2U);
    EXPECT_DOUBLE_EQ(std::max(areas[0].side(), areas[1].side()), 0.5);
}

TEST(Steps, AreOfAMetreHoweverFarApartAreasLie) {
    const std::vector<Extent> areas{extent_of({{104.0, -3.0}, {104.4, -2.8}}), extent_of({{117.0, 2.0}, {117.1, 2.1}})};
    EXPECT_DOUBLE_EQ(finest_step(areas), 1e-5);
    EXPECT_NEAR(coarsest_step(areas), 0.4 / 4000.0, 1e-12);
    EXPECT_GT(finest_step({extent_of({{104.0, -3.0}})}), 0.0);
}

TEST(InDegrees, ConvertsFromTheLayersSystem) {
    layers::Layer layer;
    layer.crs = "EPSG:32748";
    layer.geometry = feature(geo::PartRole::Point, {{500000.0, 10000000.0}});
    const auto place = in_degrees(layer).all_coordinates()[0];
    EXPECT_NEAR(place.x, 105.0, 1e-9);
    EXPECT_NEAR(place.y, 0.0, 1e-9);
}

TEST(HaveSameGeometry, LooksAtPlacesPartsAndSystem) {
    layers::Layer a;
    a.geometry = feature(geo::PartRole::Line, {{1.0, 2.0}, {3.0, 4.0}});
    auto b = a;
    EXPECT_TRUE(have_same_geometry(a, b));
    b.crs = geo::wgs84_wkt();
    EXPECT_FALSE(have_same_geometry(a, b));
    b = a;
    b.geometry.all_coordinates()[1].x = 3.5;
    EXPECT_FALSE(have_same_geometry(a, b));
    b.geometry = feature(geo::PartRole::InnerRing, {{1.0, 2.0}, {3.0, 4.0}});
    EXPECT_FALSE(have_same_geometry(a, b));
}

}  // namespace
}  // namespace desakota::report
