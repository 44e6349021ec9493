#include "engine/maps/scale_bar.h"

#include <cmath>
#include <gtest/gtest.h>

#include "engine/core/progress.h"
#include "engine/geo/coordinate_system.h"
#include "engine/geo/measure.h"
#include "engine/maps/utm_zone.h"

namespace desakota::maps {
namespace {

/// Metres on the ellipsoid between the ends of a level bar in the middle of the map.
double ground_length(const MapView& view, const UtmZone& zone, double bar_mm) {
    const auto middle = view.frame.centre();
    geo::Point ends[] = {view.to_plane({middle.x - bar_mm / 2.0, middle.y}),
                         view.to_plane({middle.x + bar_mm / 2.0, middle.y})};
    core::SilentProgress silent;
    geo::to_wgs84(ends, zone.crs(), core::Parallel{}, silent);
    return geo::exact_distance(geo::to_grid(ends[0]), geo::to_grid(ends[1]));
}

TEST(ScaleBar, IsTrueOnTheGround) {
    core::SilentProgress silent;
    for (const double lon : {102.05, 103.7, 105.0, 106.9, 107.95}) {
        for (const double side : {2'000.0, 40'000.0, 150'000.0}) {
            geo::Point middle{lon, -2.6};
            const auto zone = zone_of(middle);
            geo::from_wgs84({&middle, 1}, zone.crs(), core::Parallel{}, silent);
            Box area;
            area.add(middle);
            const auto view = fitting_view(area.grown(side / 2.0), {10.0, 10.0, 210.0, 190.0});
            const auto bar = scale_bar(view, 45.0);
            EXPECT_NEAR(ground_length(view, zone, bar.length) / bar.metres, 1.0, 0.002) << lon << " " << side;
            EXPECT_NEAR(bar.length, bar.metres * 1000.0 / view.scale, 1e-9);
        }
    }
}

TEST(ScaleBar, FillsMostOfItsRoom) {
    for (const double scale : {1000.0, 7500.0, 50'000.0, 75'000.0, 600'000.0}) {
        MapView view{{0.0, 0.0, 100.0, 100.0}, {500'000.0, 0.0}, scale};
        const auto bar = scale_bar(view, 40.0);
        EXPECT_LE(bar.length, 40.0) << scale;
        EXPECT_GE(bar.length, 40.0 / 2.5 - 1e-9) << scale;
    }
}

TEST(ScaleText, HasTheMarksOfTheLanguage) {
    EXPECT_EQ(scale_text(75'000.0, core::Language::Indonesian), "1 : 75.000");
    EXPECT_EQ(scale_text(75'000.0, core::Language::English), "1 : 75,000");
}

}  // namespace
}  // namespace desakota::maps
