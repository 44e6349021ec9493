#include "engine/maps/utm_zone.h"

#include <gtest/gtest.h>

#include "engine/core/progress.h"
#include "engine/geo/coordinate_system.h"
#include "engine/geo/measure.h"

namespace desakota::maps {
namespace {

TEST(UtmZone, IsThatOfThePlace) {
    EXPECT_EQ(zone_of({104.75, -2.5}), (UtmZone{48, true}));
    EXPECT_EQ(zone_of({117.4, 2.8}), (UtmZone{50, false}));
    EXPECT_EQ(zone_of({108.0, 0.0}), (UtmZone{49, false}));
    EXPECT_EQ(zone_of({180.0, 0.0}), (UtmZone{60, false}));
    EXPECT_EQ(zone_of({140.7, -2.5}), (UtmZone{54, true}));
}

TEST(UtmZone, IsCalledAsReadersCallIt) {
    const UtmZone zone{48, true};
    EXPECT_EQ(zone.crs(), "EPSG:32748");
    EXPECT_EQ(zone.title().english, "WGS 84 / UTM zone 48S");
    EXPECT_EQ(zone.title().indonesian, "WGS 84 / UTM zona 48S");
    EXPECT_EQ((UtmZone{50, false}).crs(), "EPSG:32650");
}

TEST(ScaleFactor, IsThatOfTheProjection) {
    core::SilentProgress silent;
    for (const double lon : {102.1, 103.5, 105.0, 106.2, 107.9}) {
        geo::Point places[] = {{lon, -2.5}, {lon, -2.49}};
        const double ground = geo::exact_distance(geo::to_grid(places[0]), geo::to_grid(places[1]));
        geo::from_wgs84(places, "EPSG:32748", core::Parallel{}, silent);
        const double plane = std::hypot(places[1].x - places[0].x, places[1].y - places[0].y);
        EXPECT_NEAR(scale_factor(places[0]), plane / ground, 2e-5) << lon;
    }
}

}  // namespace
}  // namespace desakota::maps
