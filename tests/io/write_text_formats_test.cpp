#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include "tests/io/support/sample_result.h"
#include "tests/io/support/temporary_folder.h"

#include "engine/core/error.h"
#include "engine/io/gdal_handles.h"
#include "engine/io/write_csv.h"

namespace desakota::io {
namespace {

std::string written(const TemporaryFolder& folder, const layers::Layer& layer, const std::string& name) {
    core::SilentProgress silent;
    return write_layers({layer}, {.path = folder.file(name)}, silent).front();
}

DatasetHandle opened(const std::string& path) {
    register_drivers();
    return DatasetHandle(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
}

TEST(Csv, WritesValuesExactlyAndPointsAsTwoColumns) {
    const TemporaryFolder folder;
    EXPECT_EQ(bytes_of(written(folder, sample_settlements(), "r.csv")),
              "settlement_id,settlement_name,families,total_m,edge,x,y\n"
              "0012,\"Muara \"\"Telang\"\", Café\",9007199254740993,0.3333333333333333,true,104.5,-2.25\n"
              "-,,,5000,false,104.83333333333333,-2.25\n"
              "'=1+1,\"Mulyasari\nbaru\",0,1e-07,,,\n"
              "\"\",\"'-5,5\",-7,,true,105.5,-2.25\n");
}

TEST(Csv, WritesOtherGeometriesAsWellKnownText) {
    const TemporaryFolder folder;
    EXPECT_EQ(bytes_of(written(folder, sample_legs(), "r.csv")),
              "entry_m,wkt\n"
              "15.25,\"LINESTRING (104.5 -2,104.6 -2.1)\"\n"
              "30.5,\"MULTILINESTRING ((105 -2,105.1 -2.1,105.2 -2),(106 -2,106.1 -2.1))\"\n");
    EXPECT_EQ(
        bytes_of(written(folder, sample_areas(), "a.csv")),
        "wkt\n\"MULTIPOLYGON (((100 0,100 2,102 2,102 0,100 0),(100.5 0.5,100.5 1.5,101.5 1.5,101.5 0.5,100.5 0.5)),"
        "((104 0,104 1,105 1,105 0,104 0)))\"\n");
}

TEST(Csv, GuardsFormulasAndLeavesCodesAndNumbersAsTheyAre) {
    EXPECT_EQ(csv_cell("=A1"), "'=A1");
    EXPECT_EQ(csv_cell("@SUM(A1)"), "'@SUM(A1)");
    EXPECT_EQ(csv_cell("+cmd"), "'+cmd");
    EXPECT_EQ(csv_cell("\t=A1"), "'\t=A1");
    EXPECT_EQ(csv_cell("-"), "-");
    EXPECT_EQ(csv_cell("-12.5"), "-12.5");
    EXPECT_EQ(csv_cell("+62"), "+62");
    EXPECT_EQ(csv_cell("a=b"), "a=b");
}

TEST(GeoJson, IsWgs84WithExactAttributes) {
    const TemporaryFolder folder;
    const auto json = nlohmann::json::parse(bytes_of(written(folder, sample_settlements(), "r.geojson")));
    EXPECT_EQ(json["type"], "FeatureCollection");
    EXPECT_FALSE(json.contains("crs"));
    const auto& features = json["features"];
    ASSERT_EQ(features.size(), 4U);
    EXPECT_EQ(features[0]["properties"]["settlement_name"], "Muara \"Telang\", Café");
    EXPECT_EQ(features[0]["properties"]["families"], 9007199254740993);
    EXPECT_EQ(features[0]["properties"]["total_m"], 1.0 / 3.0);
    EXPECT_EQ(features[0]["properties"]["edge"], true);
    EXPECT_TRUE(features[1]["properties"]["settlement_name"].is_null());
    EXPECT_EQ(features[3]["properties"]["settlement_id"], "");
    EXPECT_TRUE(features[2]["geometry"].is_null());
    EXPECT_EQ(features[1]["geometry"]["coordinates"].dump(), "[104.833333333,-2.25]");
}

TEST(GeoJson, BringsOtherSystemsToWgs84) {
    const TemporaryFolder folder;
    layers::Layer layer;
    layer.name = "one";
    layer.crs = "EPSG:32748";
    layer.geometry_type = geo::GeometryType::Point;
    layer.row_count = 1;
    // On the central meridian of the zone, where easting is 500 km; the equator lies at northing 10,000 km.
    layer.geometry.add_part(geo::PartRole::Point, std::vector<geo::Point>{{500000.0, 10000000.0}});
    layer.geometry.end_feature();
    const auto json = nlohmann::json::parse(bytes_of(written(folder, layer, "r.json")));
    EXPECT_EQ(json["features"][0]["geometry"]["coordinates"].dump(), "[105,0]");
}

TEST(GeoJson, TurnsOuterRingsCounterClockwiseAndHolesClockwise) {
    const TemporaryFolder folder;
    const auto json = nlohmann::json::parse(bytes_of(written(folder, sample_areas(), "r.geojson")));
    const auto& geometry = json["features"][0]["geometry"];
    EXPECT_EQ(geometry["type"], "MultiPolygon");
    EXPECT_EQ(geometry["coordinates"][0][0].dump(), "[[100,0],[102,0],[102,2],[100,2],[100,0]]");
    EXPECT_EQ(geometry["coordinates"][0][1].dump(), "[[100.5,0.5],[100.5,1.5],[101.5,1.5],[101.5,0.5],[100.5,0.5]]");
    EXPECT_EQ(geometry["coordinates"][1].size(), 1U);
}

TEST(GeoJson, RefusesALayerWithoutCoordinateSystem) {
    const TemporaryFolder folder;
    auto layer = sample_settlements();
    layer.crs.clear();
    EXPECT_THROW(written(folder, layer, "r.geojson"), core::Error);
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(GeoJson, IsReadByGdal) {
    const TemporaryFolder folder;
    const auto dataset = opened(written(folder, sample_legs(), "r.geojson"));
    ASSERT_NE(dataset, nullptr);
    EXPECT_STREQ(dataset->GetLayer(0)->GetName(), "health_access_legs");
    EXPECT_EQ(dataset->GetLayer(0)->GetFeatureCount(), 2);
}

TEST(FlatGeobuf, KeepsRowsInOrderWithEveryValue) {
    const TemporaryFolder folder;
    const auto sample = sample_settlements(AllWithGeometry::Yes);
    const auto dataset = opened(written(folder, sample, "r.fgb"));
    ASSERT_NE(dataset, nullptr);
    auto* const layer = dataset->GetLayer(0);
    for (std::size_t row = 0; row < sample.row_count; ++row) {
        const FeatureHandle feature(layer->GetNextFeature());
        ASSERT_NE(feature, nullptr) << row;
        EXPECT_EQ(feature->GetFieldAsString("settlement_id"), *sample.find("settlement_id")->text(row));
        EXPECT_EQ(feature->GetGeometryRef()->toPoint()->getX(),
                  sample.geometry.coordinates(sample.geometry.parts(row).first).front().x);
        for (int i = 0; i < 5; ++i) {
            EXPECT_EQ(feature->IsFieldSetAndNotNull(i), !sample.columns[static_cast<std::size_t>(i)].is_missing(row));
        }
    }
    EXPECT_STREQ(layer->GetSpatialRef()->GetAuthorityCode(nullptr), "4326");
}

TEST(FlatGeobuf, KeepsMultiGeometries) {
    const TemporaryFolder folder;
    const auto areas = opened(written(folder, sample_areas(), "a.fgb"));
    const FeatureHandle area(areas->GetLayer(0)->GetNextFeature());
    EXPECT_DOUBLE_EQ(area->GetGeometryRef()->toMultiPolygon()->get_Area(), 4.0);
}

TEST(FlatGeobuf, IsRefusedWhereItWouldDropRowsWithoutGeometry) {
    const TemporaryFolder folder;
    try {
        (void)written(folder, sample_settlements(), "r.fgb");
        FAIL();
    } catch (const core::Error& error) {
        EXPECT_EQ(error.status(), core::ExitStatus::WrongUsage);
        EXPECT_THAT(error.what(), ::testing::HasSubstr("1 of 4 rows"));
    }
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

}  // namespace
}  // namespace desakota::io
