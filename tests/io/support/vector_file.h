#pragma once

#include <locale>
#include <stdexcept>
#include <string>
#include <vector>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include "engine/io/gdal_handles.h"

namespace desakota::io {

struct TestRow {
    std::string wkt;                    ///< empty: no geometry
    std::vector<std::string> values{};  ///< empty: NULL
};

struct TestField {
    std::string name;
    OGRFieldType type = OFTString;
    OGRFieldSubType subtype = OFSTNone;
};

struct TestLayer {
    std::string name = "roads";
    OGRwkbGeometryType type = wkbLineString;
    int epsg = 4326;  ///< 0: none
    std::vector<TestField> fields{};
    std::vector<TestRow> rows{};
    std::vector<std::string> options{};
};

inline void expect_done(bool is_done, const std::string& what) {
    if (!is_done) throw std::runtime_error("test data: " + what);
}

inline void add_test_row(OGRLayer& layer, const TestRow& row) {
    const FeatureHandle feature(OGRFeature::CreateFeature(layer.GetLayerDefn()));
    for (std::size_t field = 0; field < row.values.size(); ++field) {
        const int index = static_cast<int>(field);
        row.values[field].empty() ? feature->SetFieldNull(index) : feature->SetField(index, row.values[field].c_str());
    }
    if (!row.wkt.empty()) {
        OGRGeometry* geometry = nullptr;
        OGRGeometryFactory::createFromWkt(row.wkt.c_str(), nullptr, &geometry);
        expect_done(geometry != nullptr, row.wkt);
        feature->SetGeometryDirectly(geometry);
    }
    expect_done(layer.CreateFeature(feature.get()) == OGRERR_NONE, "feature " + row.wkt);
}

inline void add_test_layer(GDALDataset& dataset, const TestLayer& test) {
    OGRSpatialReference reference;
    if (test.epsg != 0) reference.importFromEPSG(test.epsg);
    reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const StringList options(test.options);
    auto* const layer = dataset.CreateLayer(test.name.c_str(), test.epsg == 0 ? nullptr : &reference, test.type,
                                            const_cast<char**>(options.pointer()));
    expect_done(layer != nullptr, test.name);
    for (const auto& field : test.fields) {
        OGRFieldDefn definition(field.name.c_str(), field.type);
        definition.SetSubType(field.subtype);
        expect_done(layer->CreateField(&definition) == OGRERR_NONE, field.name);
    }
    for (const auto& row : test.rows) add_test_row(*layer, row);
}

/// Writes layers with one of GDAL's drivers and returns `path`.
/// libkml writes numbers as the program's locale does.
class PlainLocale {
public:
    PlainLocale() : before_(std::locale::global(std::locale::classic())) {}
    PlainLocale(const PlainLocale&) = delete;
    PlainLocale& operator=(const PlainLocale&) = delete;
    ~PlainLocale() { std::locale::global(before_); }

private:
    std::locale before_;
};

inline std::string write_vector(const std::string& path, const char* driver, const std::vector<TestLayer>& layers) {
    const PlainLocale plain;
    register_drivers();
    const DatasetHandle dataset(
        GetGDALDriverManager()->GetDriverByName(driver)->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    expect_done(dataset != nullptr, path);
    for (const auto& layer : layers) add_test_layer(*dataset, layer);
    return path;
}

}  // namespace desakota::io
