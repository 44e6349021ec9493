#include "engine/analyses/landings_and_barriers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/layer_maker.h"

#include "engine/analyses/search_setting.h"

namespace desakota::analyses {
namespace {

/// A river along the equator, and a road north of it that does not touch it.
void add_river_and_road(TestRun& run) {
    run.add("roads", LayerMaker("roads.gpkg").line({{104.0, 0.005}, {104.1, 0.005}}));
    run.add("rivers", LayerMaker("rivers.gpkg").line({{104.0, 0.0}, {104.1, 0.0}}));
}

TEST(Landings, AreBoardedAndTheRiverNowhereElse) {
    TestRun run;
    add_river_and_road(run);
    run.add("landings", LayerMaker("piers.gpkg").points({{104.05, 0.0002}}).points({{104.06, 0.004}}));
    auto roads = read_roads(run.arguments, run.context);
    const auto setting = prepare_search(run.arguments, std::move(roads), run.context);
    EXPECT_TRUE(setting.network().has_landings);
    ASSERT_EQ(setting.network().joins.size(), 1U);
    EXPECT_EQ(setting.network().joins[0].kind, network::JoinKind::Boarding);
    ASSERT_EQ(run.diagnostics.items().size(), 1U) << "the second landing is far from the river";
    EXPECT_THAT(run.diagnostics.items()[0].text.english, testing::HasSubstr("1 landings lie more than 50 m"));
}

TEST(Landings, AreAUsageErrorWithoutWater) {
    TestRun run;
    run.add("roads", LayerMaker("roads.gpkg").line({{104.0, 0.005}, {104.1, 0.005}}));
    run.add("landings", LayerMaker("piers.gpkg").points({{104.05, 0.0002}}));
    try {
        (void)read_roads(run.arguments, run.context);
        FAIL() << "nothing was thrown";
    } catch (const core::Error& error) {
        EXPECT_EQ(error.status(), core::ExitStatus::WrongUsage);
        EXPECT_THAT(error.what(), testing::HasSubstr("--landings has no effect"));
    }
}

TEST(Barriers, AreTakenFromLinesAndFromTheOutlinesOfAreas) {
    TestRun run;
    add_river_and_road(run);
    run.add("barriers", LayerMaker("banks.gpkg").line({{104.0, 0.001}, {104.1, 0.001}}));
    run.add("barriers",
            LayerMaker("lake.gpkg").ring({{104.2, 0.0}, {104.3, 0.0}, {104.3, 0.1}, {104.2, 0.1}, {104.2, 0.0}}));
    const auto roads = read_roads(run.arguments, run.context);
    core::SilentProgress silent;
    const auto barriers = network::make_barriers(roads.barriers, {}, silent);
    EXPECT_TRUE(barriers.block(geo::to_grid({104.05, 0.0005}), geo::to_grid({104.05, 0.002})));
    EXPECT_FALSE(barriers.block(geo::to_grid({104.05, 0.002}), geo::to_grid({104.05, 0.003})));
    EXPECT_TRUE(barriers.block(geo::to_grid({104.19, 0.05}), geo::to_grid({104.25, 0.05})));
}

}  // namespace
}  // namespace desakota::analyses
