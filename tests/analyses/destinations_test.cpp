#include "engine/analyses/destinations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/layer_maker.h"

namespace desakota::analyses {
namespace {

using testing::ElementsAre;

Destinations two_centres(TestRun& run) {
    run.add("centres", LayerMaker("pusat.gpkg")
                           .points({{105, -2}, {105.5, -2}})
                           .points({{106, -2}})
                           .texts("nama", {"Mulyasari", ""})
                           .texts("tingkat", {"skp", "kawasan"}));
    run.find("centre-name-field", "nama");
    run.find("centre-level-field", "tingkat");
    return read_destinations(
        run.arguments, {{"centres", "centre-id-field", "centre-name-field"}, "centre-level-field", ""}, run.context);
}

TEST(ReadDestinations, GivesEveryPointOfAFeatureTheFeaturesNumber) {
    TestRun run;
    const auto centres = two_centres(run);
    EXPECT_EQ(centres.size(), 2U);
    EXPECT_THAT(centres.features, ElementsAre(0, 0, 1));
    EXPECT_THAT(centres.kinds, ElementsAre("skp", "kawasan"));
    EXPECT_THAT(centres.statuses, ElementsAre(std::nullopt, std::nullopt));
}

TEST(ReadDestinations, CallsAFeatureWithoutNameByItsId) {
    TestRun run;
    const auto centres = two_centres(run);
    EXPECT_EQ(centres.title(0), "Mulyasari");
    EXPECT_EQ(centres.title(1), "2");
}

TEST(SelectPlaces, KeepsThePlacesOfChosenFeatures) {
    TestRun run;
    const auto centres = two_centres(run);
    EXPECT_THAT(select_places(centres, {true, false}).features, ElementsAre(0, 0));
    EXPECT_THAT(select_places(centres, {false, true}).places,
                ElementsAre(geo::GridPoint{106'000'000'000, -2'000'000'000}));
}

}  // namespace
}  // namespace desakota::analyses
