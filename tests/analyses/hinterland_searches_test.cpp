#include "engine/analyses/hinterland_searches.h"

#include <gtest/gtest.h>

#include "tests/analyses/hinterland_case.h"

namespace desakota::analyses {
namespace {

using test_support::at;

/// Two centres, one with two places, and settlements, one without a location.
HinterlandCase three_places() {
    HinterlandCase world(Roads{{{{0, 0}, {14000, 0}}, {}}, {{{14000, 0}, {14000, 10000}}, {}}});
    world.add_centre("A", {at(0, 0)}, 1000);
    world.add_centre("B", {at(14000, 10000), at(9000, 300)}, 2000);
    world.add_settlement("1", at(3000, 0));
    world.add_settlement("2", std::nullopt);
    world.add_settlement("3", at(13000, 100));
    world.find();
    return world;
}

TEST(FindHinterlandCosts, FindsTheWaysBetweenCentresAlongWithTheOthers) {
    auto world = three_places();
    const auto costs = find_hinterland_costs(world.question, world.setting, silent_progress);
    EXPECT_EQ(costs.to_centres, world.findings.costs);
    const auto& places = world.question.centres.places;
    const auto between = paths::cost_matrix(
        {world.setting.network(), places, places, world.setting.options(world.question.cost)}, {}, silent_progress);
    ASSERT_TRUE(costs.between_centres.has_value());
    EXPECT_EQ(costs.between_centres.value_or(core::CostMatrix()), between);
}

TEST(FindHinterlandCosts, LeavesTheWaysBetweenCentresOpenWhereACutoffWouldBoundThem) {
    auto world = three_places();
    world.setting.cutoff = 5'000'000;
    const auto costs = find_hinterland_costs(world.question, world.setting, silent_progress);
    EXPECT_FALSE(costs.between_centres.has_value());
    EXPECT_EQ(costs.to_centres.at(0, 0), world.findings.costs.at(0, 0));
    EXPECT_EQ(costs.to_centres.at(2, 0), core::kUnreachable);
}

}  // namespace
}  // namespace desakota::analyses
