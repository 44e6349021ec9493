#include "engine/io/read_raster.h"

#include "tests/io/support/reading.h"
#include "tests/io/support/temporary_folder.h"

namespace desakota::io {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

constexpr auto kGrid =
    "ncols 2\nnrows 2\nxllcorner 104\nyllcorner -3\ncellsize 0.5\nNODATA_value -9999\n1 0\n-9999 2.5\n";

TestRead read_grid(const std::string& path) {
    core::SilentProgress progress;
    core::Diagnostics diagnostics;
    auto read = read_raster(path, progress, diagnostics);
    return {std::move(read.layer), std::move(read.sha256), std::move(diagnostics)};
}

TEST(Raster, BecomesThePointsOfItsValidCells) {
    const TemporaryFolder folder;
    const auto read = read_grid(folder.write("population.asc", kGrid));
    EXPECT_THAT(geometry_texts(read.layer), ElementsAre("P(104.25 -2.25)", "P(104.75 -2.25)", "P(104.75 -2.75)"));
    EXPECT_THAT(values(read.layer, "value"), ElementsAre("1", "0", "2.5"));
    EXPECT_THAT(read.layer.feature_ids, ElementsAre(1, 2, 4));
    EXPECT_EQ(read.layer.geometry_type, geo::GeometryType::Point);
    EXPECT_EQ(read.layer.name, "population");
    EXPECT_EQ(read.layer.crs, "");
    EXPECT_EQ(read.sha256.size(), 64U);
}

TEST(Raster, KeepsItsCoordinateSystem) {
    const TemporaryFolder folder;
    (void)folder.write("a.prj",
                       "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],"
                       "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]");
    EXPECT_THAT(read_grid(folder.write("a.asc", kGrid)).layer.crs, HasSubstr("WGS 84"));
}

TEST(Raster, IsRefusedWhereItIsNone) {
    const TemporaryFolder folder;
    const auto text = folder.write("a.tif", "no raster");
    EXPECT_THAT(error_of([&] { read_grid(text); }), AllOf(StartsWith("3: "), HasSubstr("is not a raster")));
    EXPECT_THAT(error_of([&] { read_grid(folder.file("none.tif")); }), StartsWith("2: "));
    EXPECT_THAT(error_of([&] { read_grid("/vsicurl/http://example.org/a.tif"); }), StartsWith("2: "));
}

}  // namespace
}  // namespace desakota::io
