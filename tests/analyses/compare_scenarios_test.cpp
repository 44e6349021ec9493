#include "engine/analyses/compare_scenarios.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/scenario_case.h"

#include "engine/analyses/kept_networks.h"

namespace desakota::analyses {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(CompareScenarios, ABridgeBringsTheNorthWithinReach) {
    ScenarioRun run;
    run.build_bridge();
    const auto results = run.run();
    const auto& table = run.table(results);
    // D: 500 m west to the bridge, 3,000 m over it, 500 m to the puskesmas. Off the equator a degree is shorter.
    EXPECT_THAT(values_of(table, "before_m"), ElementsAre("1000", "6000", "13000", "-", "-", "-"));
    EXPECT_THAT(values_of(table, "after_m"), ElementsAre("1000", "6000", "13000", "4000", "16999.998", "-"));
    EXPECT_THAT(values_of(table, "change_m"), ElementsAre("0", "0", "0", "-", "-", "-"));
    EXPECT_THAT(values_of(table, "effect"),
                ElementsAre("unchanged", "unchanged", "unchanged", "newly_reached", "newly_reached", "-"));
    EXPECT_THAT(values_of(table, "status_before"),
                ElementsAre("reached", "reached", "reached", "not_connected", "not_connected", "no_geometry"));
    EXPECT_THAT(values_of(table, "status_after"),
                ElementsAre("reached", "reached", "reached", "reached", "reached", "no_geometry"));
    EXPECT_THAT(values_of(table, "facility_before_id"), ElementsAre("F1", "F1", "F1", "-", "-", "-"));
    EXPECT_THAT(
        values_of(table, "facility_after_name"),
        ElementsAre("Puskesmas Hulu", "Puskesmas Hulu", "Puskesmas Hulu", "Puskesmas Hulu", "Puskesmas Hulu", "-"));
    EXPECT_THAT(values_of(table, "families_gained"), ElementsAre("0", "0", "0", "400", "0", "-"));
    EXPECT_THAT(values_of(table, "families_lost"), ElementsAre("0", "0", "0", "0", "0", "-"));
    EXPECT_THAT(values_of(table, "share_beyond_after"), ElementsAre("0", "1", "1", "0", "1", "-"));
    EXPECT_THAT(values_of(table, "reason"),
                ElementsAre("No change: 1.0 km to Puskesmas Hulu.", "No change: 6.0 km to Puskesmas Hulu.",
                            "No change: 13.0 km to Puskesmas Hulu.",
                            "Newly reached: 4.0 km to Puskesmas Hulu; before, not connected. 400 of its families come "
                            "within 5.0 km.",
                            "Newly reached: 17.0 km to Puskesmas Hulu; before, not connected.", "Without a location."));
}

TEST(CompareScenarios, AnswersInSentencesInBothLanguages) {
    ScenarioRun run;
    run.build_bridge();
    run.build_puskesmas();
    const auto results = run.run();
    ASSERT_EQ(results.summary.size(), 3U);
    EXPECT_EQ(results.summary[0].english, "The scenario: roads added: 1; facilities added: 1.");
    EXPECT_EQ(results.summary[0].indonesian, "Simulasi: jalan ditambahkan: 1; fasilitas ditambahkan: 1.");
    // B: 5 km to the new puskesmas; C: 2 km; D: 4 km.
    EXPECT_EQ(
        results.summary[1].english,
        "It brings 900 families within 5.0 km by road of a puskesmas; 0 fall beyond. 500 of 1,500 families (33 %) "
        "are then beyond, 1,400 before.");
    EXPECT_EQ(results.summary[1].indonesian,
              "900 keluarga menjadi berada dalam 5,0 km lewat jalan dari puskesmas; 0 menjadi berada di luarnya. "
              "Sesudahnya 500 dari 1.500 keluarga (33 %) berada di luar ambang, semula 1.400.");
    EXPECT_EQ(results.summary[2].english,
              "Of 6 settlements, 2 are nearer and 0 farther than before; 2 are newly reached, 0 no longer.");
    EXPECT_EQ(values_of(run.table(results), "reason")[2],
              "11.0 km nearer: before, 13.0 km to Puskesmas Hulu; now 2.0 km to Puskesmas Baru. 300 of its families "
              "come within 5.0 km.");
    EXPECT_EQ(figure(results, "families_gained"), 900.0);
    EXPECT_EQ(figure(results, "settlements_nearer"), 2.0);
}

TEST(CompareScenarios, SumsUpByGroup) {
    ScenarioRun run;
    run.build_bridge();
    const auto results = run.run();
    const auto& summary = layer_of(results, "compare_scenarios_summary");
    EXPECT_THAT(values_of(summary, "group_value"), ElementsAre("Selatan", "Utara", "total"));
    EXPECT_THAT(values_of(summary, "before_settlements_reached"), ElementsAre("3", "0", "3"));
    EXPECT_THAT(values_of(summary, "after_settlements_reached"), ElementsAre("3", "2", "5"));
    EXPECT_THAT(values_of(summary, "families_beyond_before"), ElementsAre("500", "900", "1400"));
    EXPECT_THAT(values_of(summary, "families_beyond_after"), ElementsAre("500", "500", "1000"));
    EXPECT_THAT(values_of(summary, "families_gained"), ElementsAre("0", "400", "400"));
}

TEST(CompareScenarios, HasTheDeclaredColumnsAndThoseOfTimesWhereTheyAreAskedFor) {
    ScenarioRun with_times;
    with_times.build_bridge();
    with_times.give("default-speed", 30.0);
    with_times.give("threshold-min", 10.0);
    const auto all = with_times.run();
    EXPECT_EQ(names_of(with_times.table(all).columns), names_of(with_times.analysis.outputs[0].columns));
    EXPECT_EQ(names_of(layer_of(all, "compare_scenarios_summary").columns),
              names_of(with_times.analysis.outputs[1].columns));
    ScenarioRun without;
    without.build_bridge();
    const auto fewer = without.run();
    for (const auto& name : names_of(without.table(fewer).columns)) {
        EXPECT_THAT(name, testing::Not(testing::AnyOf(testing::EndsWith("_min"), HasSubstr("_time")))) << name;
    }
}

TEST(CompareScenarios, AClosedRoadCutsOffWhatLiesBehindIt) {
    ScenarioRun run;
    run.close_road(0, 10000);
    const auto results = run.run(core::Language::Indonesian);
    const auto& table = run.table(results);
    EXPECT_THAT(values_of(table, "effect"),
                ElementsAre("farther", "no_longer_reached", "no_longer_reached", "not_reached", "not_reached", "-"));
    // A walks straight, at ten metres for each.
    EXPECT_THAT(values_of(table, "after_m"), ElementsAre("10000", "-", "-", "-", "-", "-"));
    EXPECT_THAT(values_of(table, "families_lost"), ElementsAre("100", "0", "0", "0", "0", "-"));
    EXPECT_EQ(values_of(table, "reason")[0],
              "9,0 km lebih jauh ke Puskesmas Hulu: semula 1,0 km, sesudah 10,0 km. 100 keluarganya menjadi berada di "
              "luar 5,0 km.");
    EXPECT_EQ(values_of(table, "reason")[1],
              "Tidak lagi terjangkau: semula 6,0 km ke Puskesmas Hulu; kini tidak ada jalan di dekatnya.");
    const auto& links = layer_of(results, "compare_scenarios_links");
    EXPECT_THAT(values_of(links, "change"), ElementsAre("removed"));
    EXPECT_THAT(values_of(links, "length_m"), ElementsAre("10000"));
}

TEST(CompareScenarios, OneLineClosesAllRoadsThatItCovers) {
    ScenarioRun run;
    run.close_road(20000, 0);
    EXPECT_THAT(values_of(run.table(run.run()), "status_after"),
                ElementsAre("reached", "no_road_in_reach", "no_road_in_reach", "not_connected", "not_connected",
                            "no_geometry"));
}

TEST(CompareScenarios, RefusesARemovedRoadThatCoversNone) {
    ScenarioRun run;
    run.close_road(1000, 9000);
    const auto [status, problem] = run.failure();
    EXPECT_EQ(status, core::ExitStatus::UnfitInput);
    EXPECT_EQ(problem,
              "ditutup: features that cover no road from end to end: fid 1. Copy the features from the roads; to close "
              "a part of a road, split the road there first.");
}

TEST(CompareScenarios, AFacilityIsClosedByIdByNameOrByPlace) {
    for (const std::string way : {"id", "name", "place"}) {
        ScenarioRun run;
        LayerMaker closed("tutup");
        closed.points({way == "place" ? metres(30, 20) : metres(9000)});
        if (way == "id") closed.texts("kode", {"F1"});
        if (way == "name") closed.texts("nama", {"puskesmas hulu"});
        run.add("removed-facilities", closed);
        if (way == "id") run.find("removed-facility-id-field", "kode");
        if (way == "name") run.find("removed-facility-name-field", "nama");
        const auto results = run.run();
        EXPECT_THAT(values_of(run.table(results), "effect"),
                    ElementsAre("no_longer_reached", "no_longer_reached", "no_longer_reached", "not_reached",
                                "not_reached", "-"))
            << way;
        EXPECT_EQ(results.summary[0].english, "The scenario: facilities removed: 1.");
        EXPECT_EQ(figure(results, "families_lost"), 100.0);
    }
}

TEST(CompareScenarios, RefusesARemovedFacilityThatIsNone) {
    ScenarioRun run;
    run.add("removed-facilities", LayerMaker("tutup").points({metres(9000)}).texts("nama", {"Puskesmas Lain"}));
    run.find("removed-facility-name-field", "nama");
    EXPECT_EQ(
        run.failure().second,
        "tutup: features that name no facility, or several: fid 1 \"Puskesmas Lain\". Give them the facility's id "
        "or name, or place them within 50 m of it.");
}

TEST(CompareScenarios, WarnsOfARemovedFacilityThatNeverCounted) {
    ScenarioRun run;
    run.add("removed-facilities", LayerMaker("tutup").points({metres(20000)}));
    const auto results = run.run();
    EXPECT_THAT(run.warnings(), testing::Contains("tutup: facilities that do not count in the base either, so that "
                                                  "nothing changes: fid 1."));
    EXPECT_EQ(results.summary[0].english, "The scenario: nothing that counts.");
    EXPECT_EQ(results.summary[1].english,
              "No families come within 5.0 km by road of a puskesmas or fall beyond: 1,400 of 1,500 (93 %) are beyond, "
              "as before.");
    EXPECT_EQ(figure(results, "settlements_unchanged"), 3.0);
}

TEST(CompareScenarios, AddedFacilitiesOfAnotherKindDoNotCount) {
    ScenarioRun run;
    run.add("added-facilities", LayerMaker("usulan")
                                    .points({metres(11000)})
                                    .points({metres(11000)})
                                    .texts("kode", {"F1", "F9"})
                                    .texts("jenis", {"puskesmas", "pustu"}));
    run.find("added-facility-kind-field", "jenis");
    run.find("added-facility-id-field", "kode");
    // The id F1 is taken.
    EXPECT_THAT(values_of(run.table(run.run()), "facility_after_id"),
                ElementsAre("F1", "added-F1", "added-F1", "-", "-", "-"));
}

TEST(CompareScenarios, TellsWhatAFamilyCosts) {
    ScenarioRun run;
    auto bridge = ScenarioRun::bridge();
    run.add("added-roads", bridge.texts("biaya", {"1.200.000.000"}));
    run.find("road-cost-field", "biaya");
    const auto results = run.run();
    EXPECT_EQ(figure(results, "cost_per_family_rp"), 3'000'000.0);
    EXPECT_EQ(results.summary.back().english,
              "It costs Rp 1,200,000,000: Rp 3,000,000 for each family brought within the threshold.");
    EXPECT_EQ(results.summary.back().indonesian,
              "Biayanya Rp 1.200.000.000: Rp 3.000.000 untuk tiap keluarga yang menjadi berada dalam ambang.");
}

TEST(CompareScenarios, RefusesAMissingCost) {
    ScenarioRun run;
    auto bridge = ScenarioRun::bridge();
    run.add("added-roads", bridge.texts("biaya", {""}));
    run.find("road-cost-field", "biaya");
    EXPECT_EQ(run.failure().second,
              "jembatan, fid 1: the cost is empty; write 0 where there is none. Correct the value.");
}

TEST(CompareScenarios, WarnsOfAnAddedRoadThatMeetsNone) {
    ScenarioRun run;
    run.add("added-roads", LayerMaker("jembatan").line({metres(500, 20), metres(500, 2000)}));
    const auto results = run.run();
    EXPECT_THAT(run.warnings(),
                testing::Contains("jembatan: 1 added roads meet no road of the base within the tolerance (feature 1): "
                                  "nothing leads onto them but a walk. Draw them up to the road."));
    EXPECT_THAT(values_of(layer_of(results, "compare_scenarios_links"), "connected"), ElementsAre("no"));
}

TEST(CompareScenarios, TheWetSeasonClosesAnEarthRoad) {
    for (const bool kept : {false, true}) {
        ScenarioRun run;
        run.arguments.layers.erase("roads");
        run.add("roads", LayerMaker("jalan")
                             .line({metres(0), metres(10000)})
                             .line({metres(10000), metres(20000)})
                             .texts("highway", {"primary", "unclassified"})
                             .texts("surface", {"asphalt", "earth"}));
        run.find("class-field", "highway");
        run.find("surface-field", "surface");
        run.give("mode", "car");
        run.give("scenario-season", "wet");
        KeptNetworks networks;
        RunContext context{run.progress, run.diagnostics, core::Language::English, 1, kept ? &networks : nullptr};
        const auto results = run.analysis.run(run.arguments, context);
        EXPECT_THAT(values_of(run.table(results), "effect"),
                    ElementsAre("unchanged", "unchanged", "no_longer_reached", "not_reached", "not_reached", "-"));
        EXPECT_EQ(results.summary[0].indonesian, "Simulasi: musim hujan.");
    }
}

TEST(CompareScenarios, ARoadIsPavedByRemovingItAndAddingItAnew) {
    ScenarioRun run;
    run.arguments.layers.erase("roads");
    run.add("roads", LayerMaker("jalan")
                         .line({metres(0), metres(10000)})
                         .line({metres(10000), metres(20000)})
                         .texts("highway", {"primary", "unclassified"})
                         .texts("surface", {"asphalt", "earth"}));
    run.find("class-field", "highway");
    run.find("surface-field", "surface");
    run.give("mode", "car");
    run.give("season", "wet");
    run.close_road(10000, 20000);
    run.add("added-roads", LayerMaker("diaspal")
                               .line({metres(10000), metres(20000)})
                               .texts("kelas", {"unclassified"})
                               .texts("permukaan", {"asphalt"}));
    run.find("added-class-field", "kelas");
    run.find("added-surface-field", "permukaan");
    const auto results = run.run();
    const auto& table = run.table(results);
    EXPECT_EQ(values_of(table, "effect")[2], "newly_reached");
    EXPECT_EQ(values_of(table, "after_m")[2], "13000");
    EXPECT_THAT(values_of(layer_of(results, "compare_scenarios_links"), "change"), ElementsAre("added", "removed"));
}

TEST(CompareScenarios, WantsAChange) {
    ScenarioRun run;
    const auto [status, problem] = run.failure();
    EXPECT_EQ(status, core::ExitStatus::WrongUsage);
    EXPECT_EQ(problem,
              "Nothing changes in the scenario: give at least one of --added-roads, --removed-roads, --changed-roads, "
              "--added-facilities, --removed-facilities, or a --scenario-season that differs from --season.");
    ScenarioRun same;
    same.build_bridge();
    same.give("scenario-season", "dry");
    EXPECT_THAT(same.failure().second,
                HasSubstr("--scenario-season has no effect: it is the season of the base (--season). Leave it out."));
    ScenarioRun idle;
    idle.give("scenario-season", "wet");
    EXPECT_THAT(idle.failure().second, HasSubstr("--scenario-season has no effect: no speed profile holds"));
}

TEST(CompareScenarios, CountsSettlementsWhereFamiliesAreNotKnown) {
    ScenarioRun run;
    run.arguments.fields.erase("families-field");
    run.build_bridge();
    const auto results = run.run();
    EXPECT_THAT(results.summary[1].english, HasSubstr("It brings 1 settlements within 5.0 km"));
    EXPECT_THAT(values_of(run.table(results), "families_gained"), ElementsAre("-", "-", "-", "-", "-", "-"));
}

}  // namespace
}  // namespace desakota::analyses
