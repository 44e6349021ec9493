#include "engine/maps/coordinate_frame.h"

#include <algorithm>
#include <gtest/gtest.h>

#include "engine/core/progress.h"
#include "engine/geo/coordinate_system.h"

namespace desakota::maps {
namespace {

using Side = FrameTick::Side;

MapView telang_view(double scale) {
    geo::Point middle{104.75, -2.57};
    core::SilentProgress silent;
    geo::from_wgs84({&middle, 1}, "EPSG:32748", core::Parallel{}, silent);
    return {{10.0, 10.0, 210.0, 190.0}, middle, scale};
}

TEST(FrameTicks, LieWhereTheirMeridianMeetsTheSide) {
    const auto view = telang_view(200'000.0);
    for (const auto& tick : frame_ticks(view, {48, true})) {
        const bool level = tick.side == Side::Top || tick.side == Side::Bottom;
        geo::Point page{tick.along, tick.side == Side::Top ? view.frame.min_y : view.frame.max_y};
        if (!level) page = {tick.side == Side::Left ? view.frame.min_x : view.frame.max_x, tick.along};
        auto place = view.to_plane(page);
        core::SilentProgress silent;
        geo::to_wgs84({&place, 1}, "EPSG:32748", core::Parallel{}, silent);
        EXPECT_NEAR(60.0 * (level ? place.x : place.y), tick.minutes, 0.01);
    }
}

TEST(FrameTicks, AreOnAllFourSides) {
    for (const double scale : {20'000.0, 50'000.0, 200'000.0, 1'000'000.0}) {
        const auto ticks = frame_ticks(telang_view(scale), {48, true});
        for (const auto side : {Side::Top, Side::Bottom, Side::Left, Side::Right}) {
            const auto count = std::ranges::count(ticks, side, &FrameTick::side);
            EXPECT_GE(count, 1) << scale;
            EXPECT_LE(count, 7) << scale;
        }
    }
}

TEST(TickText, SaysDegreesMinutesAndHalf) {
    EXPECT_EQ(tick_text({Side::Top, 0.0, 104 * 60 + 5}, core::Language::Indonesian), "104°05' BT");
    EXPECT_EQ(tick_text({Side::Left, 0.0, -(2 * 60 + 30)}, core::Language::Indonesian), "2°30' LS");
    EXPECT_EQ(tick_text({Side::Left, 0.0, 150}, core::Language::Indonesian), "2°30' LU");
    EXPECT_EQ(tick_text({Side::Top, 0.0, 104 * 60 + 5}, core::Language::English), "104°05' E");
    EXPECT_EQ(tick_text({Side::Left, 0.0, -20}, core::Language::English), "0°20' S");
    EXPECT_EQ(tick_text({Side::Left, 0.0, 0}, core::Language::English), "0°");
}

}  // namespace
}  // namespace desakota::maps
