#include "engine/io/write_geopackage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include "tests/io/support/sample_result.h"
#include "tests/io/support/temporary_folder.h"

#include "engine/io/gdal_handles.h"
#include "engine/io/open_dataset.h"
#include "engine/io/source.h"
#include "engine/io/sqlite_file.h"

namespace desakota::io {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

DatasetHandle opened(const std::string& path) {
    register_drivers();
    return DatasetHandle(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
}

/// The first column of a query, straight from the file.
std::vector<std::string> query(const std::string& path, const std::string& text) {
    const SqliteFile file(path, path);
    return Statement(file, text).texts();
}

std::string written(const TemporaryFolder& folder, core::Language language = core::Language::English) {
    return write_sample({.path = folder.file("r.gpkg"), .language = language, .run_record = "{\"format\": 1}"}).front();
}

TEST(GeoPackage, KeepsEveryValueAndEveryMissingOne) {
    const TemporaryFolder folder;
    const auto dataset = opened(written(folder));
    ASSERT_NE(dataset, nullptr);
    auto* const layer = dataset->GetLayerByName("health_access");
    const auto sample = sample_settlements();
    ASSERT_EQ(layer->GetFeatureCount(), 4);
    for (std::size_t row = 0; row < sample.row_count; ++row) {
        const FeatureHandle feature(layer->GetNextFeature());
        EXPECT_EQ(feature->GetFID(), static_cast<GIntBig>(row) + 1);
        for (int i = 0; i < 5; ++i) {
            const auto& column = sample.columns[static_cast<std::size_t>(i)];
            ASSERT_EQ(feature->IsFieldNull(i), column.is_missing(row)) << column.name() << " " << row;
            if (column.is_missing(row)) continue;
            if (column.type() == layers::ColumnType::Text) {
                EXPECT_EQ(feature->GetFieldAsString(i), *column.text(row));
            } else {
                EXPECT_EQ(feature->GetFieldAsDouble(i), *column.number(row)) << column.name();
            }
        }
        if (!sample.columns[2].is_missing(row)) {
            EXPECT_EQ(feature->GetFieldAsInteger64(2), *sample.columns[2].whole_number(row));
        }
        const auto* const geometry = feature->GetGeometryRef();
        EXPECT_EQ(geometry == nullptr, sample.geometry.is_missing(row));
        if (geometry == nullptr) continue;
        EXPECT_EQ(geometry->toPoint()->getX(), sample.geometry.coordinates(sample.geometry.parts(row).first).front().x);
    }
}

TEST(GeoPackage, DeclaresTypesAndCoordinateSystem) {
    const TemporaryFolder folder;
    const auto dataset = opened(written(folder));
    auto* const layer = dataset->GetLayerByName("health_access");
    const auto* const definition = layer->GetLayerDefn();
    EXPECT_EQ(definition->GetGeomType(), wkbPoint);
    EXPECT_EQ(definition->GetFieldDefn(0)->GetType(), OFTString);
    EXPECT_EQ(definition->GetFieldDefn(2)->GetType(), OFTInteger64);
    EXPECT_EQ(definition->GetFieldDefn(3)->GetType(), OFTReal);
    EXPECT_EQ(definition->GetFieldDefn(4)->GetSubType(), OFSTBoolean);
    EXPECT_STREQ(layer->GetSpatialRef()->GetAuthorityCode(nullptr), "4326");
    EXPECT_EQ(dataset->GetLayerByName("health_access_legs")->GetGeomType(), wkbMultiLineString);
    EXPECT_EQ(dataset->GetLayerByName("health_access_summary")->GetGeomType(), wkbNone);
}

TEST(GeoPackage, KeepsTheOrderOfLayersAndRegistersATableAsAttributes) {
    const TemporaryFolder folder;
    const auto path = written(folder);
    const auto dataset = opened(path);
    ASSERT_EQ(dataset->GetLayerCount(), 3);
    EXPECT_STREQ(dataset->GetLayer(0)->GetName(), "health_access");
    EXPECT_STREQ(dataset->GetLayer(1)->GetName(), "health_access_legs");
    EXPECT_THAT(query(path, "SELECT data_type FROM gpkg_contents ORDER BY rowid"),
                ElementsAre("features", "features", "attributes"));
}

TEST(GeoPackage, ShowsTitlesAndAliasesInTheLanguageAskedFor) {
    const TemporaryFolder folder;
    const auto path = written(folder, core::Language::Indonesian);
    EXPECT_THAT(query(path, "SELECT identifier FROM gpkg_contents ORDER BY rowid"),
                ElementsAre("Akses kesehatan", "Jalan masuk", "Ringkasan"));
    EXPECT_THAT(query(path, "SELECT name FROM gpkg_data_columns WHERE table_name = 'health_access' ORDER BY rowid"),
                ElementsAre("Kode", "Nama", "Keluarga", "Jarak", "Tepi"));
}

TEST(GeoPackage, FixesEveryTimeStamp) {
    const TemporaryFolder folder;
    const auto path = written(folder);
    EXPECT_THAT(query(path, "SELECT DISTINCT last_change FROM gpkg_contents"), ElementsAre("1970-01-01T00:00:00.000Z"));
    EXPECT_THAT(query(path, "SELECT timestamp FROM gpkg_metadata_reference"), ElementsAre("1970-01-01T00:00:00.000Z"));
}

TEST(GeoPackage, HoldsTheRunRecordInItsMetadata) {
    const TemporaryFolder folder;
    const auto path = written(folder);
    EXPECT_THAT(query(path, "SELECT metadata FROM gpkg_metadata"), ElementsAre("{\"format\": 1}"));
    EXPECT_STREQ(opened(path)->GetMetadataItem("GPKG_METADATA_ITEM_1"), "{\"format\": 1}");
}

std::string styled(const TemporaryFolder& folder) {
    std::vector<layers::Layer> layers{sample_settlements(), sample_legs(), sample_summary()};
    layers[0].styles = {{"distance", "Jarak", "<qgis a='1'/>"}, {"reached", "Terjangkau", "<qgis b=\"2\"/>"}};
    layers[2].styles = {{"table", "Judul", "<qgis/>"}};
    core::SilentProgress silent;
    return write_layers(layers, {.path = folder.file("r.gpkg")}, silent).front();
}

TEST(GeoPackage, HoldsEveryStyleAndTheFirstOfALayerIsItsDefault) {
    const TemporaryFolder folder;
    const auto path = styled(folder);
    EXPECT_THAT(query(path,
                      "SELECT f_table_name || ' ' || f_geometry_column || ' ' || styleName || ' ' || useAsDefault "
                      "|| ' ' || description FROM layer_styles ORDER BY id"),
                ElementsAre("health_access geom distance 1 Jarak", "health_access geom reached 0 Terjangkau",
                            "health_access_summary  table 1 Judul"));
    EXPECT_THAT(query(path, "SELECT styleQML FROM layer_styles ORDER BY id"),
                ElementsAre("<qgis a='1'/>", "<qgis b=\"2\"/>", "<qgis/>"));
}

TEST(GeoPackage, KeepsItsStylesWhereQgisLooksForThem) {
    const TemporaryFolder folder;
    const auto path = styled(folder);
    EXPECT_THAT(query(path, "SELECT DISTINCT typeof(f_table_schema) || f_table_schema FROM layer_styles"),
                ElementsAre("text"));
    EXPECT_THAT(query(path, "SELECT data_type || last_change FROM gpkg_contents WHERE table_name = 'layer_styles'"),
                ElementsAre("attributes1970-01-01T00:00:00.000Z"));
    EXPECT_THAT(query(path, "SELECT DISTINCT update_time FROM layer_styles"), ElementsAre("1970-01-01T00:00:00.000Z"));
    EXPECT_THAT(query(path, "PRAGMA foreign_key_check"), ElementsAre());
    EXPECT_EQ(opened(path)->GetLayerCount(), 4);
}

TEST(GeoPackage, OfOneStyledLayerIsReadAsOneLayer) {
    const TemporaryFolder folder;
    auto layer = sample_settlements();
    layer.styles = {{"distance", "Jarak", "<qgis/>"}};
    core::SilentProgress silent;
    write_layers({layer}, {.path = folder.file("r.gpkg")}, silent);
    EXPECT_EQ(open_layer(parse_source(folder.file("r.gpkg"))).layer->GetName(), std::string("health_access"));
}

TEST(GeoPackage, WithoutStylesHasNoTableOfThem) {
    const TemporaryFolder folder;
    EXPECT_THAT(query(written(folder), "SELECT count(*) FROM sqlite_master WHERE name = 'layer_styles'"),
                ElementsAre("0"));
}

TEST(GeoPackage, WithStylesIsTheSameFileEachTime) {
    const TemporaryFolder one;
    const TemporaryFolder other;
    EXPECT_TRUE(bytes_of(styled(one)) == bytes_of(styled(other)));
}

TEST(GeoPackage, KeepsPolygonsWithTheirHoles) {
    const TemporaryFolder folder;
    core::SilentProgress silent;
    write_layers({sample_areas()}, {.path = folder.file("r.gpkg")}, silent);
    const auto dataset = opened(folder.file("r.gpkg"));
    const FeatureHandle feature(dataset->GetLayer(0)->GetNextFeature());
    const auto* const geometry = feature->GetGeometryRef()->toMultiPolygon();
    ASSERT_EQ(geometry->getNumGeometries(), 2);
    EXPECT_EQ(geometry->getGeometryRef(0)->getNumInteriorRings(), 1);
    EXPECT_DOUBLE_EQ(geometry->get_Area(), 4.0 - 1.0 + 1.0);
}

TEST(GeoPackage, TellsNamesApartThatDifferInLetterCaseOnlyOrAreItsOwn) {
    const TemporaryFolder folder;
    auto layer = sample_summary();
    for (const auto* name : {"Group_Field", "fid", "geom"}) {
        layer.add_column({name, layers::ColumnType::Text, "", {"Same", "Sama"}}).add_text(name);
    }
    core::SilentProgress silent;
    write_layers({layer}, {.path = folder.file("r.gpkg")}, silent);
    const auto dataset = opened(folder.file("r.gpkg"));
    const FeatureHandle feature(dataset->GetLayer(0)->GetNextFeature());
    EXPECT_STREQ(feature->GetFieldAsString("Group_Field_2"), "Group_Field");
    EXPECT_STREQ(feature->GetFieldAsString("fid"), "fid");
    EXPECT_STREQ(feature->GetFieldAsString("geom"), "geom");
}

/// Many points, some of them in the same place, some without.
layers::Layer scattered_points(std::size_t count) {
    layers::Layer layer;
    layer.name = "scattered";
    layer.crs = kWgs84;
    layer.geometry_type = geo::GeometryType::Point;
    layer.row_count = count;
    std::mt19937 random(7);
    const auto place = [&] { return static_cast<double>(random() % 997) / 100.0; };
    for (std::size_t row = 0; row < count; ++row) {
        if (row % 10 != 3)
            layer.geometry.add_part(geo::PartRole::Point, std::vector<geo::Point>{{place() + 100.0, place()}});
        layer.geometry.end_feature();
    }
    return layer;
}

TEST(GeoPackage, HasASoundSpatialIndexWhateverTheNumberOfRows) {
    for (const std::size_t count : {0U, 1U, 51U, 57U, 58U, 2700U, 20000U}) {
        const TemporaryFolder folder;
        core::SilentProgress silent;
        write_layers({scattered_points(count)}, {.path = folder.file("r.gpkg")}, silent);
        EXPECT_THAT(query(folder.file("r.gpkg"), "SELECT rtreecheck('rtree_scattered_geom')"), ElementsAre("ok"))
            << count;
        EXPECT_THAT(query(folder.file("r.gpkg"), "PRAGMA integrity_check"), ElementsAre("ok")) << count;
    }
}

TEST(GeoPackage, KeepsEachOfManyRowsTogether) {
    for (const std::size_t count : {1023U, 1024U, 1025U, 2700U}) {
        const TemporaryFolder folder;
        auto layer = scattered_points(count);
        auto& names = layer.add_column({.name = "name", .type = layers::ColumnType::Text});
        for (std::size_t row = 0; row < count; ++row) {
            row % 7 == 5 ? names.add_missing() : names.add_text("village " + std::to_string(row));
        }
        core::SilentProgress silent;
        write_layers({layer}, {.path = folder.file("r.gpkg")}, silent);
        const auto dataset = opened(folder.file("r.gpkg"));
        ASSERT_EQ(dataset->GetLayer(0)->GetFeatureCount(), static_cast<GIntBig>(count));
        for (std::size_t row = 0; row < count; ++row) {
            const FeatureHandle feature(dataset->GetLayer(0)->GetNextFeature());
            ASSERT_EQ(feature->GetFID(), static_cast<GIntBig>(row) + 1);
            ASSERT_EQ(feature->IsFieldNull(0), layer.columns[0].is_missing(row)) << row;
            ASSERT_EQ(std::string_view(feature->GetFieldAsString(0)), layer.columns[0].text(row).value_or(""));
            ASSERT_EQ(feature->GetGeometryRef() == nullptr, layer.geometry.is_missing(row)) << row;
            if (layer.geometry.is_missing(row)) continue;
            const auto place = layer.geometry.coordinates(layer.geometry.parts(row).first).front();
            ASSERT_EQ(feature->GetGeometryRef()->toPoint()->getX(), place.x) << row;
        }
    }
}

TEST(GeoPackage, FindsByItsSpatialIndexWhatIsThere) {
    const TemporaryFolder folder;
    const auto layer = scattered_points(5000);
    core::SilentProgress silent;
    write_layers({layer}, {.path = folder.file("r.gpkg")}, silent);
    int expected = 0;
    for (const auto& point : layer.geometry.all_coordinates()) {
        expected += point.x >= 102.0 && point.x <= 103.0 && point.y >= 4.0 && point.y <= 5.5 ? 1 : 0;
    }
    const auto dataset = opened(folder.file("r.gpkg"));
    dataset->GetLayer(0)->SetSpatialFilterRect(102.0, 4.0, 103.0, 5.5);
    EXPECT_EQ(dataset->GetLayer(0)->GetFeatureCount(), expected);
    EXPECT_GT(expected, 10);
}

TEST(GeoPackage, CanBeEditedAfterwardsAndItsIndexFollows) {
    const TemporaryFolder folder;
    core::SilentProgress silent;
    write_layers({scattered_points(500)}, {.path = folder.file("r.gpkg")}, silent);
    {
        const DatasetHandle dataset(GDALDataset::Open(folder.file("r.gpkg").c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE));
        auto* const layer = dataset->GetLayer(0);
        const FeatureHandle feature(OGRFeature::CreateFeature(layer->GetLayerDefn()));
        const OGRPoint place(50.0, 50.0);
        feature->SetGeometry(&place);
        ASSERT_EQ(layer->CreateFeature(feature.get()), OGRERR_NONE);
        EXPECT_EQ(feature->GetFID(), 501);
        ASSERT_EQ(layer->DeleteFeature(1), OGRERR_NONE);
    }
    EXPECT_THAT(query(folder.file("r.gpkg"), "SELECT rtreecheck('rtree_scattered_geom')"), ElementsAre("ok"));
    const auto dataset = opened(folder.file("r.gpkg"));
    EXPECT_EQ(dataset->GetLayer(0)->GetFeatureCount(), 500);
    dataset->GetLayer(0)->SetSpatialFilterRect(49.0, 49.0, 51.0, 51.0);
    EXPECT_EQ(dataset->GetLayer(0)->GetFeatureCount(), 1);
}

}  // namespace
}  // namespace desakota::io
