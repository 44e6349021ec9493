#include "engine/maps/prepared_layers.h"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>

#include "tests/maps/small_area.h"

#include "engine/core/error.h"

namespace desakota::maps {
namespace {

TEST(LayerPreparation, ProjectsEqualGeometriesOnce) {
    const auto first = square_settlements(2, 2, {104.7, -2.6}, 0.05);
    const auto second = first;
    const auto other = square_settlements(2, 2, {104.7, -2.6}, 0.06);
    core::SilentProgress silent;
    LayerPreparation preparation(first, core::Parallel{}, silent);
    const auto prepared = preparation.prepare({&first, distance_classes()});
    EXPECT_EQ(preparation.prepare({&second, distance_classes()}).projected, prepared.projected);
    EXPECT_NE(preparation.prepare({&other, distance_classes()}).projected, prepared.projected);
}

TEST(LayerPreparation, KnowsTheClassOfEachRow) {
    const SmallMap map;
    for (std::size_t row = 0; row < map.layer.row_count; ++row) {
        EXPECT_EQ(std::size_t{map.index.classes[row]}, class_of(distance_classes(), map.layer, row)) << row;
    }
}

TEST(LayerPreparation, LeavesOutWhatCannotBeDrawn) {
    auto layer = points({{104.7, -2.5}, {std::numeric_limits<double>::quiet_NaN(), 0.0}});
    layer.geometry.end_feature();
    ++layer.row_count;
    core::SilentProgress silent;
    LayerPreparation preparation(layer, core::Parallel{}, silent);
    const auto prepared = preparation.prepare({&layer, Style{.name = "points", .names = {}}});
    EXPECT_FALSE(prepared.projected->boxes[0].is_empty());
    EXPECT_TRUE(prepared.projected->boxes[1].is_empty());
    EXPECT_TRUE(prepared.projected->boxes[2].is_empty());
    EXPECT_EQ(prepared.projected->anchors[2], std::nullopt);
}

TEST(LayerPreparation, RefusesASystemThatIsNotUnderstood) {
    auto layer = points({{1.0, 2.0}});
    core::SilentProgress silent;
    LayerPreparation preparation(layer, core::Parallel{}, silent);
    auto other = layer;
    other.crs = "no system";
    EXPECT_THROW((void)preparation.prepare({&other, Style{.name = "points", .names = {}}}), core::Error);
}

/// A horseshoe, open to the north: the middle of its box is outside.
TEST(ProjectedGeometry, PutsTheNameOfAnAreaInside) {
    auto layer = square_settlements(1, 1, {104.7, -2.6}, 0.05);
    const std::vector<geo::Point> horseshoe{{104.70, -2.60}, {104.75, -2.60}, {104.75, -2.55},
                                            {104.74, -2.55}, {104.74, -2.59}, {104.71, -2.59},
                                            {104.71, -2.55}, {104.70, -2.55}, {104.70, -2.60}};
    layer.geometry = {};
    layer.geometry.add_part(geo::PartRole::OuterRing, horseshoe);
    layer.geometry.end_feature();
    core::SilentProgress silent;
    const auto projected = project(layer, {48, true}, core::Parallel{}, silent);
    const auto& anchor = projected.anchors[0];
    ASSERT_TRUE(anchor);
    const auto& box = projected.box;
    const double x = (anchor->x - box.min_x) / box.width();
    const double y = (anchor->y - box.min_y) / box.height();
    EXPECT_TRUE(y < 0.2 || x < 0.2 || x > 0.8) << x << " " << y;
}

TEST(ProjectedGeometry, KnowsWhatIsInside) {
    const SmallMap map;
    const auto& projected = *map.index.projected;
    for (std::size_t row = 0; row < map.layer.row_count; ++row) {
        for (std::size_t other = 0; other < map.layer.row_count; ++other) {
            EXPECT_EQ(is_inside(projected, row, projected.boxes[other].centre()), row == other);
        }
    }
}

}  // namespace
}  // namespace desakota::maps
