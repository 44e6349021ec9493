#include <algorithm>
#include <gtest/gtest.h>

#include "tests/analyses/scenario_region.h"
#include "tests/support/for_each_seed.h"

#include "engine/analyses/kept_networks.h"
#include "engine/network/lines_along.h"

namespace desakota::analyses {
namespace {

using test_support::for_each_seed;
using test_support::Random;
using test_support::RandomLine;

/// Whether something goes, and no line that stays lies on one that goes: both would be meant.
bool can_be_removed(const Region& region) {
    network::Lines base;
    for (const auto& line : region.base) base.add(course_of(line), {});
    const bool any = !region.others.empty() || !region.other_facilities.empty();
    return any && std::ranges::none_of(region.others, [&](const RandomLine& line) {
               return !network::lines_along(base, network::index_segments(base), course_of(line), 1.0).empty();
           });
}

/// Whether something changes, and each road that does covers itself alone.
bool can_be_changed(const Region& region) {
    network::Lines all;
    for (const auto& line : both(region.base, region.others)) all.add(course_of(line), {});
    const auto index = network::index_segments(all);
    return !region.others.empty() && std::ranges::all_of(region.others, [&](const RandomLine& line) {
        return network::lines_along(all, index, course_of(line), 1.0).size() == 1;
    });
}

/// Whether the first road covers another one, which then goes with it.
bool first_covers_another(const Region& region) {
    network::Lines base;
    for (const auto& line : region.base) base.add(course_of(line), {});
    return network::lines_along(base, network::index_segments(base), course_of(region.base.front()), 1.0).size() > 1;
}

TEST(ScenarioLaws, EitherSideIsWhatHealthAccessSaysOfIt) {
    for_each_seed(30, [](Random& random) {
        const auto region = random_region(random);
        Addition run(region);
        const auto results = run.run();
        const auto& table = layer_of(results, "compare_scenarios");
        const auto facilities = both(region.facilities, both(region.other_facilities, {region.settlements.front()}));
        EXPECT_EQ(content(table, {"status_before", "before_m", "share_beyond_before"}),
                  health_access(region, {region.base}, region.facilities));
        EXPECT_EQ(content(table, {"status_after", "after_m", "share_beyond_after"}),
                  health_access(region, {region.base, region.others}, facilities));
    });
}

/// Where roads alone change, most places need not ask again.
TEST(ScenarioLaws, FewRoadsOfMany) {
    for_each_seed(30, [](Random& random) {
        auto region = random_region(random, 20'000.0);
        region.max_access = random.between(300.0, 2500.0);
        const auto few = std::min<std::size_t>(region.others.size(), 2);
        const std::vector<RandomLine> added(region.others.begin(),
                                            region.others.begin() + static_cast<std::ptrdiff_t>(few));
        if (added.empty()) return;
        Comparison run(region, region.base, region.facilities);
        add_roads(run, "added-roads", added);
        run.add("removed-roads", roads_of("ditutup", {region.base.front()}));
        const auto results = run.run();
        const auto& table = layer_of(results, "compare_scenarios");
        if (first_covers_another(region)) return;
        const std::vector<RandomLine> left(region.base.begin() + 1, region.base.end());
        EXPECT_EQ(content(table, {"status_before", "before_m", "share_beyond_before"}),
                  health_access(region, {region.base}, region.facilities));
        EXPECT_EQ(content(table, {"status_after", "after_m", "share_beyond_after"}),
                  health_access(region, {left, added}, region.facilities));
    });
}

TEST(ScenarioLaws, WhatIsBuiltTakesNothingFromAnybody) {
    for_each_seed(30, [](Random& random) {
        Addition run(random_region(random));
        const auto results = run.run();
        const auto& table = layer_of(results, "compare_scenarios");
        for (std::size_t row = 0; row < table.row_count; ++row) {
            EXPECT_LE(number_of(table, "change_m", row).value_or(0.0), 0.0);
            EXPECT_EQ(number_of(table, "families_lost", row), 0.0);
            EXPECT_GE(number_of(table, "families_gained", row), 0.0);
            const auto effect = values_of(table, "effect")[row];
            EXPECT_TRUE(effect != "farther" && effect != "no_longer_reached") << effect;
        }
    });
}

TEST(ScenarioLaws, WhatIsTakenAwayGivesNothingToAnybody) {
    for_each_seed(30, [](Random& random) {
        const auto region = random_region(random);
        if (!can_be_removed(region)) return;
        Removal run(region);
        const auto results = run.run();
        const auto& table = layer_of(results, "compare_scenarios");
        for (std::size_t row = 0; row < table.row_count; ++row) {
            EXPECT_GE(number_of(table, "change_m", row).value_or(0.0), 0.0);
            EXPECT_EQ(number_of(table, "families_gained", row), 0.0);
        }
        EXPECT_EQ(content(table, {"status_after", "after_m", "share_beyond_after"}),
                  health_access(region, {region.base}, region.facilities));
    });
}

TEST(ScenarioLaws, WhatIsTakenAwayAndBuiltAgainChangesNothing) {
    for_each_seed(25, [](Random& random) {
        const auto region = random_region(random);
        if (!can_be_removed(region) || region.others.empty()) return;
        Comparison run(region, both(region.base, region.others), region.facilities);
        run.add("removed-roads", roads_of("ditutup", region.others));
        add_roads(run, "added-roads", region.others);
        const auto results = run.run();
        const auto& table = layer_of(results, "compare_scenarios");
        for (std::size_t row = 0; row < table.row_count; ++row) {
            EXPECT_EQ(values_of(table, "before_m")[row], values_of(table, "after_m")[row]);
            EXPECT_EQ(values_of(table, "status_before")[row], values_of(table, "status_after")[row]);
        }
        EXPECT_EQ(figure(results, "families_gained"), 0.0);
        EXPECT_EQ(figure(results, "families_lost"), 0.0);
    });
}

/// A road of the region, drawn either way, with another direction, level and class.
RandomLine changed_road(RandomLine road, Random& random) {
    if (random.chance(0.5)) std::ranges::reverse(road.points);
    road.one_way = static_cast<int>(random.below(3)) - 1;
    road.level = static_cast<int>(random.below(2));
    road.class_index = random.below(4);
    return road;
}

/// What health access says of the roads as they will be. (Neither longer nor shorter ways are promised.)
TEST(ScenarioLaws, ChangedRoadsAreTheRoadsAsTheyWillBe) {
    for_each_seed(40, [](Random& random) {
        auto region = random_region(random);
        region.max_access = random.between(300.0, 2500.0);
        if (!can_be_changed(region)) return;
        std::vector<RandomLine> changed;
        for (const auto& road : region.others) changed.push_back(changed_road(road, random));
        Comparison run(region, both(region.base, region.others), region.facilities);
        add_roads(run, "changed-roads", changed);
        const auto few = random_region(random).others;
        if (random.chance(0.5) && !few.empty()) add_roads(run, "added-roads", few);
        const bool adds = run.arguments.layers.contains("added-roads");
        const auto results = run.run();
        const auto& table = layer_of(results, "compare_scenarios");
        EXPECT_EQ(
            content(table, {"status_after", "after_m", "share_beyond_after"}),
            health_access(region, {region.base, changed, adds ? few : std::vector<RandomLine>{}}, region.facilities));
    });
}

TEST(ScenarioLaws, TimesOfEitherSideAreThoseOfHealthAccess) {
    for_each_seed(30, [](Random& random) {
        const auto region = random_region(random);
        if (!can_be_changed(region)) return;
        std::vector<RandomLine> changed;
        for (const auto& road : region.others) changed.push_back(changed_road(road, random));
        Comparison run(region, both(region.base, region.others), region.facilities);
        add_roads(run, "changed-roads", changed);
        const double minutes = random.between(2.0, 20.0);
        run.give("cost", "time");
        run.give("threshold-min", minutes);
        const auto results = run.run();
        const auto& table = layer_of(results, "compare_scenarios");
        EXPECT_EQ(content(table, {"status_before", "before_m", "before_min", "share_beyond_before",
                                  "share_beyond_time_before"}),
                  health_access_in_time(region, {region.base, region.others}, minutes));
        EXPECT_EQ(
            content(table, {"status_after", "after_m", "after_min", "share_beyond_after", "share_beyond_time_after"}),
            health_access_in_time(region, {region.base, changed}, minutes));
    });
}

TEST(ScenarioLaws, WhatALayerOfChangedRoadsDoesNotTellStaysAsItIs) {
    for_each_seed(30, [](Random& random) {
        const auto region = random_region(random);
        if (!can_be_changed(region)) return;
        auto expected = region.others;
        LayerMaker drawn("diubah");
        std::vector<std::string> classes;
        for (auto& road : expected) {
            road.class_index = 0;
            auto course = road.points;
            if (random.chance(0.5)) std::ranges::reverse(course);
            drawn.line(course);
            classes.emplace_back("primary");
        }
        Comparison run(region, both(region.base, region.others), region.facilities);
        run.add("changed-roads", drawn.texts("highway", classes));
        run.find("changed-class-field", "highway");
        const double minutes = random.between(2.0, 20.0);
        run.give("cost", "time");
        run.give("threshold-min", minutes);
        const auto results = run.run();
        EXPECT_EQ(content(layer_of(results, "compare_scenarios"),
                          {"status_after", "after_m", "after_min", "share_beyond_after", "share_beyond_time_after"}),
                  health_access_in_time(region, {region.base, expected}, minutes));
    });
}

TEST(ScenarioLaws, ARoadChangedIntoWhatItIsChangesNothing) {
    for_each_seed(25, [](Random& random) {
        const auto region = random_region(random);
        if (!can_be_changed(region)) return;
        Comparison run(region, both(region.base, region.others), region.facilities);
        add_roads(run, "changed-roads", region.others);
        const auto results = run.run();
        const auto& table = layer_of(results, "compare_scenarios");
        EXPECT_EQ(values_of(table, "before_m"), values_of(table, "after_m"));
        EXPECT_EQ(values_of(table, "status_before"), values_of(table, "status_after"));
    });
}

TEST(ScenarioLaws, ThreadsDoNotMatter) {
    for_each_seed(10, [](Random& random) {
        const auto region = random_region(random);
        Addition one(region);
        Addition two(region);
        EXPECT_EQ(content(layer_of(one.run(core::Language::English, 1), "compare_scenarios")),
                  content(layer_of(two.run(core::Language::English, 2), "compare_scenarios")));
    });
}

TEST(ScenarioLaws, TheOrderOfSettlementsDoesNotMatter) {
    for_each_seed(20, [](Random& random) {
        auto region = random_region(random);
        Comparison straight(region, region.base, region.facilities);
        add_roads(straight, "added-roads", both(region.others, {region.base.front()}));
        const auto forth = straight.run();
        std::ranges::reverse(region.settlements);
        Comparison turned(region, region.base, region.facilities);
        add_roads(turned, "added-roads", both(region.others, {region.base.front()}));
        const auto back = turned.run();
        for (const auto* column : {"effect", "before_m", "after_m", "change_m", "share_beyond_after"}) {
            auto values = values_of(layer_of(back, "compare_scenarios"), column);
            std::ranges::reverse(values);
            EXPECT_EQ(values_of(layer_of(forth, "compare_scenarios"), column), values);
        }
    });
}

/// A second scenario on the same base, in a session that keeps networks, says what it says alone.
TEST(ScenarioLaws, AKeptBaseGivesTheSame) {
    for_each_seed(20, [](Random& random) {
        const auto region = random_region(random);
        KeptNetworks networks;
        std::vector<std::vector<std::string>> found;
        for (int i = 0; i < 2; ++i) {
            Addition run(region);
            RunContext context{run.progress, run.diagnostics, core::Language::English, 1, &networks};
            found.push_back(content(layer_of(run.analysis.run(run.arguments, context), "compare_scenarios")));
        }
        Addition alone(region);
        found.push_back(content(layer_of(alone.run(), "compare_scenarios")));
        EXPECT_EQ(found[0], found[1]);
        EXPECT_EQ(found[0], found[2]);
    });
}

}  // namespace
}  // namespace desakota::analyses
