#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/scenario_case.h"

namespace desakota::analyses {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// The southern road of the case, at 25 km/h as far as 10 km and at 45 km/h from there on; walking is at 5 km/h.
struct SlowRoad : ScenarioRun {
    SlowRoad() {
        arguments.layers.erase("roads");
        add("roads", LayerMaker("jalan")
                         .line({metres(0), metres(10000)})
                         .line({metres(10000), metres(20000)})
                         .texts("highway", {"residential", "primary"}));
        find("class-field", "highway");
    }
    void widen() {
        add("changed-roads", LayerMaker("diperlebar")
                                 .line({metres(0), metres(10000)})
                                 .texts("highway", {"primary"})
                                 .texts("biaya", {"1000000000"}));
        find("changed-class-field", "highway");
    }
};

TEST(ScenarioTimes, AWidenedRoadBringsFamiliesWithinTheTimeThresholdAlone) {
    SlowRoad run;
    run.widen();
    run.give("threshold-min", 10.0);
    const auto results = run.run();
    const auto& table = run.table(results);
    EXPECT_THAT(values_of(table, "effect"),
                ElementsAre("unchanged", "unchanged", "unchanged", "not_reached", "not_reached", "-"));
    EXPECT_THAT(values_of(table, "change_m"), ElementsAre("0", "0", "0", "-", "-", "-"));
    EXPECT_THAT(values_of(table, "before_min"), ElementsAre("2.4", "14.4", "28", "-", "-", "-"));
    EXPECT_EQ(values_of(table, "after_min")[1], "8");
    EXPECT_EQ(values_of(table, "change_min")[1], "-6.4");
    EXPECT_THAT(values_of(table, "families_gained"), ElementsAre("0", "0", "0", "0", "0", "-"));
    EXPECT_THAT(values_of(table, "families_gained_time"), ElementsAre("0", "200", "0", "0", "0", "-"));
    EXPECT_THAT(values_of(table, "share_beyond_time_before"), ElementsAre("0", "1", "1", "1", "1", "-"));
    EXPECT_THAT(values_of(table, "share_beyond_time_after"), ElementsAre("0", "0", "1", "1", "1", "-"));
    EXPECT_EQ(values_of(table, "reason")[1],
              "No change: 6.0 km to Puskesmas Hulu. 200 of its families come within 10 min.");
    EXPECT_EQ(figure(results, "families_gained_time"), 200.0);
    EXPECT_EQ(results.summary[2].english,
              "It brings 200 families within 10 min of travel of a puskesmas; 0 fall beyond. 1,200 of 1,500 families "
              "(80 %) are then beyond, 1,400 before.");
    EXPECT_EQ(results.summary[2].indonesian,
              "200 keluarga menjadi berada dalam 10 menit perjalanan dari puskesmas; 0 menjadi berada di luarnya. "
              "Sesudahnya 1.200 dari 1.500 keluarga (80 %) berada di luar ambang, semula 1.400.");
    const auto& summary = layer_of(results, "compare_scenarios_summary");
    EXPECT_THAT(values_of(summary, "families_gained_time"), ElementsAre("200", "0", "200"));
}

TEST(ScenarioTimes, ByTimeTheFastestWayDecides) {
    SlowRoad run;
    run.widen();
    run.give("cost", "time");
    const auto results = run.run();
    const auto& table = run.table(results);
    EXPECT_THAT(values_of(table, "effect"),
                ElementsAre("nearer", "nearer", "nearer", "not_reached", "not_reached", "-"));
    EXPECT_EQ(values_of(table, "reason")[1], "6 min faster to Puskesmas Hulu: 14 min before, 8 min after.");
    EXPECT_EQ(table.find("families_gained_time"), nullptr);
    EXPECT_EQ(
        results.summary[2].english,
        "Of 6 settlements, from 3 the way is faster than before, from 0 slower; 0 are newly reached, 0 no longer.");
    EXPECT_EQ(results.summary[2].indonesian,
              "Dari 6 permukiman, waktu tempuh dari 3 lebih singkat dan dari 0 lebih lama daripada semula; 0 kini "
              "terjangkau, 0 tidak lagi.");
    EXPECT_EQ(results.styles.at("compare_scenarios")[1].title.english, "Change in travel time");
}

TEST(ScenarioTimes, ByTimeAliasesAndFiguresSpeakOfTheFastestWayAndOfTheShortest) {
    const auto words = [](const char* cost) {
        SlowRoad run;
        run.widen();
        run.give("cost", cost);
        const auto results = run.run();
        std::vector<std::string> texts;
        for (const auto* name : {"before_m", "after_m", "change_m"}) {
            texts.push_back(run.table(results).find(name)->definition().alias.english);
        }
        for (const auto* name : {"settlements_nearer", "settlements_farther"}) {
            texts.push_back(std::ranges::find(results.figures, name, &Figure::name)->label.english);
        }
        return texts;
    };
    EXPECT_THAT(words("time"), ElementsAre("Shortest distance, before (m)", "Shortest distance, after (m)",
                                           "Change in the shortest distance (m; less is better)",
                                           "Settlements from which the way is faster than before",
                                           "Settlements from which the way is slower than before"));
    EXPECT_THAT(words("distance"),
                ElementsAre("By road, before (m)", "By road, after (m)", "Change (m; less is better)",
                            "Settlements nearer than before", "Settlements farther than before"));
}

TEST(ScenarioTimes, AChangeOfSecondsIsNoChangeOfZeroMinutes) {
    ScenarioRun run;
    run.arguments.layers.erase("roads");
    run.add("roads", LayerMaker("jalan")
                         .line({metres(0), metres(100)})
                         .line({metres(100), metres(20000)})
                         .texts("highway", {"residential", "primary"}));
    run.find("class-field", "highway");
    run.add("changed-roads", LayerMaker("diperlebar").line({metres(0), metres(100)}).texts("highway", {"primary"}));
    run.find("changed-class-field", "highway");
    run.give("cost", "time");
    const auto results = run.run();
    EXPECT_EQ(values_of(run.table(results), "reason")[1],
              "Less than 1 min faster to Puskesmas Hulu: 8 min before, 8 min after.");
}

TEST(ScenarioTimes, AChangeOfMillimetresIsNoChangeOfZeroMetres) {
    ScenarioRun run;
    run.arguments.layers.erase("roads");
    run.add(
        "roads",
        LayerMaker("jalan").line({metres(0), metres(5000, 40), metres(10000)}).line({metres(10000), metres(20000)}));
    run.add("added-roads", LayerMaker("lurus").line({metres(0), metres(10000)}));
    const auto results = run.run(core::Language::Indonesian);
    EXPECT_EQ(values_of(run.table(results), "reason")[2],
              "Kurang dari 1 m lebih dekat ke Puskesmas Hulu: semula 13,0 km, sesudah 13,0 km.");
}

TEST(ScenarioTimes, ByTimeMoneyIsHeldAgainstTheTimeThreshold) {
    SlowRoad run;
    run.widen();
    run.find("changed-road-cost-field", "biaya");
    run.give("cost", "time");
    run.give("threshold-min", 10.0);
    const auto results = run.run();
    EXPECT_EQ(figure(results, "cost_per_family_rp"), 5'000'000.0);
    EXPECT_EQ(results.summary.back().english,
              "It costs Rp 1,000,000,000: Rp 5,000,000 for each family brought within the time threshold.");
}

TEST(ScenarioTimes, WantTheSpeedsOfTheScenariosRoads) {
    SlowRoad run;
    run.build_bridge();
    run.give("threshold-min", 10.0);
    const auto [status, problem] = run.failure();
    EXPECT_EQ(status, core::ExitStatus::WrongUsage);
    EXPECT_THAT(problem, HasSubstr("--added-roads: times are asked for, and the speeds of these roads are not known. "
                                   "Name their class field with --added-class-field, or give a --default-speed."));
    ScenarioRun base;
    base.build_bridge();
    base.give("threshold-min", 10.0);
    EXPECT_THAT(base.failure().second, HasSubstr("--threshold-min: the roads' speeds are not known"));
}

}  // namespace
}  // namespace desakota::analyses
