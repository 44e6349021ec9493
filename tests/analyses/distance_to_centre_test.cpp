#include "engine/analyses/distance_to_centre.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/mini_run.h"

namespace desakota::analyses {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// Three centres along a road of 30 km, and two settlements.
struct CentreRun : MiniRun {
    CentreRun() : MiniRun(describe_distance_to_centre()) {
        add("centres", LayerMaker("pusat")
                           .points({metres(0)})
                           .points({metres(20000)})
                           .points({metres(30000)})
                           .texts("kode", {"P1", "P2", "P3"})
                           .texts("nama", {"Hulu", "Tengah", "Hilir"})
                           .texts("tingkat", {"skp", "kawasan", "kabupaten"}));
        find("centre-id-field", "kode");
        find("centre-name-field", "nama");
        add("roads", LayerMaker("jalan").line({metres(0), metres(30000)}));
        add("settlements", LayerMaker("desa")
                               .points({metres(4000)})
                               .points({metres(12000)})
                               .points({metres(26000)})
                               .texts("nama", {"A", "B", "C"})
                               .texts("pusat", {"Hilir", "", "P1"}));
        find("name-field", "nama");
    }
};

TEST(DistanceToCentre, GoesToTheNearestCentre) {
    CentreRun run;
    const auto results = run.run();
    const auto& layer = layer_of(results, "distance_to_centre");
    EXPECT_THAT(values_of(layer, "centre_id"), ElementsAre("P1", "P2", "P3"));
    EXPECT_THAT(values_of(layer, "centre_name"), ElementsAre("Hulu", "Tengah", "Hilir"));
    EXPECT_THAT(values_of(layer, "total_m"), ElementsAre("4000", "8000", "4000"));
    EXPECT_EQ(results.summary[0].english,
              "3 of 3 settlements reach a centre: half of them within 4.0 km by road, the farthest (B) at 8.0 km.");
    EXPECT_EQ(results.summary[1].indonesian, "Permukiman: 3 terjangkau.");
}

/// Settlements along the road, under these names.
Results answer_of(const std::vector<std::pair<double, std::string>>& settlements) {
    CentreRun run;
    LayerMaker maker("desa");
    std::vector<std::string> names;
    for (const auto& [place, name] : settlements) {
        maker.points({metres(place)});
        names.push_back(name);
    }
    run.arguments.layers["settlements"].clear();
    run.add("settlements", maker.texts("nama", names));
    return run.run();
}

TEST(DistanceToCentre, AnswersForOneSettlementWithoutHalves) {
    const auto results = answer_of({{4000, "A"}});
    EXPECT_EQ(results.summary[0].english, "A reaches a centre, 4.0 km by road.");
    EXPECT_EQ(results.summary[0].indonesian, "A menjangkau pusat, 4,0 km lewat jalan.");
}

TEST(DistanceToCentre, CallsANamelessSettlementByItsRow) {
    const auto results = answer_of({{4000, "A"}, {12000, ""}});
    EXPECT_THAT(results.summary[0].english, HasSubstr("the farthest (no name, row 2) at"));
    EXPECT_THAT(results.summary[0].indonesian, HasSubstr("yang terjauh (tanpa nama, baris 2)"));
}

TEST(DistanceToCentre, GoesToTheCentreThatASettlementNames) {
    CentreRun run;
    run.name("centre-field", "pusat");
    run.give("verify", 3.0);
    const auto results = run.run();
    const auto& layer = layer_of(results, "distance_to_centre");
    EXPECT_THAT(values_of(layer, "centre_id"), ElementsAre("P3", "-", "P1"));
    EXPECT_THAT(values_of(layer, "total_m"), ElementsAre("26000", "-", "26000"));
    EXPECT_THAT(values_of(layer, "status"), ElementsAre("reached", "-", "reached"));
    EXPECT_EQ(values_of(layer, "reason")[1], "No centre is named for this settlement: the field is empty.");
    EXPECT_THAT(values_of(layer_of(results, "distance_to_centre_summary"), "settlements_unknown"), ElementsAre("1"));
    EXPECT_EQ(figure(results, "verify_difference_mm"), 0.0);
}

TEST(DistanceToCentre, PutsTheLevelsSideBySide) {
    CentreRun run;
    run.name("centre-level-field", "tingkat");
    const auto results = run.run();
    const auto& layer = layer_of(results, "distance_to_centre");
    EXPECT_THAT(values_of(layer, "skp_total_m"), ElementsAre("4000", "12000", "26000"));
    EXPECT_THAT(values_of(layer, "kawasan_total_m"), ElementsAre("16000", "8000", "6000"));
    EXPECT_THAT(values_of(layer, "kabupaten_total_m"), ElementsAre("26000", "18000", "4000"));
    EXPECT_THAT(values_of(layer, "kawasan_centre_name"), testing::Each("Tengah"));
    EXPECT_THAT(values_of(layer_of(results, "distance_to_centre_summary"), "skp_settlements_reached"),
                ElementsAre("3"));
    const auto& legs = layer_of(results, "distance_to_centre_legs");
    EXPECT_EQ(legs.row_count, 9U);
    EXPECT_THAT(values_of(legs, "centre_level")[3], "kawasan");
    EXPECT_EQ(results.summary.size(), 3U);
}

std::vector<std::string> style_names(const layers::Layer& layer) {
    std::vector<std::string> names;
    for (const auto& style : layer.styles) names.push_back(style.name);
    return names;
}

TEST(DistanceToCentre, HasStylesForEachLevelInTheRunsLanguage) {
    CentreRun without_levels;
    EXPECT_THAT(style_names(without_levels.run().layers[0]), ElementsAre("distance", "reached"));
    CentreRun run;
    run.arguments.layer("settlements")->geometry_type = geo::GeometryType::Point;
    run.name("centre-level-field", "tingkat");
    const auto results = run.run(core::Language::Indonesian);
    EXPECT_THAT(style_names(results.layers[0]),
                ElementsAre("skp_distance", "skp_reached", "kawasan_distance", "kawasan_reached", "kabupaten_distance",
                            "kabupaten_reached"));
    EXPECT_EQ(results.layers[0].styles[2].title, "Jarak lewat jalan ke pusat kawasan");
    EXPECT_THAT(results.layers[0].styles[2].qml, HasSubstr("&quot;kawasan_total_m&quot; &gt; 40000"));
    EXPECT_THAT(style_names(results.layers[1]), ElementsAre("legs"));
    EXPECT_THAT(style_names(results.layers[2]), ElementsAre("table"));
}

TEST(DistanceToCentre, TakesTheNearestOfALevelInWhichNoCentreIsNamed) {
    CentreRun run;
    run.name("centre-level-field", "tingkat");
    run.name("centre-field", "pusat");
    run.arguments.layers["centres"][0] = LayerMaker("pusat")
                                             .points({metres(0)})
                                             .points({metres(30000)})
                                             .points({metres(20000)})
                                             .texts("kode", {"P1", "Hilir", "P3"})
                                             .texts("nama", {"a", "b", "c"})
                                             .texts("tingkat", {"skp", "skp", "kawasan"})
                                             .make();
    const auto results = run.run();
    const auto& layer = layer_of(results, "distance_to_centre");
    EXPECT_THAT(values_of(layer, "skp_total_m"), ElementsAre("26000", "12000", "26000"));
    EXPECT_THAT(values_of(layer, "kawasan_total_m"), ElementsAre("16000", "8000", "6000"));
    EXPECT_THAT(values_of(layer, "kabupaten_status"), testing::Each("not_connected"));
    EXPECT_THAT(run.warnings(), testing::Contains(HasSubstr("none has the level kabupaten")));
}

TEST(DistanceToCentre, DrawsLegsAndRoutesInTheSettlementsCoordinateSystem) {
    CentreRun run;
    run.arguments.layers["settlements"][0] =
        LayerMaker("desa", "EPSG:32748").points({{500000, 10000400}}).texts("nama", {"A"}).texts("pusat", {""}).make();
    run.arguments.yes_no["routes"] = true;
    const auto results = run.run();
    const auto& legs = layer_of(results, "distance_to_centre_legs");
    EXPECT_EQ(legs.crs, "EPSG:32748");
    ASSERT_EQ(legs.geometry.part_count(), 1U);
    EXPECT_NEAR(legs.geometry.coordinates(0)[0].y, 10000400.0, 0.001);
    EXPECT_NEAR(legs.geometry.coordinates(0)[1].y, 10000000.0, 0.001);
    const auto& routes = layer_of(results, "distance_to_centre_routes");
    EXPECT_THAT(values_of(routes, "centre_name"), ElementsAre("Hulu"));
    EXPECT_NEAR(routes.geometry.coordinates(0).back().x, 500000.0, 0.001);
    EXPECT_EQ(layer_of(results, "distance_to_centre").crs, "EPSG:32748");
}

TEST(DistanceToCentre, HoldsEveryColumnThatItDeclares) {
    CentreRun run;
    const auto results = run.run();
    EXPECT_EQ(names_of(results.layers[0].columns), names_of(run.analysis.outputs[0].columns));
    EXPECT_EQ(names_of(results.layers[1].columns), names_of(run.analysis.outputs[1].columns));
    EXPECT_EQ(names_of(results.layers[2].columns), names_of(run.analysis.outputs[3].columns));
}

}  // namespace
}  // namespace desakota::analyses
