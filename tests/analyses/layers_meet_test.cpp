#include "engine/analyses/layers_meet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/layer_maker.h"

namespace desakota::analyses {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

LayerExtent extent_of(const std::string& source, const std::string& crs, const std::vector<geo::Point>& places) {
    TestRun run;
    LayerMaker maker(source, crs);
    for (const auto& place : places) maker.points({place});
    const auto layer = maker.make();
    return read_places(layer, nullptr, run.context).extent;
}

const std::vector<geo::Point> kNearSembawa{{499000, 9778000}, {503000, 9781000}};  // UTM zone 48 south

LayerExtent roads() {
    return extent_of("roads.gpkg", "EPSG:32748", kNearSembawa);
}

std::vector<std::string> errors_for(const LayerExtent& other, double max_access = 2000.0) {
    TestRun run;
    check_that_layers_meet(roads(), {other}, max_access, run.context);
    return run.errors();
}

TEST(LayersMeet, AreContentWhereLayersOverlap) {
    EXPECT_THAT(errors_for(extent_of("desa.gpkg", "EPSG:4326", {{105.0, -2.0}})), IsEmpty());
}

TEST(LayersMeet, CountTheAccessLimit) {
    const auto east = extent_of("desa.gpkg", "EPSG:32748", {{504500, 9779000}});
    EXPECT_THAT(errors_for(east, 2000.0), IsEmpty());
    EXPECT_THAT(errors_for(east, 1000.0), ElementsAre(HasSubstr("desa.gpkg and roads.gpkg do not meet")));
}

TEST(LayersMeet, SeeSouthReadAsNorth) {
    EXPECT_THAT(errors_for(extent_of("desa.gpkg", "EPSG:32648", kNearSembawa)),
                ElementsAre(AllOf(HasSubstr("desa.gpkg: longitude 104.739 to 105.792, latitude 88."),
                                  HasSubstr("roads.gpkg: longitude 104.991 to 105.027, latitude -2.008"),
                                  HasSubstr("if desa.gpkg were in WGS 84 / UTM zone 48S (EPSG:32748)"))));
}

TEST(LayersMeet, SeeANeighbouringZone) {
    EXPECT_THAT(errors_for(extent_of("desa.gpkg", "EPSG:32749", kNearSembawa)), ElementsAre(HasSubstr("UTM zone 48S")));
}

TEST(LayersMeet, SeeSwappedCoordinates) {
    EXPECT_THAT(errors_for(extent_of("desa.gpkg", "EPSG:4326", {{-2.0, 89.0}})),
                ElementsAre(HasSubstr("Check the coordinate systems of both")));
    TestRun run;
    check_that_layers_meet(extent_of("jalan.gpkg", "EPSG:4326", {{80.0, 10.0}, {81.0, 11.0}}),
                           {extent_of("desa.gpkg", "EPSG:4326", {{10.5, 80.5}})}, 2000.0, run.context);
    EXPECT_THAT(run.errors(), ElementsAre(HasSubstr("if longitude and latitude of desa.gpkg were swapped")));
}

TEST(LayersMeet, SeeDegreesTakenForMetres) {
    EXPECT_THAT(errors_for(extent_of("desa.gpkg", "EPSG:32748", {{105.0, -2.0}})),
                ElementsAre(HasSubstr("if desa.gpkg were in WGS 84 (EPSG:4326)")));
}

TEST(LayersMeet, BlameTheRoadsWhereTheyAreWrong) {
    TestRun run;
    check_that_layers_meet(extent_of("roads.gpkg", "EPSG:32648", kNearSembawa),
                           {extent_of("desa.gpkg", "EPSG:4326", {{105.0, -2.0}})}, 2000.0, run.context);
    EXPECT_THAT(run.errors(), ElementsAre(HasSubstr("if roads.gpkg were in WGS 84 / UTM zone 48S")));
}

TEST(LayersMeet, PassOverExtentsThatAreNotKnown) {
    EXPECT_THAT(errors_for(LayerExtent{}), IsEmpty());
}

}  // namespace
}  // namespace desakota::analyses
