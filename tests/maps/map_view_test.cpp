#include "engine/maps/map_view.h"

#include <gtest/gtest.h>

namespace desakota::maps {
namespace {

TEST(RoundScale, IsTheNextSmallerRoundOne) {
    EXPECT_EQ(round_scale(50'000.0), 50'000.0);
    EXPECT_EQ(round_scale(50'000.1), 60'000.0);
    EXPECT_EQ(round_scale(61'000.0), 75'000.0);
    EXPECT_EQ(round_scale(81'000.0), 100'000.0);
    EXPECT_EQ(round_scale(101'000.0), 125'000.0);
    EXPECT_EQ(round_scale(2'600'000.0), 3'000'000.0);
    EXPECT_EQ(round_scale(3.0), 1000.0);
}

TEST(FittingView, ShowsTheWholeAreaAtTheLargestRoundScale) {
    const Box area{400'000.0, 9'700'000.0, 430'000.0, 9'740'000.0};
    const auto view = fitting_view(area, {10.0, 10.0, 210.0, 200.0});
    EXPECT_TRUE(view.shown().contains(area));
    EXPECT_EQ(view.scale, 250'000.0);
    auto larger = view;
    larger.scale = 200'000.0;
    EXPECT_FALSE(larger.shown().contains(area));
}

TEST(FittingView, ShowsSomethingAroundASinglePlace) {
    Box place;
    place.add(geo::Point{500'000.0, 9'700'000.0});
    const auto view = fitting_view(place, {0.0, 0.0, 200.0, 200.0});
    EXPECT_GE(view.shown().width(), 2000.0);
    EXPECT_LE(view.shown().width(), 4000.0);
}

TEST(FillingView, FillsTheFrame) {
    const Box area{400'000.0, 9'700'000.0, 430'000.0, 9'740'000.0};
    const auto view = filling_view(area, {10.0, 10.0, 210.0, 210.0});
    EXPECT_TRUE(view.shown().contains(area));
    EXPECT_NEAR(view.shown().height(), 1.025 * area.height(), 30.0);
}

TEST(FittingView, CanDoWithoutAnArea) {
    EXPECT_GT(fitting_view({}, {0.0, 0.0, 100.0, 100.0}).scale, 0.0);
}

TEST(MapView, GoesToThePageAndBack) {
    const MapView view{{10.0, 10.0, 110.0, 90.0}, {500'000.0, 100'000.0}, 75'000.0, 0.9996};
    const geo::Point place{501'234.0, 99'876.0};
    const auto back = view.to_plane(view.to_page(place));
    EXPECT_NEAR(back.x, place.x, 1e-6);
    EXPECT_NEAR(back.y, place.y, 1e-6);
    EXPECT_LT(view.to_page(geo::Point{500'000.0, 100'100.0}).y, view.to_page(geo::Point{500'000.0, 100'000.0}).y);
}

}  // namespace
}  // namespace desakota::maps
