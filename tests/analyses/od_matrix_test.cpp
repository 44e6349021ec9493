#include "engine/analyses/od_matrix.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/mini_run.h"

#include "engine/analyses/distance_to_centre.h"

namespace desakota::analyses {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// Three destinations along a road of 30 km, one on an island, and settlements on the road, off it and nowhere.
struct OdRun : MiniRun {
    OdRun() : MiniRun(describe_od_matrix()) {
        add("destinations", LayerMaker("pasar")
                                .points({metres(0)})
                                .points({metres(20000)})
                                .points({metres(30000)})
                                .points({metres(80000)})
                                .texts("kode", {"P1", "P2", "P3", "P4"})
                                .texts("nama", {"Hulu", "Tengah", "Hilir", "Pulau"}));
        find("destination-id-field", "kode");
        find("destination-name-field", "nama");
        add("roads", LayerMaker("jalan").line({metres(0), metres(30000)}).line({metres(79000), metres(81000)}));
        add("settlements",
            LayerMaker("desa").points({metres(12000)}).points({metres(50000)}).texts("nama", {"A", "Jauh"}));
        find("name-field", "nama");
    }
};

TEST(OdMatrix, HasARowForEveryPairWithItsStatus) {
    OdRun run;
    const auto results = run.run();
    const auto& table = layer_of(results, "od_matrix");
    EXPECT_THAT(names_of(table.columns), ElementsAre("settlement_id", "settlement_name", "destination_id",
                                                     "destination_name", "status", "rank", "total_m", "straight_m"));
    EXPECT_THAT(values_of(table, "settlement_name"), ElementsAre("A", "A", "A", "A", "Jauh", "Jauh", "Jauh", "Jauh"));
    EXPECT_THAT(values_of(table, "destination_id"), ElementsAre("P2", "P1", "P3", "P4", "P1", "P2", "P3", "P4"));
    EXPECT_THAT(values_of(table, "status"),
                ElementsAre("reached", "reached", "reached", "not_connected", "no_road_in_reach", "no_road_in_reach",
                            "no_road_in_reach", "no_road_in_reach"));
    EXPECT_THAT(values_of(table, "rank"), ElementsAre("1", "2", "3", "-", "-", "-", "-", "-"));
    EXPECT_THAT(values_of(table, "total_m"), ElementsAre("8000", "12000", "18000", "-", "-", "-", "-", "-"));
    EXPECT_THAT(values_of(table, "straight_m"),
                ElementsAre("8000", "12000", "18000", "68000", "50000", "30000", "20000", "30000"));
    EXPECT_EQ(results.summary[0].english,
              "1 of 2 settlements reach at least one of 4 destinations: 3 pairs, half of them within 12.0 km, the "
              "farthest 18.0 km.");
    EXPECT_EQ(figure(results, "pairs_reached"), 3.0);
}

TEST(OdMatrix, GivesTheNearestOnly) {
    OdRun run;
    run.give("k", 2);
    const auto results = run.run();
    const auto& table = layer_of(results, "od_matrix");
    EXPECT_THAT(values_of(table, "settlement_name"), ElementsAre("A", "A", "Jauh"));
    EXPECT_THAT(values_of(table, "destination_id"), ElementsAre("P2", "P1", "-"));
    EXPECT_THAT(values_of(table, "status"), ElementsAre("reached", "reached", "no_road_in_reach"));
    EXPECT_THAT(values_of(table, "rank"), ElementsAre("1", "2", "-"));
}

TEST(OdMatrix, GivesThePairsWithinALimitAndSaysWhereThereIsNone) {
    OdRun wide;
    wide.give("cutoff", 12000);
    EXPECT_THAT(values_of(layer_of(wide.run(), "od_matrix"), "destination_id"), ElementsAre("P2", "P1", "-"));
    OdRun narrow;
    narrow.give("cutoff", 5000);
    const auto results = narrow.run();
    EXPECT_THAT(values_of(layer_of(results, "od_matrix"), "status"), ElementsAre("beyond_cutoff", "no_road_in_reach"));
    EXPECT_EQ(results.summary[0].indonesian, "Tidak satu pun dari 2 permukiman menjangkau satu dari 4 tujuan.");
}

TEST(OdMatrix, MeasuresInMinutesWhereTimeIsAsked) {
    OdRun run;
    run.give("cost", "time");
    run.give("default-speed", 30);
    run.give("k", 1);
    const auto results = run.run();
    const auto& table = layer_of(results, "od_matrix");
    EXPECT_EQ(table.find("total_m"), nullptr);
    EXPECT_THAT(values_of(table, "total_min"), ElementsAre("16", "-"));
}

TEST(OdMatrix, CountsADestinationOfSeveralPlacesOnceAtItsNearest) {
    for (const bool nearest : {false, true}) {
        OdRun run;
        run.arguments.layers["destinations"].clear();
        run.add(
            "destinations",
            LayerMaker("pasar").points({metres(0), metres(13000)}).points({metres(20000)}).texts("kode", {"P1", "P2"}));
        if (nearest) run.give("k", 5);
        const auto results = run.run();
        const auto& table = layer_of(results, "od_matrix");
        EXPECT_EQ(values_of(table, "destination_id")[0], "P1");
        EXPECT_EQ(values_of(table, "total_m")[0], "1000");
        EXPECT_EQ(values_of(table, "straight_m")[0], "1000");
        EXPECT_EQ(values_of(table, "total_m")[1], "8000");
    }
}

TEST(OdMatrix, TellsSettlementsAndDestinationsWithoutALocation) {
    OdRun run;
    run.arguments.layers["settlements"].clear();
    run.add("settlements", LayerMaker("desa").points({}).points({metres(12000)}).texts("nama", {"Kosong", "A"}));
    run.arguments.layers["destinations"].clear();
    run.add("destinations", LayerMaker("pasar").points({metres(0)}).points({}).texts("kode", {"P1", "P2"}));
    EXPECT_THAT(values_of(layer_of(run.run(), "od_matrix"), "status"),
                ElementsAre("no_geometry", "no_geometry", "reached", "no_geometry"));
}

TEST(OdMatrix, FindsWhatTheDistanceToTheNearestCentreIs) {
    OdRun run;
    run.give("k", 1);
    MiniRun centres(describe_distance_to_centre());
    centres.arguments.layers["settlements"] = run.arguments.layers["settlements"];
    centres.arguments.layers["roads"] = run.arguments.layers["roads"];
    centres.arguments.layers["centres"] = run.arguments.layers["destinations"];
    EXPECT_EQ(values_of(layer_of(run.run(), "od_matrix"), "total_m"),
              values_of(layer_of(centres.run(), "distance_to_centre"), "total_m"));
}

TEST(OdMatrix, RefusesMorePairsThanATableHolds) {
    OdRun run;
    LayerMaker destinations("pasar");
    LayerMaker settlements("desa");
    for (int i = 0; i < 4'473; ++i) {
        destinations.points({metres(i)});
        settlements.points({metres(i)});
    }
    run.arguments.layers.erase("destinations");
    run.arguments.layers.erase("settlements");
    run.add("destinations", destinations);
    run.add("settlements", settlements);
    const auto [status, problem] = run.failure();
    EXPECT_EQ(status, core::ExitStatus::WrongUsage);
    EXPECT_THAT(problem, HasSubstr("Ask for the nearest of each (--k) or for those within a limit (--cutoff)."));
}

}  // namespace
}  // namespace desakota::analyses
