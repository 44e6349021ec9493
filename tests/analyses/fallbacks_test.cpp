#include "engine/analyses/fallbacks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/mini_run.h"

#include "engine/analyses/distance_to_centre.h"
#include "engine/analyses/health_access.h"

namespace desakota::analyses {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// A road of 30 km with two centres, and an island road with one; settlements on both and beside neither.
struct CentreRun : MiniRun {
    CentreRun() : MiniRun(describe_distance_to_centre()) {
        add("centres", LayerMaker("pusat")
                           .points({metres(0)})
                           .points({metres(20000)})
                           .points({metres(80000)})
                           .texts("kode", {"P1", "P2", "P3"})
                           .texts("nama", {"Hulu", "Hilir", "Pulau"})
                           .texts("tingkat", {"skp", "skp", "kawasan"}));
        find("centre-id-field", "kode");
        find("centre-name-field", "nama");
        add("roads", LayerMaker("jalan").line({metres(0), metres(30000)}).line({metres(79000), metres(85000)}));
        add("settlements", LayerMaker("desa")
                               .points({metres(4000)})
                               .points({metres(82000)})
                               .points({metres(50000)})
                               .texts("nama", {"A", "B", "C"})
                               .texts("pusat", {"Hulu", "", ""}));
        find("name-field", "nama");
    }
};

TEST(Fallbacks, TellTheNearestOfEachSettlementInOrder) {
    CentreRun run;
    run.give("k", 3);
    const auto results = run.run();
    const auto& table = layer_of(results, "distance_to_centre_nearest");
    EXPECT_THAT(values_of(table, "settlement_name"), ElementsAre("A", "A", "B", "C"));
    EXPECT_THAT(values_of(table, "status"), ElementsAre("reached", "reached", "reached", "no_road_in_reach"));
    EXPECT_THAT(values_of(table, "rank"), ElementsAre("1", "2", "1", "-"));
    EXPECT_THAT(values_of(table, "centre_id"), ElementsAre("P1", "P2", "P3", "-"));
    EXPECT_THAT(values_of(table, "total_m"), ElementsAre("4000", "16000", "2000", "-"));
    EXPECT_EQ(names_of(table.columns), names_of(run.analysis.outputs[4].columns));
}

TEST(Fallbacks, TellHowMuchFartherTheSecondNearestIs) {
    CentreRun run;
    run.give("k", 2);
    const auto results = run.run();
    const auto& layer = layer_of(results, "distance_to_centre_fallback");
    EXPECT_THAT(values_of(layer, "centre_name"), ElementsAre("Hulu", "Pulau", "-"));
    EXPECT_THAT(values_of(layer, "second_centre_name"), ElementsAre("Hilir", "-", "-"));
    EXPECT_THAT(values_of(layer, "second_total_m"), ElementsAre("16000", "-", "-"));
    EXPECT_THAT(values_of(layer, "extra_m"), ElementsAre("12000", "-", "-"));
    EXPECT_EQ(layer.geometry.size(), 3U);
    EXPECT_EQ(names_of(layer.columns), names_of(run.analysis.outputs[5].columns));
    EXPECT_EQ(results.summary.back().english,
              "1 of 2 settlements that reach a centre have no second within reach; for half of the others the "
              "second-nearest is at least 12.0 km farther.");
}

TEST(Fallbacks, HaveTheDistancesOfTheMainLayerAsFirst) {
    CentreRun run;
    run.give("k", 2);
    const auto results = run.run();
    EXPECT_EQ(values_of(layer_of(results, "distance_to_centre_fallback"), "total_m"),
              values_of(layer_of(results, "distance_to_centre"), "total_m"));
}

TEST(Fallbacks, AreOfEachLevelOfCentres) {
    CentreRun run;
    run.find("centre-level-field", "tingkat");
    run.give("k", 2);
    const auto results = run.run();
    const auto& layer = layer_of(results, "distance_to_centre_fallback");
    EXPECT_THAT(values_of(layer, "centre_level"), ElementsAre("skp", "skp", "skp", "kawasan", "kawasan", "kawasan",
                                                              "kabupaten", "kabupaten", "kabupaten"));
    EXPECT_THAT(values_of(layer, "second_centre_id"), ElementsAre("P2", "-", "-", "-", "-", "-", "-", "-", "-"));
}

TEST(Fallbacks, AreInMinutesWhereTimeIsAsked) {
    CentreRun run;
    run.give("k", 2);
    run.give("cost", "time");
    run.give("default-speed", 60);
    const auto results = run.run();
    EXPECT_THAT(values_of(layer_of(results, "distance_to_centre_fallback"), "extra_min"), ElementsAre("12", "-", "-"));
    EXPECT_THAT(results.summary.back().english, HasSubstr("at least 12 min farther"));
}

TEST(Fallbacks, AreNoneForSettlementsThatNameTheirCentre) {
    CentreRun run;
    run.find("centre-field", "pusat");
    run.give("k", 2);
    const auto [status, problem] = run.failure();
    EXPECT_EQ(status, core::ExitStatus::WrongUsage);
    EXPECT_THAT(problem, HasSubstr("--k has no effect together with --centre-field"));
}

TEST(Fallbacks, AreOfFacilitiesThatCountAndFunction) {
    MiniRun run(describe_health_access());
    run.add("facilities", LayerMaker("faskes")
                              .points({metres(0)})
                              .points({metres(6000)})
                              .points({metres(9000)})
                              .points({metres(20000)})
                              .texts("kode", {"F1", "F2", "F3", "F4"})
                              .texts("jenis", {"puskesmas", "pustu", "puskesmas", "puskesmas"})
                              .texts("kondisi", {"", "", "tidak berfungsi", ""}));
    run.find("facility-id-field", "kode");
    run.find("facility-kind-field", "jenis");
    run.find("facility-status-field", "kondisi");
    run.add("roads", LayerMaker("jalan").line({metres(0), metres(30000)}));
    run.add("settlements", LayerMaker("desa").points({metres(4000)}).numbers("kk", {10}));
    run.find("families-field", "kk");
    run.give("k", 3);
    const auto results = run.run();
    EXPECT_THAT(values_of(layer_of(results, "health_access_nearest"), "facility_id"), ElementsAre("F1", "F4"));
    EXPECT_THAT(values_of(layer_of(results, "health_access_fallback"), "extra_m"), ElementsAre("12000"));
    EXPECT_EQ(results.summary.back().indonesian,
              "Semua 1 permukiman yang menjangkau puskesmas punya yang kedua; bagi setengahnya, yang kedua sedikitnya "
              "12,0 km lebih jauh.");
}

}  // namespace
}  // namespace desakota::analyses
