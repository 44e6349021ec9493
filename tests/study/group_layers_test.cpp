#include "engine/study/group_layers.h"

#include <algorithm>
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/layer_maker.h"

#include "engine/analyses/registry.h"
#include "engine/analyses/welfare_rows.h"
#include "engine/geo/polygons.h"
#include "engine/maps/classes.h"

namespace desakota::study {
namespace {

using analyses::LayerMaker;
using layers::ColumnType;
using layers::Layer;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<geo::Point> square(double x, double y) {
    return {{x, y}, {x + 1, y}, {x + 1, y + 1}, {x, y + 1}, {x, y}};
}

/// Four squares in a row: two of B, one of A, one of none.
LayerMaker villages() {
    LayerMaker maker("desa.gpkg");
    for (const double x : {0.0, 1.0, 2.0, 3.0}) maker.ring(square(x, 0.0));
    maker.texts("Nama Kec.", {"B", "B", "A", ""});
    return maker;
}

Layer areas(const LayerMaker& maker, geo::GeometryType type = geo::GeometryType::Polygon) {
    auto layer = maker.make();
    layer.geometry_type = type;
    return layer;
}

struct SummaryRow {
    std::string field;
    std::string value;
    std::optional<double> share;
};

/// Rows of two fields and the total, with that share column.
Layer summary(const std::string& share = "share_beyond") {
    Layer layer;
    layer.add_column({"group_field", ColumnType::Text, "", {"Grouped by", "Dikelompokkan menurut"}});
    layer.add_column({"group_value", ColumnType::Text, "", {"Group", "Kelompok"}});
    layer.add_column({"settlements", ColumnType::WholeNumber, "", {"Settlements", "Permukiman"}});
    layer.add_column({share, ColumnType::Number, "", {"Share", "Bagian"}});
    layer.add_column({"unsure", ColumnType::YesNo, "", {"Unsure", "Kurang andal"}});
    const std::vector<SummaryRow> rows{{"Nama Kec.", "A", 0.5},
                                       {"Nama Kec.", "B", 0.25},
                                       {"Nama Kec.", "", {}},
                                       {"skp", "A", 0.75},
                                       {"total", "total", 0.4}};
    for (const auto& [field, value, of] : rows) {
        layer.columns[0].add_text(field);
        value.empty() ? layer.columns[1].add_missing() : layer.columns[1].add_text(value);
        layer.columns[2].add_whole_number(static_cast<std::int64_t>(++layer.row_count));
        layer.columns[3].add(of);
        layer.columns[4].add_yes_no(value == "B");
    }
    return layer;
}

maps::Style share_style() {
    return analyses::share_style("share_beyond", {"Share", "Bagian"}, "share_beyond");
}

double width(const Layer& layer, std::size_t row) {
    double least = INFINITY;
    double most = -INFINITY;
    const auto parts = layer.geometry.parts(row);
    for (auto part = parts.first; part < parts.last; ++part) {
        for (const auto& point : layer.geometry.coordinates(part)) {
            least = std::min(least, point.x);
            most = std::max(most, point.x);
        }
    }
    return most - least;
}

TEST(GroupLayer, DissolvesTheSettlementsOfEachRow) {
    const auto sums = summary();
    const auto settlements = areas(villages());
    const auto made = group_layer({sums, settlements, "Nama Kec.", {share_style()}});
    ASSERT_TRUE(made);
    const auto& layer = made->layer;
    EXPECT_EQ(layer.row_count, 3U);
    EXPECT_EQ(layer.geometry.size(), 3U);
    EXPECT_EQ(layer.crs, settlements.crs);
    EXPECT_EQ(layer.find("group_value")->text(0), "A");
    EXPECT_EQ(layer.find("group_value")->text(1), "B");
    EXPECT_TRUE(layer.find("group_value")->is_missing(2));
    EXPECT_THAT(std::vector({width(layer, 0), width(layer, 1), width(layer, 2)}), ElementsAre(1.0, 2.0, 1.0));
    EXPECT_EQ(layer.geometry.parts(1).last - layer.geometry.parts(1).first, 1U);
}

TEST(GroupLayer, HasTheSummarysColumnsRowForRow) {
    const auto sums = summary();
    const auto settlements = areas(villages());
    const auto made = group_layer({sums, settlements, "Nama Kec.", {share_style()}});
    ASSERT_TRUE(made);
    const auto& layer = made->layer;
    EXPECT_THAT(layer.columns, SizeIs(5));
    EXPECT_EQ(layer.find("settlements")->whole_number(1), 2);
    EXPECT_EQ(layer.find("share_beyond")->number(1), 0.25);
    EXPECT_TRUE(layer.find("share_beyond")->is_missing(2));
    EXPECT_EQ(layer.find("unsure")->as_text(1), "true");
}

TEST(GroupLayer, IsDrawnAsSettlementsAreWhereItsColumnsAllow) {
    const auto sums = summary();
    const auto settlements = areas(villages());
    maps::Style distance{
        "distance", {"Distance", "Jarak"}, maps::range_classes("total_m", maps::kDistanceBounds, {}), {}};
    const auto made = group_layer({sums, settlements, "Nama Kec.", {distance, share_style()}});
    ASSERT_TRUE(made);
    ASSERT_THAT(made->styles, SizeIs(1));
    EXPECT_EQ(made->styles[0].name, "share_beyond");
    const auto& names = made->styles[0].names;
    ASSERT_TRUE(names);
    EXPECT_EQ(names->field, "group_value");
    EXPECT_EQ(maps::class_of(made->styles[0], made->layer, 1), 1U);
}

TEST(GroupLayer, IsGraduatedByTheFirstShareWhereNoStyleFits) {
    const auto sums = summary("bpl_poor_share");
    const auto settlements = areas(villages());
    const auto made = group_layer({sums, settlements, "Nama Kec.", {share_style()}});
    ASSERT_TRUE(made);
    ASSERT_THAT(made->styles, SizeIs(1));
    const auto& style = made->styles[0];
    EXPECT_EQ(style.name, "bpl_poor_share");
    EXPECT_EQ(maps::class_of(style, made->layer, 0), 1U);
    EXPECT_EQ(maps::class_of(style, made->layer, 1), 0U);
    EXPECT_EQ(style.classes.back().label.english, "No data");
    EXPECT_TRUE(maps::is_doubtful(style, made->layer, 1));
    EXPECT_FALSE(maps::is_doubtful(style, made->layer, 0));
}

TEST(GroupLayer, IsThereForAreasWithSomethingToDrawOnly) {
    const auto sums = summary();
    const auto no_shares = summary("mean_m");
    const auto settlements = areas(villages());
    const auto points = areas(villages(), geo::GeometryType::Point);
    const std::vector<maps::Style> styles{share_style()};
    EXPECT_FALSE(group_layer({sums, points, "Nama Kec.", styles}));
    EXPECT_FALSE(group_layer({sums, settlements, "kecamatan", styles}));
    EXPECT_FALSE(group_layer({sums, settlements, "skp", styles}));
    EXPECT_FALSE(group_layer({no_shares, settlements, "Nama Kec.", styles}));
    EXPECT_FALSE(group_layer({settlements, settlements, "Nama Kec.", styles}));
}

TEST(GroupLayer, OfSettlementsWithoutGeometryHasNone) {
    const auto sums = summary();
    LayerMaker maker("desa.gpkg");
    maker.ring(square(0.0, 0.0)).nothing().texts("Nama Kec.", {"B", "A"});
    const auto settlements = areas(maker);
    const auto made = group_layer({sums, settlements, "Nama Kec.", {share_style()}});
    ASSERT_TRUE(made);
    EXPECT_TRUE(made->layer.geometry.is_missing(0));
    EXPECT_FALSE(made->layer.geometry.is_missing(1));
    EXPECT_TRUE(made->layer.geometry.is_missing(2));
}

TEST(GroupLayerEnding, IsLowerSnake) {
    EXPECT_EQ(group_layer_ending("kecamatan"), "by_kecamatan");
    EXPECT_EQ(group_layer_ending("Nama Kec."), "by_nama_kec");
    EXPECT_EQ(group_layer_ending("  SKP--2 "), "by_skp_2");
    EXPECT_EQ(group_layer_ending("??"), "by_group");
}

/// A run of health-access in the dry season.
RunResult health_run() {
    RunResult run;
    run.name = "health_access";
    run.suffix = "_dry";
    const auto& all = analyses::catalogue();
    run.analysis = &*std::ranges::find(all, "health-access", &analyses::Analysis::id);
    Layer main;
    main.name = "health_access_dry";
    main.title = {"Access to health care", "Keterjangkauan layanan kesehatan"};
    run.results.layers.push_back(main);
    run.results.layers.push_back(summary());
    run.results.layers.back().name = "health_access_summary_dry";
    run.results.styles["health_access_dry"] = {share_style()};
    return run;
}

TEST(GroupLayers, AreNamedTitledAndStyledForEveryField) {
    auto maker = villages();
    maker.texts("skp", {"A", "A", "", ""});
    const auto made = group_layers(health_run(), areas(maker), core::Language::Indonesian);
    ASSERT_THAT(made, SizeIs(2));
    EXPECT_EQ(made[0].layer.name, "health_access_by_nama_kec_dry");
    EXPECT_EQ(made[1].layer.name, "health_access_by_skp_dry");
    EXPECT_EQ(made[1].layer.title.indonesian, "Keterjangkauan layanan kesehatan menurut SKP");
    EXPECT_EQ(made[1].layer.row_count, 1U);
    auto in_season = health_run();
    in_season.season = "dry";
    auto& title = in_season.results.layers.front().title;
    title = title + core::Text{" (dry season)", " (musim kemarau)"};
    EXPECT_EQ(group_layers(in_season, areas(maker), core::Language::English)[1].layer.title.indonesian,
              "Keterjangkauan layanan kesehatan menurut SKP (musim kemarau)");
    ASSERT_THAT(made[0].layer.styles, SizeIs(1));
    EXPECT_THAT(made[0].layer.styles[0].qml, HasSubstr("Tidak diketahui"));
    EXPECT_THAT(group_layers(health_run(), areas(villages(), geo::GeometryType::Point), core::Language::English),
                IsEmpty());
}

}  // namespace
}  // namespace desakota::study
