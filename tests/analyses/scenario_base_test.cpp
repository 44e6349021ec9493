#include "engine/analyses/scenario_base.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/scenario_case.h"
#include "tests/analyses/scenario_region.h"
#include "tests/support/for_each_seed.h"

#include "engine/analyses/kept_networks.h"

namespace desakota::analyses {
namespace {

using test_support::for_each_seed;
using test_support::Random;

/// One question of a meeting after another, on the same roads: roads or a facility added, by distance or time, with one
/// threshold or another. A facility that is removed leaves the base as it is.
struct Question : Comparison {
    Question(const Region& region, Random& random) : Comparison(region, region.base, region.facilities) {
        if (!region.others.empty() && random.chance(0.7)) add_roads(*this, "added-roads", region.others);
        if (!arguments.has_layer("added-roads") || random.chance(0.3)) {
            add("added-facilities", points_of("usulan", {region.settlements.front()}));
        }
        if (random.chance(0.3)) add("removed-facilities", points_of("tutup", {region.facilities.front()}));
        if (random.chance(0.3)) give("threshold", 3000.0);
        if (random.chance(0.5)) give("threshold-min", random.chance(0.5) ? 5.0 : 10.0);
        if (random.chance(0.3)) give("cost", "time");
        if (random.chance(0.2)) give("off-road-factor", 1.1);
        if (random.chance(0.2)) give("mode", "car");
    }
    std::vector<std::string> answer(KeptNetworks* networks) {
        RunContext with_networks{progress, diagnostics, core::Language::English, 1, networks};
        return content(layer_of(analysis.run(arguments, with_networks), "compare_scenarios"));
    }
};

TEST(ScenarioBase, EveryQuestionOfASessionIsAnsweredAsIfItWereTheFirst) {
    for_each_seed(15, [](Random& random) {
        auto region = random_region(random);
        const auto store = std::make_shared<NetworkStore>(1);
        for (int i = 0; i < 6; ++i) {
            auto seed = random;
            if (i == 3) region.settlements.pop_back();
            KeptNetworks networks(store, {{"roads", {"base"}}});
            const auto found = Question(region, random).answer(&networks);
            EXPECT_EQ(found, Question(region, seed).answer(nullptr));
        }
    });
}

/// The same with roads that are closed, roads that change, and a season that turns.
struct HarderQuestion : Question {
    HarderQuestion(const Region& region, Random& random) : Question(region, random) {
        const auto& base = region.base;
        if (random.chance(0.5)) add("removed-roads", roads_of("ditutup", {base.front()}));
        if (base.size() > 1 && random.chance(0.7)) {
            auto changed = base.back();
            changed.class_index = 3;
            changed.one_way = 0;
            add_roads(*this, "changed-roads", {changed});
        }
        if (random.chance(0.5)) give("scenario-season", "wet");
    }
};

TEST(ScenarioBase, RemovedAndChangedRoadsAndATurnedSeasonLeaveItAsItIs) {
    for_each_seed(15, [](Random& random) {
        const auto region = random_region(random);
        const auto store = std::make_shared<NetworkStore>(1);
        for (int i = 0; i < 6; ++i) {
            auto seed = random;
            KeptNetworks networks(store, {{"roads", {"base"}}});
            const auto found = HarderQuestion(region, random).answer(&networks);
            EXPECT_EQ(found, HarderQuestion(region, seed).answer(nullptr));
        }
    });
}

TEST(ScenarioBase, IsKeptWhileTheSeasonTurns) {
    const auto store = std::make_shared<NetworkStore>(1);
    const auto ask = [&](const char* season) {
        ScenarioRun run;
        run.arguments.layers.erase("roads");
        run.add("roads", LayerMaker("jalan").line({metres(0), metres(20000)}).texts("highway", {"unclassified"}));
        run.find("class-field", "highway");
        run.build_bridge();
        run.give("scenario-season", season);
        KeptNetworks networks(store, {{"roads", {"base"}}});
        RunContext context{run.progress, run.diagnostics, core::Language::English, 1, &networks};
        static_cast<void>(run.analysis.run(run.arguments, context));
        return store->base(network::Objective::Distance);
    };
    const auto first = ask("wet");
    ASSERT_NE(first, nullptr);
    EXPECT_EQ(ask("wet"), first);
    EXPECT_EQ(ask("same"), first);
}

TEST(ScenarioBase, IsNotKeptWithoutItsNetwork) {
    const auto store = std::make_shared<NetworkStore>(1);
    ScenarioRun run;
    run.build_bridge();
    KeptNetworks networks(store, {{"roads", {""}}});  // of unknown content
    RunContext context{run.progress, run.diagnostics, core::Language::English, 1, &networks};
    static_cast<void>(run.analysis.run(run.arguments, context));
    EXPECT_EQ(store->base(network::Objective::Distance), nullptr);
}

TEST(ScenarioBase, GoesWhenAnotherNetworkIsLookedForThoughThereIsRoom) {
    const auto store = std::make_shared<NetworkStore>(2);
    ScenarioRun run;
    run.build_bridge();
    KeptNetworks networks(store, {{"roads", {"base"}}});
    RunContext context{run.progress, run.diagnostics, core::Language::English, 1, &networks};
    static_cast<void>(run.analysis.run(run.arguments, context));
    EXPECT_NE(store->base(network::Objective::Distance), nullptr);
    static_cast<void>(store->find("another"));
    EXPECT_EQ(store->base(network::Objective::Distance), nullptr);
}

TEST(ScenarioBase, IsKeptForTheNextScenarioOfASession) {
    const auto store = std::make_shared<NetworkStore>(1);
    const auto ask = [&](double threshold) {
        ScenarioRun run;
        run.build_bridge();
        run.give("threshold", threshold);
        KeptNetworks networks(store, {{"roads", {"base"}}});
        RunContext context{run.progress, run.diagnostics, core::Language::English, 1, &networks};
        static_cast<void>(run.analysis.run(run.arguments, context));
        return store->base(network::Objective::Distance);
    };
    const auto first = ask(5000.0);
    ASSERT_NE(first, nullptr);
    EXPECT_EQ(ask(5000.0), first);
    EXPECT_NE(ask(6000.0), first);
    store->clear();
    EXPECT_EQ(store->base(network::Objective::Distance), nullptr);
    EXPECT_EQ(first.use_count(), 1);
}

}  // namespace
}  // namespace desakota::analyses
