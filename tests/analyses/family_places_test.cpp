#include "engine/analyses/family_places.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/mini_run.h"

#include "engine/analyses/distance_to_centre.h"
#include "engine/analyses/health_access.h"

namespace desakota::analyses {
namespace {

using core::ExitStatus;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

std::vector<geo::Point> rectangle(double west, double south, double east, double north) {
    return {metres(west, south), metres(east, south), metres(east, north), metres(west, north), metres(west, south)};
}

/// Three polygons along the road: half beyond 5 km, wholly beyond, and beside the road.
LayerMaker three_polygons() {
    return LayerMaker("desa")
        .ring(rectangle(4000, -500, 6000, 500))
        .ring(rectangle(8000, -500, 8400, 500))
        .ring(rectangle(1000, 100, 2000, 300))
        .texts("kode", {"D1", "D2", "D3"})
        .texts("nama", {"Tengah", "Hilir", "Tepi"})
        .numbers("kk", {301, 100, 10});
}

/// A road of 20 km along the equator with a puskesmas at its start.
struct SpreadRun : MiniRun {
    explicit SpreadRun(const LayerMaker& settlements = three_polygons()) : MiniRun(describe_health_access()) {
        add("facilities", LayerMaker("faskes").points({metres(0)}).texts("nama", {"Puskesmas Hulu"}));
        find("facility-name-field", "nama");
        add("roads", LayerMaker("jalan").line({metres(0), metres(20000)}));
        add("settlements", settlements);
        find("id-field", "kode");
        find("name-field", "nama");
        find("families-field", "kk");
    }
    void with_homes(const LayerMaker& homes) {
        add("homes", homes);
        find("homes-id-field", "desa");
    }
    void with_cells(const std::vector<geo::Point>& cells, const std::vector<double>& values) {
        LayerMaker raster("penduduk.tif");
        for (const auto& cell : cells) raster.points({cell});
        add("population-raster", raster.numbers("value", values));
    }
    layers::Layer main_layer(int threads = 2) {
        return layer_of(run(core::Language::English, threads), "health_access");
    }
};

TEST(FamilyPlaces, SpreadAPolygonsFamiliesAlongTheRoadsInside) {
    SpreadRun run;
    const auto results = run.run();
    const auto& layer = layer_of(results, "health_access");
    // 20 pieces, of which those at 4,050 to 4,950 m are within.
    EXPECT_NEAR(*number_of(layer, "share_beyond", 0), 0.5, 1e-9);
    EXPECT_NEAR(*number_of(layer, "families_beyond", 0), 150.5, 1e-6);
    EXPECT_DOUBLE_EQ(*number_of(layer, "share_beyond", 1), 1.0);
    EXPECT_DOUBLE_EQ(*number_of(layer, "families_beyond", 1), 100.0);
    EXPECT_DOUBLE_EQ(*number_of(layer, "share_beyond", 2), 0.0);
    EXPECT_THAT(values_of(layer, "share_method"), ElementsAre("roads", "roads", "point"));
    EXPECT_NEAR(*number_of(layer, "straight_share_beyond", 0), 0.5, 1e-9);
    EXPECT_NEAR(*figure(results, "families_beyond"), 250.5, 1e-6);
    EXPECT_THAT(run.told(core::Severity::Information), Contains(HasSubstr("at one point: Tepi.")));
}

TEST(FamilyPlaces, GiveTheRowTheWayOfThePointInTheirMiddle) {
    SpreadRun run;
    run.arguments.yes_no["routes"] = true;
    const auto results = run.run();
    const auto& layer = layer_of(results, "health_access");
    // Of the two points that are nearest to the middle at 5,000 m, the first.
    EXPECT_NEAR(*number_of(layer, "total_m", 0), 4950.0, 0.001);
    EXPECT_NEAR(*number_of(layer, "shortest_m", 1), 8150.0, 0.001);
    const auto& routes = layer_of(results, "health_access_routes");
    EXPECT_NEAR(routes.geometry.coordinates(0).front().x, metres(4950).x, 1e-8);
    const auto& legs = layer_of(results, "health_access_legs");
    EXPECT_NEAR(legs.geometry.coordinates(0).front().x, metres(4950).x, 1e-8);
}

TEST(FamilyPlaces, KeepShareWhereTheNumberOfFamiliesIsMissing) {
    SpreadRun run;
    run.arguments.fields.erase("families-field");
    const auto results = run.run();
    const auto& layer = layer_of(results, "health_access");
    EXPECT_NEAR(*number_of(layer, "share_beyond", 0), 0.5, 1e-9);
    EXPECT_THAT(values_of(layer, "families_beyond"), Each("-"));
    // Of settlements then: half of one, one, and none of the third.
    EXPECT_NEAR(*figure(results, "share_beyond"), 0.5, 1e-9);
}

TEST(FamilyPlaces, AreOnePointWhereThatIsAskedFor) {
    SpreadRun run;
    run.give("families-at", std::string("point"));
    const auto layer = run.main_layer();
    EXPECT_THAT(values_of(layer, "share_method"), Each("point"));
    EXPECT_NEAR(*number_of(layer, "total_m", 0), 5000.0, 0.001);
}

TEST(FamilyPlaces, AreTheHomesWhereTheyAreGiven) {
    SpreadRun run(LayerMaker("desa")
                      .ring(rectangle(4000, -500, 6000, 500))
                      .points({metres(8000)})
                      .ring(rectangle(1000, 100, 2000, 300))
                      .nothing()
                      .texts("kode", {"D1", "D2", "D3", "D4"})
                      .texts("nama", {"Tengah", "Hilir", "Tepi", "Tanpa letak"})
                      .numbers("kk", {100, 100, 10, 20}));
    run.with_homes(LayerMaker("rumah")
                       .points({metres(4500)})
                       .points({metres(5500)})
                       .points({metres(4900)})
                       .points({metres(5100)})
                       .points({metres(9000)})
                       .texts("desa", {"D1", "D1", "D2", "D2", "D4"})
                       .texts("nama_kk", {"Siti", "Budi", "Ani", "Joko", "Tono"})
                       .numbers("kk", {3, 1, 1, 1, 2}));
    run.find("homes-families-field", "kk");
    const auto results = run.run();
    const auto& layer = layer_of(results, "health_access");
    EXPECT_THAT(values_of(layer, "share_beyond"), ElementsAre("0.25", "0.5", "0", "1"));
    EXPECT_THAT(values_of(layer, "families_beyond"), ElementsAre("25", "50", "0", "20"));
    EXPECT_THAT(values_of(layer, "share_method"), ElementsAre("homes", "homes", "point", "homes"));
    EXPECT_THAT(run.warnings(), Contains(HasSubstr("homes: none in these settlements")));
    for (const auto& one : results.layers) {
        for (const auto& column : one.columns) EXPECT_THAT(values_of(one, column.name()), Each(testing::Ne("Siti")));
    }
}

TEST(FamilyPlaces, AreThePopulatedCellsOfARaster) {
    SpreadRun run;
    run.with_cells({metres(4500, 10), metres(5500, 10), metres(4500, -400), metres(10000, 0)}, {30, 10, 0, 99});
    const auto layer = run.main_layer();
    EXPECT_NEAR(*number_of(layer, "share_beyond", 0), 0.25, 1e-12);
    EXPECT_THAT(values_of(layer, "share_method"), ElementsAre("population", "roads", "point"));
    EXPECT_THAT(run.warnings(), Contains(HasSubstr("no populated cell in these settlements, whose families are placed "
                                                   "without it: Hilir, Tepi.")));
}

TEST(FamilyPlaces, AreOnePointForASettlementThatIsAPoint) {
    SpreadRun run(
        LayerMaker("desa").points({metres(4000)}).texts("kode", {"D1"}).texts("nama", {"A"}).numbers("kk", {9}));
    EXPECT_THAT(values_of(run.main_layer(), "share_method"), ElementsAre("point"));
}

TEST(FamilyPlaces, DoNotDependOnThreads) {
    SpreadRun one;
    SpreadRun four;
    const auto first = one.main_layer(1);
    const auto second = four.main_layer(4);
    for (const auto& column : first.columns) {
        EXPECT_EQ(values_of(first, column.name()), values_of(second, column.name())) << column.name();
    }
}

TEST(FamilyPlaces, RefuseOptionsWithoutEffect) {
    const auto point =
        LayerMaker("desa").points({metres(4000)}).texts("kode", {"D1"}).texts("nama", {"A"}).numbers("kk", {9});
    SpreadRun at(point);
    at.give("families-at", std::string("point"));
    EXPECT_THAT(at.failure(), Pair(ExitStatus::WrongUsage, HasSubstr("--families-at has no effect")));
    SpreadRun raster(point);
    raster.with_cells({metres(4000)}, {1});
    EXPECT_THAT(raster.failure(), Pair(ExitStatus::WrongUsage, HasSubstr("--population-raster has no effect")));
    SpreadRun both;
    both.with_cells({metres(4500)}, {1});
    both.with_homes(LayerMaker("rumah").points({metres(4500)}).texts("desa", {"D1"}));
    EXPECT_THAT(both.failure(), Pair(ExitStatus::WrongUsage, HasSubstr("give one of them")));
    SpreadRun homes;
    homes.give("families-at", std::string("roads"));
    homes.with_homes(LayerMaker("rumah").points({metres(4500)}).texts("desa", {"D1"}));
    EXPECT_THAT(homes.failure(), Pair(ExitStatus::WrongUsage, HasSubstr("no effect with --homes")));
}

TEST(FamilyPlaces, AreWhereTheWayToACentreStarts) {
    MiniRun run(describe_distance_to_centre());
    run.add("centres", LayerMaker("pusat").points({metres(0)}));
    run.add("roads", LayerMaker("jalan").line({metres(0), metres(20000)}));
    run.add("settlements", three_polygons());
    const auto results = run.run();
    const auto& layer = layer_of(results, "distance_to_centre");
    EXPECT_NEAR(*number_of(layer, "total_m", 0), 4950.0, 0.001);
    EXPECT_NEAR(*number_of(layer, "total_m", 1), 8150.0, 0.001);
}

}  // namespace
}  // namespace desakota::analyses
