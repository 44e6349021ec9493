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

TEST(CoordinateSystem, TakesTheMostAccurateOfTheShiftsOfTheOldDatum) {
    // Values by cs2cs.
    core::SilentProgress silent;
    std::vector<Point> degrees{{105.0, -2.5}};
    const auto operation = to_wgs84(degrees, "EPSG:4238", {}, silent);
    EXPECT_NE(operation.name.find("ID74 to WGS 84 (3)"), std::string::npos) << operation.name;
    EXPECT_EQ(operation.accuracy.value_or(0.0), 3.0);
    EXPECT_NEAR(degrees[0].x, 105.000240774, 2e-9);
    EXPECT_NEAR(degrees[0].y, -2.499977736, 2e-9);

    std::vector<Point> utm{{500000.0, 9723628.0}};
    EXPECT_EQ(to_wgs84(utm, "EPSG:23888", {}, silent).accuracy.value_or(0.0), 3.0);
    EXPECT_NEAR(utm[0].x, 105.000240774, 2e-9);
    EXPECT_NEAR(utm[0].y, -2.500377543, 2e-9);
}

TEST(CoordinateSystem, ShiftsAlsoIslandsBeyondTheAreaOfTheShift) {
    // Ndana, south of Rote: the shift's area ends at 10.98 south. By cs2cs.
    core::SilentProgress silent;
    std::vector<Point> island{{122.85, -11.05}};
    const auto operation = to_wgs84(island, "EPSG:4238", {}, silent);
    EXPECT_NE(operation.name.find("ID74 to WGS 84 (3)"), std::string::npos) << operation.name;
    EXPECT_NEAR(island[0].x, 122.850272281, 2e-9);
    EXPECT_NEAR(island[0].y, -11.049979161, 2e-9);
}

TEST(CoordinateSystem, TakesTheNationalDatumForWgs84ToAMetre) {
    core::SilentProgress silent;
    for (const auto* const crs : {"EPSG:4755", "EPSG:23878", "EPSG:23833"}) {
        std::vector<Point> places{crs == std::string("EPSG:4755") ? Point{105.0, -2.5}
                                                                  : Point{333463.439, 1234588.185}};
        const auto operation = to_wgs84(places, crs, {}, silent);
        EXPECT_NE(operation.name.find("DGN95 to WGS 84 (1)"), std::string::npos) << operation.name;
        EXPECT_EQ(operation.accuracy.value_or(0.0), 1.0);
    }
    std::vector<Point> telang{{333463.439, 1234588.185}};
    to_wgs84(telang, "EPSG:23833", {}, silent);
    EXPECT_NEAR(telang[0].x, 104.7, 1e-8);
    EXPECT_NEAR(telang[0].y, -2.4, 1e-8);
}

TEST(CoordinateSystem, GuessesWhereNothingIsKnownOfADatum) {
    core::SilentProgress silent;
    std::vector<Point> places{{105.0, -2.5}};
    const auto operation = to_wgs84(
        places,
        R"(GEOGCS["own",DATUM["own",SPHEROID["own",6378000,300]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]])",
        {}, silent);
    EXPECT_FALSE(operation.accuracy.has_value());
    EXPECT_NEAR(places[0].x, 105.0, 1e-6);
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
