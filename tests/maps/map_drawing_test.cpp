#include "engine/maps/map_drawing.h"

#include <gtest/gtest.h>

#include "tests/maps/small_area.h"

namespace desakota::maps {
namespace {

/// So many short lines in the first settlement and east of it.
layers::Layer short_lines(std::size_t count) {
    layers::Layer layer;
    layer.name = "roads";
    layer.crs = geo::wgs84_wkt();
    layer.geometry_type = geo::GeometryType::Line;
    for (std::size_t i = 0; i < count; ++i) {
        const double x = 104.71 + 0.001 * static_cast<double>(i);
        layer.geometry.add_part(geo::PartRole::Line, std::vector<geo::Point>{{x, -2.59}, {x, -2.58}});
        layer.geometry.end_feature();
    }
    layer.row_count = count;
    return layer;
}

TEST(ShownBackground, LeavesOutLinesThatAreTooMany) {
    SmallMap map;
    const auto roads = short_lines(12);
    LayerPreparation preparation(map.layer, core::Parallel{}, map.progress);
    map.base.background.push_back(
        {LayerRole::Roads, {}, preparation.prepare({&roads, Style{.name = "roads", .names = {}}})});
    MapContent content{&map.base, &map.index, {}};
    const auto seen = map.index.projected->box;
    ASSERT_EQ(shown_background(content, seen).size(), 1U);
    EXPECT_EQ(shown_background(content, seen).front()->role, LayerRole::Roads);
    content.most_lines = 11;
    EXPECT_TRUE(shown_background(content, seen).empty());
    content.most_lines = 3;
    EXPECT_EQ(shown_background(content, map.index.projected->boxes[8]).size(), 1U);
}

TEST(ShownBackground, LeavesOutTheAreasThatTheIndexDraws) {
    auto layer = square_settlements(2, 1, {104.7, -2.6}, 0.05);
    SmallMap map(layer, distance_classes());
    LayerPreparation preparation(map.layer, core::Parallel{}, map.progress);
    map.index = preparation.prepare({&map.layer, distance_classes()});
    map.base.background = {
        {LayerRole::Area, {}, preparation.prepare({&map.layer, Style{.name = "area", .names = {}}})}};
    const MapContent content{&map.base, &map.index, {}};
    EXPECT_TRUE(shown_background(content, map.index.projected->box).empty());
    map.index.classes[1] = kNoClass;
    EXPECT_EQ(shown_background(content, map.index.projected->box).size(), 1U);
}

TEST(MarkerTimes, AreSmallerWhereManyAreInSight) {
    layers::Layer facilities;
    facilities.name = "facilities";
    facilities.crs = geo::wgs84_wkt();
    facilities.geometry_type = geo::GeometryType::Point;
    for (int i = 0; i < 200; ++i) {
        facilities.geometry.add_part(geo::PartRole::Point, std::vector<geo::Point>{{104.7 + 0.001 * i, -2.5}});
        facilities.geometry.end_feature();
    }
    facilities.row_count = 200;
    SmallMap map;
    LayerPreparation preparation(map.layer, core::Parallel{}, map.progress);
    const auto prepared = preparation.prepare({&facilities, Style{.name = "facilities", .names = {}}});
    EXPECT_LT(marker_times(prepared, prepared.projected->box), 1.0);
    EXPECT_EQ(marker_times(prepared, prepared.projected->boxes[3].grown(50.0)), 1.0);
    EXPECT_EQ(marker_times(map.index, map.index.projected->box), 1.0);
}

TEST(MarkerTimes, AreSmallerForWhatIsNoDestination) {
    SmallMap map;
    const auto layer = points({{104.72, -2.58}});
    LayerPreparation preparation(map.layer, core::Parallel{}, map.progress);
    const BackgroundLayer centres{
        LayerRole::Centres, {}, preparation.prepare({&layer, Style{.name = "centres", .names = {}}})};
    MapContent content{&map.base, &map.index, {}};
    const auto seen = map.index.projected->box;
    content.destinations = LayerRole::Centres;
    EXPECT_EQ(marker_times(content, centres, seen), 1.0);
    content.destinations = LayerRole::Facilities;
    EXPECT_LT(marker_times(content, centres, seen), 1.0);
}

TEST(ShownBackground, HasDestinationsOnTopAndLeavesOutPlacesThatTheIndexDraws) {
    const auto layer = points({{104.72, -2.58}, {104.73, -2.57}});
    const auto others = points({{104.71, -2.56}});
    SmallMap map(layer);
    LayerPreparation preparation(map.layer, core::Parallel{}, map.progress);
    map.index = preparation.prepare({&map.layer, distance_classes()});
    const Style plain{.name = "plain", .names = {}};
    map.base.background = {{LayerRole::Centres, {}, preparation.prepare({&map.layer, plain})},
                           {LayerRole::Facilities, {}, preparation.prepare({&others, plain})},
                           {LayerRole::Centres, {}, preparation.prepare({&others, plain})}};
    MapContent content{&map.base, &map.index, {}};
    content.destinations = LayerRole::Facilities;
    const auto shown = shown_background(content, map.index.projected->box.grown(5000.0));
    ASSERT_EQ(shown.size(), 2U);
    EXPECT_EQ(shown.back()->role, LayerRole::Facilities);
}

TEST(ShownBackground, HasLesserPlacesOnlyWhereTheMapIsAboutThem) {
    SmallMap map;
    const auto places = points({{104.72, -2.58}});
    LayerPreparation preparation(map.layer, core::Parallel{}, map.progress);
    const Style lesser{.name = "pustu", .names = {}};
    const Style named{.name = "puskesmas", .names = Names{"name"}};
    map.base.background = {{LayerRole::Facilities, {}, preparation.prepare({&places, named})},
                           {LayerRole::Facilities, {}, preparation.prepare({&places, lesser})},
                           {LayerRole::Centres, {}, preparation.prepare({&places, lesser})}};
    MapContent content{&map.base, &map.index, {}};
    const auto seen = map.index.projected->box;
    EXPECT_EQ(shown_background(content, seen).size(), 2U);
    content.destinations = LayerRole::Facilities;
    const auto shown = shown_background(content, seen);
    ASSERT_EQ(shown.size(), 3U);
    EXPECT_EQ(shown[0]->role, LayerRole::Centres);
    EXPECT_FALSE(shown[1]->prepared.drawn.style.names);
    EXPECT_TRUE(shown[2]->prepared.drawn.style.names);
}

TEST(IndexTimes, AreSmallerTheMorePointsAreInSight) {
    const auto times = [](std::size_t count) {
        std::vector<geo::Point> places;
        for (std::size_t i = 0; i < count; ++i) places.push_back({104.7 + 0.0001 * static_cast<double>(i), -2.6});
        const SmallMap map(points(places));
        return index_times({&map.base, &map.index, {}}, map.index.projected->box);
    };
    EXPECT_EQ(times(300), 1.0);
    EXPECT_NEAR(times(1200), 0.5, 1e-9);
    EXPECT_EQ(times(9000), 0.4);
}

TEST(IsDrawn, NeedsAPlaceAndAClass) {
    auto layer = square_settlements(2, 1, {104.7, -2.6}, 0.05);
    auto style = distance_classes();
    style.classes.resize(1);
    style.classes[0].criteria = {Within{"total_m", {}, 500.0}};
    const SmallMap map(layer, style);
    EXPECT_TRUE(is_drawn(map.index, 0));
    EXPECT_FALSE(is_drawn(map.index, 1));
}

}  // namespace
}  // namespace desakota::maps
