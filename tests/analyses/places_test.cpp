#include "engine/analyses/places.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/layer_maker.h"

#include "engine/geo/measure.h"

namespace desakota::analyses {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* kUtm48South = "EPSG:32748";

Places read(TestRun& run, const LayerMaker& maker) {
    const auto layer = maker.make();
    return read_places(layer, layer.find("nama"), run.context);
}

TEST(ReadPlaces, TakesEveryPointOfAMultiPointAndTheInsideOfAPolygon) {
    TestRun run;
    const auto places =
        read(run, LayerMaker("a.gpkg")
                      .points({{105.0, -2.0}, {105.1, -2.1}})
                      .ring({{105.0, -2.0}, {105.2, -2.0}, {105.2, -2.4}, {105.0, -2.4}, {105.0, -2.0}}));
    EXPECT_THAT(places.features, ElementsAre(0, 0, 1));
    EXPECT_EQ(places.places[1], (geo::GridPoint{105'100'000'000, -2'100'000'000}));
    EXPECT_EQ(places.places[2], (geo::GridPoint{105'100'000'000, -2'200'000'000}));
    EXPECT_THAT(run.warnings(), IsEmpty());
    EXPECT_THAT(run.errors(), IsEmpty());
}

TEST(ReadPlaces, TransformsALayerFromItsOwnCoordinateSystem) {
    TestRun run;
    const auto places = read(run, LayerMaker("a.gpkg", kUtm48South).points({{500000.0, 9778877.0}}));
    ASSERT_EQ(places.places.size(), 1U);
    EXPECT_EQ(places.places[0].x, 105'000'000'000);
    EXPECT_LT(geo::distance(places.places[0], {105'000'000'000, -2'000'000'000}), 200.0);
    EXPECT_THAT(run.warnings(), IsEmpty());
}

TEST(ReadPlaces, PutsAPointInsideACrookedPolygonWhereItsCentreWouldLieOutside) {
    TestRun run;
    // A U: its centre of gravity lies between its arms.
    const auto places =
        read(run, LayerMaker("a.gpkg").ring({{0, 0}, {3, 0}, {3, 3}, {2, 3}, {2, 1}, {1, 1}, {1, 3}, {0, 3}, {0, 0}}));
    const auto place = geo::to_degrees(places.places.at(0));
    EXPECT_TRUE(place.y < 1.0 || place.x < 1.0 || place.x > 2.0);
}

TEST(ReadPlaces, RepairsABowTieAndNamesIt) {
    TestRun run;
    const auto places =
        read(run, LayerMaker("a.gpkg").ring({{0, 0}, {2, 2}, {2, 0}, {0, 2}, {0, 0}}).texts("nama", {"Mulyasari"}));
    EXPECT_EQ(places.places.size(), 1U);
    EXPECT_THAT(run.warnings(), ElementsAre(AllOf(HasSubstr("repaired"), HasSubstr("fid 1 \"Mulyasari\""))));
    EXPECT_EQ(places.geometry.parts(0).last, 2U);
}

TEST(ReadPlaces, RefusesAPolygonThatEnclosesNothing) {
    TestRun run;
    const auto places = read(run, LayerMaker("a.gpkg").ring({{0, 0}, {2, 2}, {0, 0}}));
    EXPECT_THAT(places.places, IsEmpty());
    EXPECT_THAT(run.errors(), ElementsAre(HasSubstr("a.gpkg, fid 1: the polygon is invalid")));
}

TEST(ReadPlaces, WarnsOfSingleMissingGeometries) {
    TestRun run;
    const auto places = read(run, LayerMaker("a.gpkg").points({{105, -2}}).nothing().texts("nama", {"Ada", "Hilang"}));
    EXPECT_THAT(run.warnings(), ElementsAre(HasSubstr("without geometry: fid 2 \"Hilang\"")));
    const auto first = places.first_places(2);
    EXPECT_TRUE(first[0].has_value());
    EXPECT_FALSE(first[1].has_value());
}

TEST(ReadPlaces, RefusesLayersThatCannotBePlaced) {
    const std::vector<std::pair<LayerMaker, std::string>> cases{
        {LayerMaker("a.gpkg"), "the layer is empty"},
        {LayerMaker("a.gpkg").nothing().nothing(), "no feature has a geometry"},
        {LayerMaker("a.gpkg", "").points({{105, -2}}), "Assign the layer's coordinate system"},
        {LayerMaker("a.gpkg").points({{-2, 105}}), "a.gpkg, fid 1: latitude and longitude look swapped"},
        {LayerMaker("a.gpkg").points({{500000, 9778877}}), "look like metres"},
        {LayerMaker("a.gpkg", "no such system").points({{105, -2}}), "is not understood"},
        {LayerMaker("a.gpkg", kUtm48South).points({{1e30, 1e30}}), "lie nowhere"},
        {LayerMaker("a.gpkg").line({{105, -2}, {106, -2}}), "points or polygons are needed"},
    };
    for (const auto& [maker, text] : cases) {
        TestRun run;
        EXPECT_THAT(read(run, maker).places, IsEmpty());
        EXPECT_THAT(run.errors(), ElementsAre(HasSubstr(text)));
    }
}

TEST(ReadPlaces, WarnsOfACoordinateOperationThatIsNotExact) {
    TestRun run;
    const auto places = read(run, LayerMaker("a.gpkg", "EPSG:4211").points({{105, -2}}));  // Batavia
    EXPECT_EQ(places.places.size(), 1U);
    EXPECT_THAT(run.warnings(), ElementsAre(HasSubstr("accuracy")));
}

TEST(ReadPlaces, GivesTheSamePlacesForAnyNumberOfThreads) {
    LayerMaker maker("a.gpkg", kUtm48South);
    for (int i = 0; i < 1000; ++i) {
        const double x = 500000.0 + i * 700.0;
        maker.ring({{x, 9778000}, {x + 500, 9778000}, {x + 300, 9778000.0 + i + 1}, {x, 9778000}});
    }
    TestRun one;
    one.context.threads = 1;
    TestRun two;
    EXPECT_EQ(read(one, maker).places, read(two, maker).places);
}

}  // namespace
}  // namespace desakota::analyses
