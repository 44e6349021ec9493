#include "engine/io/read_raster.h"

#include <array>
#include <cmath>
#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

#include <gdal_priv.h>

#include "engine/core/error.h"
#include "engine/io/check_coordinates.h"
#include "engine/io/crs_text.h"
#include "engine/io/fingerprint.h"
#include "engine/io/gdal_handles.h"
#include "engine/io/local_file.h"

namespace desakota::io {
namespace {

using Transform = std::array<double, 6>;  // GDAL's: x = t0 + column t1 + row t2, y = t3 + column t4 + row t5

core::Error unreadable(const std::string& path, const ErrorCapture& errors) {
    const auto reason = errors.has_errors() ? " (" + errors.first_error() + ")" : std::string();
    return core::input_error(core::format_text(
        "{0}: is not a raster that Desakota reads{1}: GeoTIFF, ASCII grid or GeoPackage.",
        "{0}: bukan raster yang dapat dibaca Desakota{1}: GeoTIFF, grid ASCII, atau GeoPackage.", path, reason));
}

DatasetHandle open_raster(const std::string& path, const ErrorCapture& errors) {
    register_drivers();
    const auto name = local_file(path);
    const StringList drivers({"GTiff", "AAIGrid", "GPKG"});
    constexpr unsigned kFlags = GDAL_OF_RASTER | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR;
    DatasetHandle dataset(GDALDataset::Open(name.c_str(), kFlags, drivers.pointer()));
    if (!dataset || dataset->GetRasterCount() == 0) throw unreadable(path, errors);
    return dataset;
}

Transform transform_of(GDALDataset& dataset, const std::string& path) {
    Transform transform{};
    if (dataset.GetGeoTransform(transform.data()) == CE_None) return transform;
    throw core::input_error(core::format_text("{0}: the raster has no position. Georeference it first.",
                                              "{0}: raster tidak memiliki posisi. Beri georeferensi dahulu.", path));
}

geo::Point cell_centre(const Transform& transform, int column, int row) {
    const double across = column + 0.5;
    const double down = row + 0.5;
    return {transform[0] + across * transform[1] + down * transform[2],
            transform[3] + across * transform[4] + down * transform[5]};
}

/// Which cells of a band hold nothing.
class NoData {
public:
    explicit NoData(GDALRasterBand& band) {
        int has_value = 0;
        const double value = band.GetNoDataValue(&has_value);
        if (has_value == 0) return;
        // A value declared with more digits than the cells keep is meant as the cells keep it.
        value_ = band.GetRasterDataType() == GDT_Float32 ? static_cast<double>(static_cast<float>(value)) : value;
    }
    [[nodiscard]] bool is(double value) const { return !std::isfinite(value) || value_ == value; }

private:
    std::optional<double> value_;
};

void add_row(const std::vector<double>& values, const Transform& transform, int row, layers::Layer& layer,
             const NoData& no_data) {
    for (std::size_t column = 0; column < values.size(); ++column) {
        if (no_data.is(values[column])) continue;
        layer.geometry.add_coordinate(cell_centre(transform, static_cast<int>(column), row));
        layer.geometry.end_part(geo::PartRole::Point);
        layer.geometry.end_feature();
        layer.columns.front().add_number(values[column]);
        const auto cells_before = static_cast<std::int64_t>(row) * static_cast<std::int64_t>(values.size());
        layer.feature_ids.push_back(cells_before + static_cast<std::int64_t>(column) + 1);
    }
}

void add_cells(GDALDataset& dataset, const Transform& transform, layers::Layer& layer, core::Progress& progress) {
    auto& band = *dataset.GetRasterBand(1);
    const NoData no_data(band);
    const int width = dataset.GetRasterXSize();
    const int height = dataset.GetRasterYSize();
    std::vector<double> values(static_cast<std::size_t>(width));
    for (int row = 0; row < height; ++row) {
        if (band.RasterIO(GF_Read, 0, row, width, 1, values.data(), width, 1, GDT_Float64, 0, 0, nullptr) != CE_None) {
            throw core::input_error(core::format_text("{0}: row {1} of the raster cannot be read. The file is damaged.",
                                                      "{0}: baris {1} raster tidak dapat dibaca. Berkasnya rusak.",
                                                      layer.source, row + 1));
        }
        add_row(values, transform, row, layer, no_data);
        progress.step(static_cast<double>(row + 1) / height);
    }
}

}  // namespace

ReadLayer read_raster(const std::string& path, core::Progress& progress, core::Diagnostics& diagnostics) {
    const ErrorCapture errors;
    const auto dataset = open_raster(path, errors);
    layers::Layer layer;
    layer.name = std::filesystem::path(path).stem().string();
    layer.title = core::same_text(layer.name);
    layer.source = path;
    layer.crs = crs_text(dataset->GetSpatialRef());
    layer.geometry_type = geo::GeometryType::Point;
    layer.add_column({.name = "value", .type = layers::ColumnType::Number});
    core::Stage reading(progress, 0.0, 0.8);
    add_cells(*dataset, transform_of(*dataset, path), layer, reading);
    layer.row_count = layer.feature_ids.size();
    const auto coordinates = std::as_const(layer.geometry).all_coordinates();
    CoordinateExtent extent;
    extent.add(coordinates);
    progress.step(0.85);
    check_coordinates(layer, extent, diagnostics);
    Fingerprint fingerprint;
    fingerprint.add(coordinates);
    core::Stage finishing(progress, 0.85, 1.0);
    auto digits = fingerprint.finish(layer, finishing);
    return {std::move(layer), std::move(digits)};
}

}  // namespace desakota::io
