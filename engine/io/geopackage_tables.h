#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/io/geometry_encoding.h"
#include "engine/io/output_target.h"
#include "engine/io/sqlite_file.h"

namespace desakota::io {

/// The time that every time stamp in a result names, so that equal results are equal files.
inline constexpr std::string_view kFixedTime = "1970-01-01T00:00:00.000Z";

/// How one layer is kept in a GeoPackage.
struct GeoPackageTable {
    std::string name;
    std::string title;
    std::string feature_number;  ///< name of the key column
    std::string geometry;        ///< name of the geometry column
    std::vector<std::string> columns;
    LayerShape shape;
};
/// A plan for every layer: names that do not clash, titles that differ.
[[nodiscard]] std::vector<GeoPackageTable> plan_tables(const std::vector<layers::Layer>& layers,
                                                       core::Language language);

/// Makes the file with its empty tables, through GDAL: coordinate systems, geometry columns, spatial indices.
void create_tables(const std::vector<layers::Layer>& layers, const std::vector<GeoPackageTable>& tables,
                   const std::string& path, const std::string& shown_name);

/// Writes the column aliases of the layers (GeoPackage's schema extension), which QGIS shows.
void write_aliases(SqliteFile& file, const std::vector<layers::Layer>& layers,
                   const std::vector<GeoPackageTable>& tables, core::Language language);
/// Writes the styles of the layers as QGIS keeps them (`layer_styles`): each layer's first opens by itself.
void write_styles(SqliteFile& file, const std::vector<layers::Layer>& layers,
                  const std::vector<GeoPackageTable>& tables);
/// Writes the text of run.json into the file's metadata.
void write_run_record(SqliteFile& file, const std::string& run_record);

}  // namespace desakota::io
