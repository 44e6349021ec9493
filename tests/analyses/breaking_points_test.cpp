#include "engine/analyses/breaking_points.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/hinterland_case.h"
#include "tests/support/cancel_at.h"

namespace desakota::analyses {
namespace {

using test_support::at;
using testing::ElementsAre;

layers::Layer points_of(HinterlandCase& world, core::Progress& progress = silent_progress, int threads = 2) {
    auto context = world.context(progress, threads);
    return make_breaking_points(world.question, world.findings, world.settlement_layer, world.setting, context);
}

/// Metres between a row's point and a place.
double off(const layers::Layer& layer, std::size_t row, const geo::GridPoint& place) {
    const auto range = layer.geometry.parts(row);
    EXPECT_EQ(range.last, range.first + 1);
    return geo::distance(geo::to_grid(layer.geometry.coordinates(range.first)[0]), place);
}

/// Two centres on a road with a corner: 14 km from the one to the corner, 10 km on to the other.
HinterlandCase corner(double first_mass, double second_mass) {
    HinterlandCase world(Roads{{{{0, 0}, {14000, 0}}, {}}, {{{14000, 0}, {14000, 10000}}, {}}});
    world.add_centre("A", {at(0, 0)}, first_mass);
    world.add_centre("B", {at(14000, 10000)}, second_mass);
    world.add_settlement("1", at(3000, 0));
    world.find();
    return world;
}

TEST(BreakingPoints, OfEqualCentresAreInTheMiddleOfTheRoad) {
    auto world = corner(1000, 1000);
    const auto layer = points_of(world);
    ASSERT_EQ(layer.row_count, 1U);
    EXPECT_THAT(values_of(layer, "first_centre_id"), ElementsAre("A"));
    EXPECT_THAT(values_of(layer, "second_centre_name"), ElementsAre("Pusat B"));
    EXPECT_THAT(values_of(layer, "centres"), ElementsAre("Pusat A - Pusat B"));
    EXPECT_THAT(values_of(layer, "status"), ElementsAre("reached"));
    EXPECT_THAT(values_of(layer, "place"), ElementsAre("between"));
    EXPECT_NEAR(*number_of(layer, "total_m", 0), 24000.0, 0.5);
    EXPECT_NEAR(*number_of(layer, "first_m", 0), 12000.0, 0.3);
    EXPECT_NEAR(*number_of(layer, "second_m", 0), 12000.0, 0.3);
    EXPECT_LT(off(layer, 0, at(12000, 0)), 0.5);
    EXPECT_EQ(layer.find("first_min"), nullptr);
}

TEST(BreakingPoints, LieNearerTheWeakerCentre) {
    auto world = corner(4000, 2000);
    const auto layer = points_of(world);
    // 2 = 2^((x - (24 - x)) / 10)
    EXPECT_NEAR(*number_of(layer, "first_m", 0), 17000.0, 0.5);
    EXPECT_LT(off(layer, 0, at(14000, 3000)), 0.7);
}

TEST(BreakingPoints, AreTheSameWhicheverCentreComesFirstInTheLayer) {
    auto world = corner(2000, 4000);
    auto layer = points_of(world);
    EXPECT_THAT(values_of(layer, "first_centre_id"), ElementsAre("B")) << "the one that pulls more";
    HinterlandCase other(Roads{{{{0, 0}, {14000, 0}}, {}}, {{{14000, 0}, {14000, 10000}}, {}}});
    other.add_centre("B", {at(14000, 10000)}, 4000);
    other.add_centre("A", {at(0, 0)}, 2000);
    other.add_settlement("1", at(3000, 0));
    other.find();
    const auto renumbered = points_of(other);
    for (const auto& column : layer.columns) {
        EXPECT_EQ(values_of(renumbered, column.name()), values_of(layer, column.name()));
    }
    EXPECT_EQ(renumbered.geometry.all_coordinates()[0], layer.geometry.all_coordinates()[0]);
}

TEST(BreakingPoints, AreTheSameWithCostsBetweenCentresThatAreKnownAlready) {
    auto world = corner(1000, 1500);
    world.add_centre("C", {at(14000, 3000), at(3000, 500)}, 900);
    world.find();
    const auto sought = points_of(world);
    const auto& places = world.question.centres.places;
    world.findings.between_centres = paths::cost_matrix(
        {world.setting.network(), places, places, world.setting.options(world.question.cost)}, {}, silent_progress);
    const auto known = points_of(world);
    ASSERT_GE(sought.row_count, 1U);
    ASSERT_EQ(known.row_count, sought.row_count);
    for (const auto& column : sought.columns) {
        EXPECT_EQ(values_of(known, column.name()), values_of(sought, column.name()));
    }
    ASSERT_EQ(known.geometry.all_coordinates().size(), sought.geometry.all_coordinates().size());
    for (std::size_t i = 0; i < known.geometry.all_coordinates().size(); ++i) {
        EXPECT_EQ(known.geometry.all_coordinates()[i], sought.geometry.all_coordinates()[i]);
    }
}

TEST(BreakingPoints, CountTheLegsWithTheOffRoadFactor) {
    // The centres lie 1000 m off the ends of a road that they may enter only there.
    network::LineAttributes bridge;
    bridge.bridge = true;
    HinterlandCase world(Roads{{{{0, 0}, {1000, 0}}, bridge}});
    world.add_centre("A", {at(-1000, 0)}, 4000);
    world.add_centre("B", {at(2000, 0)}, 1000);
    world.setting.access.max_access = 1500.0;
    world.add_settlement("1", at(0, 0));
    world.question.decay = access::Exponential{1'000'000.0};
    world.find();
    const auto layer = points_of(world);
    // d = 1300 + 1000 + 1300; 4 = 2^(2x - d): x = d / 2 + 1000 = 2800 m, which is 500 m of leg behind the road.
    EXPECT_NEAR(*number_of(layer, "total_m", 0), 3600.0, 0.5);
    EXPECT_NEAR(*number_of(layer, "first_m", 0), 2800.0, 0.5);
    EXPECT_LT(off(layer, 0, at(1000 + 500 / 1.3, 0)), 0.5);
}

TEST(BreakingPoints, InTimeLieWhereTimesAreAlike) {
    // 10 km at 20 km/h, then 10 km at 40 km/h: 30 and 15 minutes.
    HinterlandCase world(
        {{{{0, 0}, {10000, 0}}, test_support::ruled(0)}, {{{10000, 0}, {20000, 0}}, test_support::ruled(1)}});
    world.question.cost = network::Objective::Time;
    world.question.decay = access::Exponential{1'800'000.0};
    world.add_centre("A", {at(0, 0)}, 1000);
    world.add_centre("B", {at(20000, 0)}, 1000);
    world.add_settlement("1", at(3000, 0));
    world.find();
    const auto layer = points_of(world);
    EXPECT_EQ(layer.find("first_m"), nullptr);
    EXPECT_NEAR(*number_of(layer, "total_min", 0), 45.0, 0.01);
    EXPECT_NEAR(*number_of(layer, "first_min", 0), 22.5, 0.01);
    EXPECT_NEAR(*number_of(layer, "second_min", 0), 22.5, 0.01);
    EXPECT_LT(off(layer, 0, at(7500, 0)), 1.0);
}

TEST(BreakingPoints, AreAtTheCentreThatIsOverwhelmed) {
    auto world = corner(1000, 1);
    const auto layer = points_of(world);
    EXPECT_THAT(values_of(layer, "place"), ElementsAre("first_pulls_all"));
    EXPECT_NEAR(*number_of(layer, "second_m", 0), 0.0, 1e-9);
    EXPECT_LT(off(layer, 0, at(14000, 10000)), 0.01);
}

TEST(BreakingPoints, TakeTheTwoPlacesOfTheCentresBetweenWhichTheWayCostsLeast) {
    HinterlandCase world(Roads{{{{0, 0}, {40000, 0}}, {}}});
    world.add_centre("A", {at(0, 0), at(10000, 0)}, 1000);
    world.add_centre("B", {at(40000, 0), at(16000, 0)}, 1000);
    world.add_settlement("1", at(3000, 0));
    world.find();
    const auto layer = points_of(world);
    EXPECT_NEAR(*number_of(layer, "total_m", 0), 6000.0, 0.2);
    EXPECT_LT(off(layer, 0, at(13000, 0)), 0.5);
}

TEST(BreakingPoints, AreOfCentresThatAreFirstAndSecondSomewhere) {
    HinterlandCase world(Roads{{{{0, 0}, {40000, 0}}, {}}});
    world.add_centre("A", {at(0, 0)}, 1000);
    world.add_centre("B", {at(20000, 0)}, 1000);
    world.add_centre("C", {at(40000, 0)}, 1000);
    world.add_settlement("1", at(3000, 0));
    world.add_settlement("2", at(28000, 0));
    world.add_settlement("3", at(33000, 0));
    world.find();
    const auto layer = points_of(world);
    EXPECT_THAT(values_of(layer, "first_centre_id"), ElementsAre("A", "B"));
    EXPECT_THAT(values_of(layer, "second_centre_id"), ElementsAre("B", "C"));
}

TEST(BreakingPoints, OfCentresWithoutAWayHaveAStatusAndNoPoint) {
    // The settlement walks to either road; from the one to the other it is too far.
    HinterlandCase world(Roads{{{{0, 0}, {10000, 0}}, {}}, {{{0, 3000}, {10000, 3000}}, {}}});
    world.setting.access.max_access = 1600.0;
    world.add_centre("A", {at(0, 0)}, 1000);
    world.add_centre("B", {at(10000, 3000)}, 1000);
    world.add_settlement("1", at(4000, 1500));
    world.find();
    const auto layer = points_of(world);
    ASSERT_EQ(layer.row_count, 1U);
    EXPECT_THAT(values_of(layer, "status"), ElementsAre("not_connected"));
    EXPECT_THAT(values_of(layer, "place"), ElementsAre("-"));
    EXPECT_THAT(values_of(layer, "total_m"), ElementsAre("-"));
    EXPECT_TRUE(layer.geometry.is_missing(0));

    HinterlandCase roadless(Roads{{{{0, 0}, {1000, 0}}, {}}});
    roadless.setting.access.max_access = 1600.0;
    roadless.add_centre("A", {at(50000, 0)}, 1000);
    roadless.add_centre("B", {at(53000, 0)}, 1000);
    roadless.add_settlement("1", at(51500, 0));
    roadless.find();
    EXPECT_THAT(values_of(points_of(roadless), "status"), ElementsAre("no_road_in_reach"));
}

TEST(BreakingPoints, AreNotBoundByTheCutoffOfTheSettlementsWays) {
    HinterlandCase world(Roads{{{{0, 0}, {20000, 0}}, {}}});
    world.setting.cutoff = 12'000'000;
    world.add_centre("A", {at(0, 0)}, 1000);
    world.add_centre("B", {at(20000, 0)}, 1000);
    world.add_settlement("1", at(9000, 0));
    world.find();
    EXPECT_THAT(values_of(points_of(world), "status"), ElementsAre("reached"));
}

TEST(BreakingPoints, HearACancelAndReportUpToTheEnd) {
    auto world = corner(1000, 1000);
    // How often several threads report is chance.
    world.setting.parallel = {.threads = 1};
    test_support::CancelAt never;
    static_cast<void>(points_of(world, never, 1));
    EXPECT_THAT(never.first_fall(), testing::IsEmpty());
    EXPECT_EQ(never.reported.back(), 1.0);
    for (std::size_t report = 1; report < never.reported.size(); ++report) {
        test_support::CancelAt at_report(report);
        ASSERT_THROW(static_cast<void>(points_of(world, at_report, 1)), core::Cancelled);
        ASSERT_EQ(at_report.reported.size(), report);
    }
}

}  // namespace
}  // namespace desakota::analyses
