#include "engine/analyses/health_access.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/mini_run.h"

namespace desakota::analyses {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// A road of 20 km along the equator with a puskesmas at its start; settlements as the test adds them.
struct HealthRun : MiniRun {
    HealthRun() : MiniRun(describe_health_access()) {
        add("facilities", LayerMaker("faskes").points({metres(0)}).texts("nama", {"Puskesmas Hulu"}));
        find("facility-name-field", "nama");
        add("roads", LayerMaker("jalan").line({metres(0), metres(20000)}));
    }
    void settle(const LayerMaker& settlements) {
        add("settlements", settlements);
        find("name-field", "nama");
    }
    void with_families() { find("families-field", "kk"); }
};

LayerMaker three_settlements() {
    return LayerMaker("desa")
        .points({metres(5000)})
        .points({metres(5000.002)})
        .points({metres(1000)})
        .texts("nama", {"A", "B", "C"})
        .texts("kec", {"X", "X", "Y"})
        .numbers("kk", {100, 300, 600});
}

TEST(HealthAccess, CountsExactlyFiveKilometresAsWithin) {
    HealthRun run;
    run.settle(three_settlements());
    run.with_families();
    const auto results = run.run();
    const auto& layer = layer_of(results, "health_access");
    EXPECT_THAT(values_of(layer, "shortest_m"), ElementsAre("5000", "5000.002", "1000"));
    EXPECT_THAT(values_of(layer, "families_beyond"), ElementsAre("0", "300", "0"));
    EXPECT_THAT(values_of(layer, "share_beyond"), ElementsAre("0", "1", "0"));
    EXPECT_DOUBLE_EQ(*figure(results, "share_beyond"), 0.3);
    EXPECT_EQ(results.summary.front().english,
              "300 of 1,000 families (30 %) live more than 5.0 km by road from a puskesmas; in a straight line, on "
              "paper, it is 30 %.");
}

TEST(HealthAccess, CountsSettlementsByTheShareOfTheirPlacesWhereFamiliesAreNotKnown) {
    HealthRun run;
    run.settle(
        LayerMaker("desa")
            .ring({metres(4000, -100), metres(6000, -100), metres(6000, 100), metres(4000, 100), metres(4000, -100)})
            .points({metres(1000)})
            .texts("nama", {"A", "B"}));
    EXPECT_THAT(run.run().summary.front().english, HasSubstr("0.5 of 2 settlements (25 %) live more than 5.0 km"));
}

TEST(HealthAccess, SummarySharesArePooledUnlessTheMeanOfSettlementsIsAskedFor) {
    for (const bool is_unweighted : {false, true}) {
        HealthRun run;
        run.settle(three_settlements());
        run.with_families();
        run.find("group-field", "kec");
        if (is_unweighted) run.give("aggregate", "unweighted");
        const auto results = run.run();
        const auto& summary = layer_of(results, "health_access_summary");
        EXPECT_THAT(values_of(summary, "families_beyond"), ElementsAre("300", "0", "300"));
        EXPECT_THAT(values_of(summary, "share_beyond").front(), is_unweighted ? "0.5" : "0.75");
        EXPECT_NEAR(*number_of(summary, "share_beyond", 2), is_unweighted ? 1.0 / 3.0 : 0.3, 1e-12);
        EXPECT_DOUBLE_EQ(*figure(results, "share_beyond"), 0.3);
    }
}

TEST(HealthAccess, SplitsAWaySoThatItCanBeChecked) {
    HealthRun run;
    run.settle(LayerMaker("desa").points({metres(8000, 400)}).texts("nama", {"A"}));
    const auto results = run.run();
    const auto& layer = layer_of(results, "health_access");
    const double entry = *number_of(layer, "entry_m", 0);
    const double along = *number_of(layer, "network_m", 0);
    EXPECT_NEAR(*number_of(layer, "total_m", 0), 8000.0 + 332.3, 0.2);
    EXPECT_NEAR(entry, 1.3 * std::hypot(400.0, 481.5), 0.2);
    EXPECT_DOUBLE_EQ(*number_of(layer, "exit_m", 0), 0.0);
    EXPECT_DOUBLE_EQ(entry + along, *number_of(layer, "total_m", 0));
    EXPECT_NEAR(*number_of(layer, "straight_m", 0), std::hypot(8000.0, 400.0), 0.01);
    EXPECT_NEAR(*number_of(layer, "detour_ratio", 0), 8332.3 / 8010.0, 1e-4);
    EXPECT_THAT(values_of(layer, "total_min"), ElementsAre("-"));
    EXPECT_THAT(values_of(layer, "reason"),
                ElementsAre("8.3 km to Puskesmas Hulu: 0.8 km on foot to the road, 7.5 km road."));
}

/// One settlement for each status; the island road at 30 km north has no puskesmas.
LayerMaker all_statuses() {
    return LayerMaker("desa")
        .points({metres(4000)})
        .points({metres(1000, 20000)})
        .points({metres(10, 10000)})
        .nothing()
        .texts("nama", {"dekat", "pulau", "hutan", "hilang"})
        .numbers("kk", {10, 20, 30, 40});
}

TEST(HealthAccess, GivesEachSettlementAStatusAndAReason) {
    HealthRun run;
    run.arguments.layers["roads"][0] =
        LayerMaker("jalan").line({metres(0), metres(20000)}).line({metres(0, 20000), metres(9000, 20000)}).make();
    run.settle(all_statuses());
    run.with_families();
    const auto results = run.run(core::Language::Indonesian);
    const auto& layer = layer_of(results, "health_access");
    EXPECT_THAT(values_of(layer, "status"), ElementsAre("reached", "not_connected", "no_road_in_reach", "no_geometry"));
    EXPECT_NEAR(*number_of(layer, "gap_m", 1), 20000.0, 1.0);
    EXPECT_THAT(
        values_of(layer, "reason"),
        ElementsAre("4,0 km ke Puskesmas Hulu: 4,0 km jalan.",
                    "Tidak tersambung ke puskesmas: jalan yang bisa dicapai dari sini terputus 20,0 km dari jalan yang "
                    "menuju ke sana.",
                    "Tidak ada jalan dalam jarak 2.000 m (batas akses), begitu pula puskesmas.",
                    "Permukiman ini tidak punya lokasi yang bisa dipakai."));
    EXPECT_THAT(values_of(layer, "families_beyond"), ElementsAre("0", "20", "30", "-"));
    EXPECT_THAT(values_of(layer, "families_unconnected"), ElementsAre("0", "20", "30", "-"));
    EXPECT_THAT(values_of(layer, "share_beyond_low"), ElementsAre("0", "0", "0", "-"));
    EXPECT_THAT(values_of(layer, "edge"), ElementsAre("true", "true", "true", "true"));
    EXPECT_THAT(values_of(layer, "total_m"), ElementsAre("4000", "-", "-", "-"));
    EXPECT_THAT(results.summary.back().indonesian,
                "Permukiman: 1 terjangkau, 1 tidak tersambung, 1 tanpa jalan di dekatnya, 1 tanpa lokasi.");
}

TEST(HealthAccess, SaysWhatTheCutoffHides) {
    HealthRun run;
    run.settle(LayerMaker("desa").points({metres(6000)}).points({metres(9000)}).texts("nama", {"A", "B"}));
    run.give("cutoff", 7000.0);
    const auto results = run.run();
    const auto& layer = layer_of(results, "health_access");
    EXPECT_THAT(values_of(layer, "status"), ElementsAre("reached", "beyond_cutoff"));
    EXPECT_THAT(values_of(layer, "reason")[1],
                "If there is a way to a puskesmas, it is longer than 7.0 km (the limit asked for).");
    EXPECT_THAT(values_of(layer, "share_beyond"), ElementsAre("1", "1"));
    EXPECT_THAT(values_of(layer, "share_beyond_low"), ElementsAre("1", "1"));
}

TEST(HealthAccess, PoolsGroupsFromSumsAndCountsTheUnknownApart) {
    HealthRun run;
    auto settlements = LayerMaker("desa")
                           .points({metres(1000)})
                           .points({metres(9000)})
                           .nothing()
                           .points({metres(8000)})
                           .texts("nama", {"A", "B", "C", "D"})
                           .texts("kec", {"Y", "Y", "X", "X"})
                           .texts("kk", {"900", "100", "50", ""});
    run.settle(settlements);
    run.with_families();
    run.name("group-field", "kec");
    const auto results = run.run();
    const auto& summary = layer_of(results, "health_access_summary");
    EXPECT_THAT(values_of(summary, "group_field"), ElementsAre("kec", "kec", "total"));
    EXPECT_THAT(values_of(summary, "group_value"), ElementsAre("X", "Y", "total"));
    EXPECT_THAT(values_of(summary, "settlements"), ElementsAre("2", "2", "4"));
    EXPECT_THAT(values_of(summary, "settlements_reached"), ElementsAre("1", "2", "3"));
    EXPECT_THAT(values_of(summary, "settlements_unknown"), ElementsAre("2", "0", "2"));
    EXPECT_THAT(values_of(summary, "families"), ElementsAre("50", "1000", "1050"));
    EXPECT_THAT(values_of(summary, "families_unknown"), ElementsAre("50", "0", "50"));
    EXPECT_THAT(values_of(summary, "families_beyond"), ElementsAre("-", "100", "100"));
    EXPECT_THAT(values_of(summary, "share_beyond"), ElementsAre("-", "0.1", "0.1"));
}

TEST(HealthAccess, CountsSettlementsWhereThereIsNoFamiliesField) {
    HealthRun run;
    run.settle(three_settlements());
    const auto results = run.run();
    const auto& layer = layer_of(results, "health_access");
    EXPECT_THAT(values_of(layer, "families_beyond"), Each("-"));
    EXPECT_THAT(values_of(layer, "share_beyond"), ElementsAre("0", "1", "0"));
    EXPECT_THAT(values_of(layer_of(results, "health_access_summary"), "families"), ElementsAre("-"));
    EXPECT_THAT(results.summary.front().english, HasSubstr("1 of 3 settlements (33 %)"));
    EXPECT_THAT(run.warnings(), ElementsAre(HasSubstr("famil")));
}

TEST(HealthAccess, HoldsEveryColumnThatItDeclares) {
    HealthRun run;
    run.settle(three_settlements().texts("wilker", {"Hulu", "Hulu", "Hulu"}).numbers("jarak", {5, 5, 5}));
    run.with_families();
    run.name("serving-field", "wilker");
    run.name("declared-distance-field", "jarak");
    run.arguments.layers["facilities"] = {
        LayerMaker("faskes").points({metres(0)}).texts("nama", {"Puskesmas Hulu"}).numbers("tenaga", {12}).make()};
    run.name("capacity-field", "tenaga");
    run.give("threshold-min", 30.0);
    run.give("default-speed", 30.0);
    run.give("k", 2);
    run.arguments.yes_no["critical-links"] = true;
    run.arguments.yes_no["routes"] = true;
    const auto results = run.run();
    ASSERT_EQ(results.layers.size(), run.analysis.outputs.size());
    for (std::size_t i = 0; i < results.layers.size(); ++i) {
        EXPECT_EQ(results.layers[i].name, run.analysis.outputs[i].name);
        EXPECT_EQ(names_of(results.layers[i].columns), names_of(run.analysis.outputs[i].columns));
        for (const auto& column : results.layers[i].columns) EXPECT_EQ(column.size(), results.layers[i].row_count);
    }
}

}  // namespace
}  // namespace desakota::analyses
