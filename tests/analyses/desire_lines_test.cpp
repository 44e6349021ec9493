#include "engine/analyses/desire_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/hinterland_case.h"
#include "tests/support/cancel_at.h"

namespace desakota::analyses {
namespace {

using test_support::at;
using testing::ElementsAre;

/// Two centres at the ends of an angled road, three settlements at it and one without a location.
HinterlandCase angled(bool routes = false) {
    HinterlandCase world(Roads{{{{0, 0}, {10000, 0}, {10000, 10000}}, {}}});
    world.setting.routes = routes;
    world.add_centre("A", {at(0, 0)}, 1000);
    world.add_centre("B", {at(10000, 10000)}, 1000);
    world.add_settlement("1", at(4000, 0), 100);
    world.add_settlement("2", std::nullopt);
    world.add_settlement("3", at(10000, 2000), 400);
    world.add_settlement("4", at(50000, 0));
    world.find();
    return world;
}

layers::Layer lines_of(HinterlandCase& world, core::Progress& progress = silent_progress) {
    auto context = world.context(progress);
    return make_desire_lines(world.question, world.findings, world.settlement_layer, context);
}

geo::GridPoint grid(const geo::Point& place) {
    return geo::to_grid(place);
}

TEST(DesireLines, LeadStraightFromEverySettlementToItsMainCentre) {
    auto world = angled();
    const auto layer = lines_of(world);
    EXPECT_THAT(values_of(layer, "settlement_id"), ElementsAre("1", "3"));
    EXPECT_THAT(values_of(layer, "settlement_name"), ElementsAre("Desa 1", "Desa 3"));
    EXPECT_THAT(values_of(layer, "centre_id"), ElementsAre("A", "B"));
    EXPECT_THAT(values_of(layer, "centre_name"), ElementsAre("Pusat A", "Pusat B"));
    EXPECT_NEAR(*number_of(layer, "total_m", 0), 4000.0, 0.1);
    EXPECT_NEAR(*number_of(layer, "total_m", 1), 8000.0, 0.1);
    EXPECT_NEAR(*number_of(layer, "interaction_index", 0), 100.0 * std::exp2(-0.4), 0.01);
    ASSERT_EQ(layer.geometry.size(), 2U);
    const auto first = layer.geometry.coordinates(0);
    ASSERT_EQ(first.size(), 2U);
    EXPECT_EQ(grid(first[0]), at(4000, 0));
    EXPECT_EQ(grid(first[1]), at(0, 0));
    EXPECT_EQ(layer.find("total_min"), nullptr);
    EXPECT_EQ(layer.crs, world.settlement_layer.crs);
}

TEST(DesireLines, FollowTheWayWhereRoutesAreAskedFor) {
    auto world = angled(true);
    const auto layer = lines_of(world);
    EXPECT_NEAR(line_metres(layer, 0), 4000.0, 0.1);
    auto far = angled(true);
    far.question.masses[0] = 100000.0;
    far.findings = {};
    far.find();
    const auto bent = lines_of(far);
    EXPECT_THAT(values_of(bent, "centre_id"), ElementsAre("A", "A"));
    EXPECT_EQ(bent.geometry.coordinates(1).size(), 3U) << "round the corner";
    EXPECT_NEAR(line_metres(bent, 1), 12000.0, 0.2);
}

TEST(DesireLines, CompareFlowsWithTheGreatestOfTheRun) {
    auto world = angled();
    const auto layer = lines_of(world);
    const double first = 100.0 * 1000.0 * std::exp2(-0.4);
    const double second = 400.0 * 1000.0 * std::exp2(-0.8);
    EXPECT_NEAR(*number_of(layer, "flow", 0) / first, 1.0, 1e-4);
    EXPECT_NEAR(*number_of(layer, "flow_ratio", 0), first / second, 1e-4);
    EXPECT_EQ(number_of(layer, "flow_ratio", 1), 1.0);
    world.question.populations.clear();
    const auto without = lines_of(world);
    EXPECT_EQ(without.find("flow"), nullptr);
    EXPECT_EQ(without.find("flow_ratio"), nullptr);
    EXPECT_NE(without.find("share"), nullptr);
}

TEST(DesireLines, HaveTimesWhereCostsAreTimes) {
    auto world = angled();
    world.question.cost = network::Objective::Time;
    world.question.decay = access::Exponential{1'800'000.0};
    world.findings = {};
    world.find();
    const auto layer = lines_of(world);
    EXPECT_NEAR(*number_of(layer, "total_min", 0), 12.0, 0.01) << "4 km at 20 km/h";
    EXPECT_NEAR(*number_of(layer, "total_m", 0), 4000.0, 0.1);
}

TEST(DesireLines, LeadToThePlaceOfACentreToWhichTheWayLeads) {
    // The nearer place of the centre in a straight line lies across a gap.
    HinterlandCase world(Roads{{{{0, 0}, {10000, 0}}, {}}, {{{0, 3000}, {10000, 3000}}, {}}});
    world.setting.access.max_access = 500.0;
    world.add_centre("A", {at(5000, 3000), at(0, 0)}, 1000);
    world.add_settlement("1", at(5000, 0));
    world.find();
    const auto layer = lines_of(world);
    EXPECT_EQ(grid(layer.geometry.coordinates(0)[1]), at(0, 0));
}

TEST(DesireLines, AreWiderWhereFlowsAreGreater) {
    auto world = angled();
    const auto layer = lines_of(world);
    const auto style = desire_line_styles(true).front();
    EXPECT_EQ(style.name, "flow");
    const auto width = [&](std::size_t row) { return style.classes[class_of(style, layer, row).value()].symbol.width; };
    EXPECT_LT(width(0), width(1));
    EXPECT_EQ(desire_line_styles(false).front().name, "share");
    world.question.populations.clear();
    const auto without = lines_of(world);
    EXPECT_TRUE(style.classes[class_of(style, without, 0).value()].otherwise);
}

TEST(DesireLines, AreNoneWithoutAnySettlementThatIsTied) {
    HinterlandCase world(Roads{{{{0, 0}, {10000, 0}}, {}}});
    world.add_centre("A", {at(0, 0)}, 1000);
    world.add_settlement("1", std::nullopt);
    world.find();
    const auto layer = lines_of(world);
    EXPECT_EQ(layer.row_count, 0U);
    EXPECT_EQ(layer.geometry_type, geo::GeometryType::Line);
}

TEST(DesireLines, HearACancelAndReportUpToTheEnd) {
    auto world = angled();
    test_support::CancelAt never;
    static_cast<void>(lines_of(world, never));
    EXPECT_THAT(never.first_fall(), testing::IsEmpty());
    EXPECT_EQ(never.reported.back(), 1.0);
    test_support::CancelAt first(1);
    EXPECT_THROW(static_cast<void>(lines_of(world, first)), core::Cancelled);
}

}  // namespace
}  // namespace desakota::analyses
