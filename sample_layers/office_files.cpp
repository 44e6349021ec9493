#include "sample_layers/office_files.h"

#include <cstddef>
#include <fstream>
#include <memory>
#include <stdexcept>

#include <ogrsf_frmts.h>

#include "sample_layers/office_workbook.h"
#include "tests/support/stored_zip.h"
#include "tests/support/telang_office.h"

namespace desakota::sample_layers {

namespace {

constexpr const char* kInMemory = "/vsimem/desakota_office/";
constexpr const char* kFolderInZip = "Batas_Desa/";
constexpr const char* kLayer = "BATAS_DESA_2023";

struct CloseDataset {
    void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
struct DestroyFeature {
    void operator()(OGRFeature* feature) const { OGRFeature::DestroyFeature(feature); }
};

void expect(bool is_done, const std::string& what) {
    if (!is_done) throw std::runtime_error("cannot write " + what);
}

OGRPolygon polygon_of(std::span<const geo::Point> outline) {
    OGRLinearRing ring;
    for (const auto& point : outline) ring.addPoint(point.x, point.y);
    OGRPolygon polygon;
    polygon.addRing(&ring);
    return polygon;
}

void add_fields(OGRLayer& to, const layers::Layer& from) {
    constexpr int kWidth = 50;
    for (const auto& column : from.columns) {
        OGRFieldDefn field(column.name().c_str(), OFTString);
        field.SetWidth(kWidth);
        expect(to.CreateField(&field) == OGRERR_NONE, column.name());
    }
}

void add_features(OGRLayer& to, const layers::Layer& from) {
    for (std::size_t row = 0; row < from.row_count; ++row) {
        const std::unique_ptr<OGRFeature, DestroyFeature> feature(OGRFeature::CreateFeature(to.GetLayerDefn()));
        for (std::size_t column = 0; column < from.columns.size(); ++column) {
            const auto text = from.columns[column].as_text(row);
            if (text) feature->SetField(static_cast<int>(column), text->c_str());
        }
        const auto polygon = polygon_of(from.geometry.coordinates(row));
        expect(feature->SetGeometry(&polygon) == OGRERR_NONE && to.CreateFeature(feature.get()) == OGRERR_NONE,
               from.name);
    }
}

/// A shapefile in memory without a coordinate system: nobody copied the .prj.
void write_shapefile(const layers::Layer& layer) {
    GDALAllRegister();
    auto* driver = GetGDALDriverManager()->GetDriverByName("ESRI Shapefile");
    expect(driver != nullptr, "shapefiles");
    const auto path = std::string(kInMemory) + kLayer + ".shp";
    const std::unique_ptr<GDALDataset, CloseDataset> dataset(
        driver->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    expect(dataset != nullptr, path);
    // The driver dates the table otherwise.
    const char* options[] = {"DBF_DATE_LAST_UPDATE=2020-01-01", "ENCODING=UTF-8", nullptr};
    auto* made = dataset->CreateLayer(kLayer, nullptr, wkbPolygon, const_cast<char**>(options));
    expect(made != nullptr, path);
    add_fields(*made, layer);
    add_features(*made, layer);
}

/// Takes a file out of memory.
std::string take(const std::string& path) {
    vsi_l_offset size = 0;
    const auto* bytes = VSIGetMemFileBuffer(path.c_str(), &size, FALSE);
    expect(bytes != nullptr, path);
    std::string taken(reinterpret_cast<const char*>(bytes), size);
    VSIUnlink(path.c_str());
    return taken;
}

std::string zipped_polygons(const layers::Layer& polygons) {
    write_shapefile(polygons);
    std::vector<test_support::ZippedFile> files;
    for (const auto* extension : {".dbf", ".shp", ".shx"}) {
        const auto name = std::string(kLayer) + extension;
        files.push_back({kFolderInZip + name, take(kInMemory + name)});
    }
    VSIUnlink((std::string(kInMemory) + kLayer + ".cpg").c_str());
    return test_support::stored_zip(files);
}

std::string write_file(const std::string& path, const std::string& bytes) {
    std::ofstream file(path, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    expect(file.good(), path);
    return path;
}

}  // namespace

std::vector<std::string> write_office_files(const test_support::Region& telang, const std::string& folder) {
    const auto workbook = folder + "/penduduk.xlsx";
    const auto villages = test_support::office_villages(telang);
    write_office_workbook(villages, workbook);
    return {write_file(folder + "/desa.zip", zipped_polygons(test_support::office_polygons(telang))), workbook,
            write_file(folder + "/puskesmas.csv", test_support::office_facilities(telang)),
            write_file(folder + "/padanan.csv", test_support::office_matches(telang))};
}

}  // namespace desakota::sample_layers
