#include "engine/io/read_layer.h"

#include "tests/io/support/reading.h"
#include "tests/io/support/temporary_folder.h"
#include "tests/io/support/vector_file.h"

namespace desakota::io {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

TestLayer road_layer() {
    return {.fields = {TestField{"class"}, TestField{"lanes", OFTInteger}, TestField{"width", OFTReal},
                       TestField{"open", OFTInteger, OFSTBoolean}, TestField{"count", OFTInteger64}},
            .rows = {{"LINESTRING(104 -2,104.5 -2.5)", {"track", "2", "3.5", "1", "9000000000"}},
                     {"", {"", "", "", "", ""}},
                     {"LINESTRING(105 -3,105.5 -3.5,106 -3)", {"track", "1", "4", "0", "7"}}}};
}

class EveryFormat : public testing::TestWithParam<std::pair<const char*, const char*>> {
protected:
    TemporaryFolder folder;
};

TEST_P(EveryFormat, GivesTheSameFeaturesAndFingerprint) {
    const auto [driver, ending] = GetParam();
    const auto expected = read_all(write_vector(folder.file("roads.gpkg"), "GPKG", {road_layer()}), {"class", "lanes"});
    const auto path = write_vector(folder.file(std::string("copy") + ending), driver, {road_layer()});
    const auto found = read_all(path, {"class", "lanes"});
    EXPECT_EQ(geometry_texts(found.layer), geometry_texts(expected.layer));
    EXPECT_EQ(values(found.layer, "class"), values(expected.layer, "class"));
    EXPECT_EQ(values(found.layer, "lanes"), values(expected.layer, "lanes"));
    EXPECT_EQ(found.layer.geometry_type, geo::GeometryType::Line);
    EXPECT_EQ(found.sha256, expected.sha256);
}

INSTANTIATE_TEST_SUITE_P(Reading, EveryFormat,
                         testing::Values(std::pair{"ESRI Shapefile", ".shp"}, std::pair{"GeoJSON", ".geojson"},
                                         std::pair{"GeoJSONSeq", ".geojsonl"}, std::pair{"SQLite", ".sqlite"},
                                         std::pair{"GPKG", ".gpkg"}));

class Reading : public testing::Test {
protected:
    TemporaryFolder folder;

    std::string write_roads(const std::vector<std::string>& geometries, OGRwkbGeometryType type = wkbLineString,
                            const char* driver = "GPKG", const std::string& name = "roads.gpkg") {
        TestLayer layer{.type = type};
        for (const auto& wkt : geometries) layer.rows.push_back({wkt});
        return write_vector(folder.file(name), driver, {layer});
    }
};

TEST_F(Reading, TellsWhatALayerHoldsBeforeReadingIt) {
    const auto path = write_vector(folder.file("a.gpkg"), "GPKG", {road_layer()});
    core::Diagnostics diagnostics;
    const auto open = open_source(parse_source(path), diagnostics);
    EXPECT_EQ(open.layer_name(), "roads");
    EXPECT_EQ(open.geometry_type(), geo::GeometryType::Line);
    EXPECT_EQ(open.feature_count(), 3U);
    EXPECT_THAT(open.crs(), HasSubstr("WGS 84"));
    using layers::ColumnType;
    EXPECT_THAT(open.columns(),
                ElementsAre(layers::ColumnDefinition{.name = "class"},
                            layers::ColumnDefinition{.name = "lanes", .type = ColumnType::WholeNumber},
                            layers::ColumnDefinition{.name = "width", .type = ColumnType::Number},
                            layers::ColumnDefinition{.name = "open", .type = ColumnType::YesNo},
                            layers::ColumnDefinition{.name = "count", .type = ColumnType::WholeNumber}));
}

TEST_F(Reading, GivesTheWantedColumnsInTheWantedOrder) {
    const auto path = write_vector(folder.file("a.gpkg"), "GPKG", {road_layer()});
    const auto read = read_all(path, {"width", "open", "count"});
    ASSERT_EQ(read.layer.columns.size(), 3U);
    EXPECT_EQ(read.layer.columns.front().name(), "width");
    EXPECT_THAT(values(read.layer, "width"), ElementsAre("3.5", "-", "4"));
    EXPECT_THAT(values(read.layer, "open"), ElementsAre("true", "-", "false"));
    EXPECT_THAT(values(read.layer, "count"), ElementsAre("9000000000", "-", "7"));
    EXPECT_THAT(read.layer.feature_ids, ElementsAre(1, 2, 3));
    EXPECT_EQ(read.layer.row_count, 3U);
    EXPECT_THAT(geometry_texts(read.layer), ElementsAre("L(104 -2,104.5 -2.5)", "", "L(105 -3,105.5 -3.5,106 -3)"));
}

TEST_F(Reading, TakesDatesAsTextBesideTheQuickWay) {
    const TestLayer layer{.fields = {TestField{"built", OFTDate}}, .rows = {{"LINESTRING(1 1,2 2)", {"2020/01/31"}}}};
    EXPECT_THAT(values(read_all(write_vector(folder.file("a.gpkg"), "GPKG", {layer}), {"built"}).layer, "built"),
                ElementsAre("2020/01/31"));
}

TEST_F(Reading, TakesMoreFeaturesThanOneBatchInOrder) {
    TestLayer layer{.type = wkbPoint, .fields = {TestField{"number", OFTInteger}, TestField{"name"}}};
    constexpr int kCount = 40'000;
    for (int row = 0; row < kCount; ++row) {
        layer.rows.push_back(
            {fmt::format("POINT({} 1)", row / 1000.0), {std::to_string(row), fmt::format("n{}", row)}});
    }
    const auto gpkg = read_all(write_vector(folder.file("a.gpkg"), "GPKG", {layer}), {"number", "name"});
    const auto json = read_all(write_vector(folder.file("a.geojson"), "GeoJSON", {layer}), {"number", "name"});
    ASSERT_EQ(gpkg.layer.row_count, static_cast<std::size_t>(kCount));
    EXPECT_EQ(gpkg.layer.columns[0].whole_number(kCount - 1), kCount - 1);
    EXPECT_EQ(gpkg.layer.columns[1].text(kCount - 1), "n39999");
    EXPECT_EQ(geometry_text(gpkg.layer, kCount - 1), "P(39.999 1)");
    EXPECT_EQ(gpkg.sha256, json.sha256);
}

TEST_F(Reading, AppliesASubset) {
    const auto path = write_vector(folder.file("a.gpkg"), "GPKG", {road_layer()});
    EXPECT_THAT(read_all(path + "|subset=lanes > 1").layer.feature_ids, ElementsAre(1));
    EXPECT_THAT(read_all(path + "|subset=\"lanes\" = 1").layer.feature_ids, ElementsAre(3));
}

TEST_F(Reading, CallsALayerByItsTitle) {
    const auto read = read_all(write_roads({"LINESTRING(1 1,2 2)"}) + "|title=Jalan 2024");
    EXPECT_EQ(layers::describe_feature(read.layer, 0), "Jalan 2024, fid 1");
}

TEST_F(Reading, TakesAGeoPackagesUndefinedCoordinateSystemsForNone) {
    const auto path =
        write_vector(folder.file("a.gpkg"), "GPKG", {TestLayer{.epsg = 0, .rows = {{"LINESTRING(1 1,2 2)"}}}});
    EXPECT_EQ(read_all(path).layer.crs, "");
}

TEST_F(Reading, DropsZAndMakesCurvesStraight) {
    const auto read =
        read_all(write_roads({"LINESTRING Z(1 2 9,3 4 9)", "COMPOUNDCURVE(CIRCULARSTRING(0 0,1 1,2 0))"}, wkbUnknown));
    EXPECT_EQ(geometry_text(read.layer, 0), "L(1 2,3 4)");
    EXPECT_GT(read.layer.geometry.coordinates(1).size(), 10U);
    EXPECT_EQ(read.layer.geometry.coordinates(1).back(), (geo::Point{2, 0}));
}

TEST_F(Reading, TakesTheTypeThatMostFeaturesHave) {
    const auto path = write_roads({"POINT(1 1)", "LINESTRING(1 1,2 2)", "LINESTRING(1 1,3 3)"}, wkbUnknown);
    const auto read = read_all(path);
    EXPECT_THAT(geometry_texts(read.layer), ElementsAre("", "L(1 1,2 2)", "L(1 1,3 3)"));
    EXPECT_THAT(told(read.diagnostics), HasSubstr("1 features are not of the layer's geometry type"));
}

TEST_F(Reading, PrefersTheTypeThatWasAskedFor) {
    const auto path = write_roads({"POINT(1 1)", "LINESTRING(1 1,2 2)", "LINESTRING(1 1,3 3)"}, wkbUnknown);
    EXPECT_THAT(geometry_texts(read_all(path, {}, {geo::GeometryType::Point}).layer), ElementsAre("P(1 1)", "", ""));
    EXPECT_EQ(read_all(path, {}, {geo::GeometryType::Polygon}).layer.geometry_type, geo::GeometryType::Line);
}

TEST_F(Reading, TakesACollectionForItsLargestDimension) {
    const auto path = write_roads({"GEOMETRYCOLLECTION(POINT(1 1),POLYGON((0 0,1 0,1 1,0 0)))"}, wkbGeometryCollection);
    EXPECT_EQ(geometry_text(read_all(path).layer, 0), "O(0 0,1 0,1 1,0 0)");
}

TEST_F(Reading, NamesEveryFeatureWhoseCoordinatesAreNotFinite) {
    const auto path = write_roads({"LINESTRING(1 1,2 2)", "LINESTRING(1 1,1e999 2)", "LINESTRING(-1e999 1,2 2)"});
    const auto error = reading_error(path);
    EXPECT_THAT(error, StartsWith("3: roads.gpkg, fid 2: a coordinate is not a finite number"));
    EXPECT_THAT(error, HasSubstr("roads.gpkg, fid 3: "));
}

TEST_F(Reading, NamesTheFeaturesOfAnExtentOverHalfTheEarth) {
    const auto error =
        reading_error(write_roads({"LINESTRING(1 1,2 2)", "LINESTRING(-100 1,2 2)", "LINESTRING(3 3,170 3)"}));
    EXPECT_THAT(error, StartsWith("3: roads.gpkg, fid 2: longitude -100, and roads.gpkg, fid 3: longitude 170"));
}

TEST_F(Reading, SaysThatLatitudeAndLongitudeLookSwapped) {
    EXPECT_THAT(reading_error(write_roads({"LINESTRING(-2 104,-3 105)"})),
                StartsWith("3: roads.gpkg, fid 1: latitude and longitude look swapped"));
}

TEST_F(Reading, AllowsLargeCoordinatesInMetres) {
    TestLayer layer{.epsg = 32748, .rows = {{"LINESTRING(500000 9800000,100 9800001)"}}};
    EXPECT_EQ(reading_error(write_vector(folder.file("a.gpkg"), "GPKG", {layer})), "");
}

TEST_F(Reading, TakesAnotherCoordinateSystemWhereOneIsGiven) {
    TestLayer layer{.epsg = 0, .rows = {{"LINESTRING(500000 9800000,100 9800001)"}}};
    const auto path = write_vector(folder.file("a.shp"), "ESRI Shapefile", {layer});
    EXPECT_EQ(read_all(path).layer.crs, "");
    EXPECT_THAT(read_all(path + "|crs=EPSG:32748").layer.crs, HasSubstr("UTM zone 48S"));
    EXPECT_THAT(reading_error(path + "|crs=EPSG:banyak"), HasSubstr("2: "));
}

class StopsAt final : public core::Progress {
public:
    explicit StopsAt(int reports) : left_(reports) {}
    void report(double fraction) override {
        EXPECT_GE(fraction, last_);
        EXPECT_LE(fraction, 1.0);
        last_ = fraction;
        --left_;
    }
    [[nodiscard]] bool cancelled() const override { return left_ <= 0; }
    [[nodiscard]] double last() const { return last_; }

private:
    int left_;
    double last_ = 0.0;
};

TEST_F(Reading, HearsACancelAtEveryReportAndReportsTruly) {
    TestLayer layer{.type = wkbPoint};
    for (int row = 0; row < 20'000; ++row) layer.rows.push_back({"POINT(1 1)"});
    for (const auto* const driver : {"GPKG", "GeoJSON"}) {
        const auto path = write_vector(folder.file(std::string("a.") + driver), driver, {layer});
        core::Diagnostics diagnostics;
        auto open = open_source(parse_source(path), diagnostics);
        for (int reports = 1; reports <= 2; ++reports) {
            StopsAt progress(reports);
            EXPECT_THROW((void)open.read({}, progress, diagnostics), core::Cancelled);
        }
        StopsAt never(1'000'000);
        EXPECT_EQ(open.read({}, never, diagnostics).layer.row_count, 20'000U);
        EXPECT_EQ(never.last(), 1.0);
    }
}

}  // namespace
}  // namespace desakota::io
