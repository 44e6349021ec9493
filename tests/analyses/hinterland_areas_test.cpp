#include "engine/analyses/hinterland_areas.h"

#include <algorithm>
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>

#include "tests/analyses/hinterland_case.h"
#include "tests/support/cancel_at.h"

#include "engine/analyses/access_results.h"
#include "engine/analyses/breaking_points.h"
#include "engine/analyses/desire_lines.h"
#include "engine/analyses/neighbouring_centres.h"

namespace desakota::analyses {
namespace {

using test_support::at;
using testing::ElementsAre;

layers::Layer hinterlands_of(HinterlandCase& world, core::Progress& progress = silent_progress, int threads = 2) {
    auto context = world.context(progress, threads);
    return make_hinterlands(world.question, world.findings, world.settlement_layer, world.setting, context);
}

/// Settlements as squares of one kilometre side by side along a road, a centre at each end.
struct Squares : HinterlandCase {
    static constexpr int kSquares = 100;

    explicit Squares(const std::string& crs = geo::wgs84_wkt())
        : HinterlandCase(Roads{{{{0, 0}, {1000.0 * kSquares, 0}}, {}}}) {
        add_centre("A", {at(0, 0)}, 1000);
        add_centre("B", {at(1000.0 * kSquares, 0)}, 1000);
        for (int i = 0; i < kSquares; ++i) add_settlement("S" + std::to_string(i), at(1000.0 * i + 500, 0), 40);
        settlement_layer.geometry_type = geo::GeometryType::Polygon;
        settlement_layer.geometry = {};
        settlement_layer.crs = crs;
        for (int i = 0; i < kSquares; ++i) add_square(1000.0 * i);
        core::SilentProgress silent;
        geo::from_wgs84(settlement_layer.geometry.all_coordinates(), crs, {}, silent);
        find();
    }
    void add_square(double east) {
        std::vector<geo::Point> ring;
        for (const auto& [x, y] : {std::pair(0.0, -500.0), {1000.0, -500.0}, {1000.0, 500.0}, {0.0, 500.0}}) {
            ring.push_back(geo::to_degrees(at(east + x, y)));
        }
        ring.push_back(ring.front());
        settlement_layer.geometry.add_part(geo::PartRole::OuterRing, ring);
        settlement_layer.geometry.end_feature();
    }
};

TEST(Hinterlands, OfPolygonsAreDissolvedAndAddUpToTheSettlements) {
    Squares world;
    const auto layer = hinterlands_of(world);
    EXPECT_EQ(layer.geometry_type, geo::GeometryType::Polygon);
    EXPECT_THAT(values_of(layer, "centre_id"), ElementsAre("A", "B"));
    EXPECT_THAT(values_of(layer, "settlements"), ElementsAre("50", "50"));
    EXPECT_THAT(values_of(layer, "families"), ElementsAre("500", "500"));
    EXPECT_THAT(values_of(layer, "population"), ElementsAre("2000", "2000"));
    EXPECT_EQ(layer.find("road_km"), nullptr);
    for (std::size_t row = 0; row < 2; ++row) {
        EXPECT_NEAR(*number_of(layer, "area_km2", row), 50.0, 50.0 * 1e-5);
        const auto range = layer.geometry.parts(row);
        EXPECT_EQ(range.last - range.first, 1U) << "no borders between settlements are left";
    }
}

TEST(Hinterlands, StayInTheSettlementsCoordinateSystem) {
    Squares plain;
    Squares projected("EPSG:32748");
    const auto layer = hinterlands_of(projected);
    EXPECT_EQ(layer.crs, "EPSG:32748");
    EXPECT_GT(layer.geometry.all_coordinates()[0].x, 1000.0);
    EXPECT_NEAR(*number_of(layer, "area_km2", 0), *number_of(hinterlands_of(plain), "area_km2", 0), 1e-4);
}

TEST(Hinterlands, TakeWhatPolygonsThereAre) {
    Squares world;
    auto kept = world.settlement_layer.geometry;
    world.settlement_layer.geometry = {};
    for (std::size_t i = 0; i < kept.size(); ++i) {
        if (i > 0 && i < 50) world.settlement_layer.geometry.add_part(geo::PartRole::OuterRing, kept.coordinates(i));
        world.settlement_layer.geometry.end_feature();
    }
    const auto layer = hinterlands_of(world);
    EXPECT_THAT(values_of(layer, "settlements"), ElementsAre("50", "50"));
    EXPECT_NEAR(*number_of(layer, "area_km2", 0), 49.0, 0.001);
    EXPECT_THAT(values_of(layer, "area_km2")[1], "-");
    EXPECT_TRUE(layer.geometry.is_missing(1));
}

TEST(Hinterlands, KnowOnlyWhatTheSettlementsKnow) {
    Squares world;
    world.question.settlements.has_families = false;
    world.question.populations.assign(world.question.populations.size(), std::nullopt);
    world.findings.rows.clear();
    world.find();
    const auto layer = hinterlands_of(world);
    EXPECT_EQ(layer.find("families"), nullptr);
    EXPECT_THAT(values_of(layer, "population"), ElementsAre("-", "-"));
}

TEST(Hinterlands, OfCentresWithoutSettlementsAreLeftOut) {
    Squares world;
    world.add_centre("C", {at(190000, 0)}, 1000);
    world.findings.rows.clear();
    world.find();
    EXPECT_THAT(values_of(hinterlands_of(world), "centre_id"), ElementsAre("A", "B"));
}

/// Three centres on a cross of roads and settlements as points.
HinterlandCase cross() {
    HinterlandCase world(
        {{{{-10000, 0}, {0, 0}, {10000, 0}}, {}}, {{{0, 0}, {0, 10000}}, {}}, {{{50000, 0}, {60000, 0}}, {}}});
    world.add_centre("A", {at(-10000, 0)}, 1000);
    world.add_centre("B", {at(10000, 0)}, 2000);
    world.add_centre("C", {at(0, 10000)}, 1000);
    world.add_settlement("1", at(-6000, 0));
    world.add_settlement("2", at(6000, 0));
    world.find();
    return world;
}

TEST(Hinterlands, OfPointsAreTheRoadsUpToTheBorders) {
    auto world = cross();
    const auto layer = hinterlands_of(world);
    EXPECT_EQ(layer.geometry_type, geo::GeometryType::Line);
    EXPECT_THAT(values_of(layer, "centre_id"), ElementsAre("A", "B", "C"));
    EXPECT_THAT(values_of(layer, "settlements"), ElementsAre("1", "1", "0"));
    EXPECT_EQ(layer.find("area_km2"), nullptr);
    // B's border: 2 x 2^(-(20 - x) / 10) = 2^(-x / 10), at x = 5 km from A; the same towards C.
    EXPECT_NEAR(*number_of(layer, "road_km", 0), 5.0, 0.002);
    EXPECT_NEAR(*number_of(layer, "road_km", 1), 20.0, 0.002);
    EXPECT_NEAR(*number_of(layer, "road_km", 2), 5.0, 0.002);
    for (std::size_t row = 0; row < 3; ++row) {
        EXPECT_NEAR(line_metres(layer, row), 1000.0 * *number_of(layer, "road_km", row), 0.01);
    }
}

TEST(Hinterlands, AreTheSameWhateverTheOrderOfTheCentres) {
    auto world = cross();
    const auto layer = hinterlands_of(world);
    HinterlandCase other(
        {{{{-10000, 0}, {0, 0}, {10000, 0}}, {}}, {{{0, 0}, {0, 10000}}, {}}, {{{50000, 0}, {60000, 0}}, {}}});
    other.add_centre("C", {at(0, 10000)}, 1000);
    other.add_centre("B", {at(10000, 0)}, 2000);
    other.add_centre("A", {at(-10000, 0)}, 1000);
    other.add_settlement("1", at(-6000, 0));
    other.add_settlement("2", at(6000, 0));
    other.find();
    const auto renumbered = hinterlands_of(other);
    for (const auto& column : layer.columns) {
        auto values = values_of(renumbered, column.name());
        std::ranges::reverse(values);
        EXPECT_EQ(values, values_of(layer, column.name()));
    }
}

TEST(Hinterlands, OfNeighboursDifferInColour) {
    HinterlandCase world(Roads{{{{0, 0}, {100000, 0}}, {}}});
    for (int i = 0; i <= 10; ++i) {
        world.add_centre("C" + std::to_string(i), {at(10000.0 * i, 0)}, 1000);
        world.add_settlement("1" + std::to_string(i), at(10000.0 * i + 4000, 0));
    }
    world.find();
    const auto colours = map_colours(world.question, world.findings);
    const auto pairs = neighbouring_centres(world.question, world.findings);
    EXPECT_EQ(pairs.size(), 10U);
    for (const auto& [first, second] : pairs) EXPECT_NE(colours[first], colours[second]);
    EXPECT_LE(*std::ranges::max_element(colours), 2U);
    const auto style = declare_hinterlands().styles.front();
    const auto layer = hinterlands_of(world);
    for (std::size_t row = 0; row < layer.row_count; ++row) {
        EXPECT_EQ(class_of(style, layer, row), colours[row] - 1) << "the first colour comes first";
    }
}

TEST(Hinterlands, HearACancelAndReportUpToTheEnd) {
    const auto check = [](HinterlandCase& world) {
        // How often several threads report is chance.
        world.setting.parallel = {.threads = 1};
        test_support::CancelAt never;
        static_cast<void>(hinterlands_of(world, never, 1));
        EXPECT_THAT(never.first_fall(), testing::IsEmpty());
        EXPECT_EQ(never.reported.back(), 1.0);
        for (std::size_t report = 1; report < never.reported.size(); ++report) {
            test_support::CancelAt at_report(report);
            ASSERT_THROW(static_cast<void>(hinterlands_of(world, at_report, 1)), core::Cancelled) << report;
            ASSERT_EQ(at_report.reported.size(), report);
        }
    };
    Squares areas;
    check(areas);
    auto roads = cross();
    check(roads);
}

TEST(HinterlandLayers, AreDeclaredAsTheCatalogueWantsAndAsTheyAreMade) {
    Analysis analysis;
    analysis.id = "hinterland-interaction";
    analysis.group = {"Hinterland", "Daerah belakang"};
    analysis.title = analysis.help = analysis.group;
    analysis.run = [](Arguments&, RunContext&) { return Results{}; };
    analysis.parameters = {hinterlands_parameter()};
    analysis.outputs = {{"hinterland_interaction", {"Title", "Judul"}, geo::GeometryType::None, {}, {}, {}},
                        declare_hinterlands(),
                        declare_desire_lines(),
                        declare_breaking_points()};
    EXPECT_THAT(catalogue_faults({analysis}), testing::IsEmpty());

    auto world = cross();
    auto context = world.context();
    Results results;
    add_layer(results, hinterlands_of(world), analysis.outputs[1], core::Language::Indonesian);
    add_layer(results, make_desire_lines(world.question, world.findings, world.settlement_layer, context),
              analysis.outputs[2], core::Language::Indonesian);
    add_layer(results,
              make_breaking_points(world.question, world.findings, world.settlement_layer, world.setting, context),
              analysis.outputs[3], core::Language::Indonesian);
    for (std::size_t i = 0; i < results.layers.size(); ++i) {
        const auto& layer = results.layers[i];
        const auto& declared = analysis.outputs[i + 1].columns;
        EXPECT_EQ(layer.styles.size(), analysis.outputs[i + 1].styles.size());
        EXPECT_EQ(layer.geometry.size(), layer.row_count);
        for (const auto& column : layer.columns) {
            EXPECT_EQ(std::ranges::count(declared, column.definition()), 1) << column.name();
            EXPECT_EQ(column.size(), layer.row_count) << column.name();
        }
    }
}

}  // namespace
}  // namespace desakota::analyses
