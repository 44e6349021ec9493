#include "engine/geo/coordinate_system.h"

#include <gtest/gtest.h>
#include <vector>

namespace desakota::geo {
namespace {

TEST(CoordinateSystem, BringsUtmSouthToLongitudeAndLatitude) {
    // The central meridian of zone 48 is 105 E at x = 500,000; y = 10,000,000 is the equator.
    std::vector<Point> places{{500000.0, 10000000.0}, {500000.0, 9723628.0}};
    core::SilentProgress silent;
    const auto operation = to_wgs84(places, "EPSG:32748", {}, silent);
    EXPECT_NEAR(places[0].x, 105.0, 1e-9);
    EXPECT_NEAR(places[0].y, 0.0, 1e-9);
    EXPECT_NEAR(places[1].y, -2.5, 1e-3);
    EXPECT_FALSE(operation.name.empty());
    from_wgs84(places, "EPSG:32748", {.threads = 2}, silent);
    EXPECT_NEAR(places[1].y, 9723628.0, 1e-4);
}

TEST(CoordinateSystem, LeavesWgs84AsItIsWhateverItsAxisOrder) {
    core::SilentProgress silent;
    for (const std::string& crs : {std::string("EPSG:4326"), std::string("OGC:CRS84"), wgs84_wkt()}) {
        std::vector<Point> places{{104.7, -2.5}};
        const auto operation = to_wgs84(places, crs, {}, silent);
        EXPECT_EQ(places[0], (Point{104.7, -2.5})) << crs;
        EXPECT_TRUE(operation.name.empty()) << crs;
    }
}

TEST(CoordinateSystem, GivesTheSameOnAnyNumberOfThreads) {
    core::SilentProgress silent;
    std::vector<Point> one;
    for (int i = 0; i < 200000; ++i) one.push_back({400000.0 + i, 9700000.0 + 0.5 * i});
    auto two = one;
    to_wgs84(one, "EPSG:23833", {.threads = 1}, silent);
    to_wgs84(two, "EPSG:23833", {.threads = 2}, silent);
    EXPECT_EQ(one, two);
}

TEST(CoordinateSystem, RefusesWhatIsNoCoordinateSystem) {
    std::vector<Point> places{{1.0, 2.0}};
    core::SilentProgress silent;
    EXPECT_THROW(to_wgs84(places, "nonsense", {}, silent), core::Error);
    EXPECT_EQ(crs_title("EPSG:32748"), "WGS 84 / UTM zone 48S (EPSG:32748)");
    EXPECT_EQ(crs_title("nonsense"), "");
}

}  // namespace
}  // namespace desakota::geo
