#include "engine/io/geopackage_tables.h"

#include <algorithm>

#include <gdal_priv.h>

#include "engine/io/column_names.h"
#include "engine/io/gdal_handles.h"
#include "engine/io/gdal_layers.h"
#include "engine/io/staged_files.h"

namespace desakota::io {
namespace {

std::vector<std::string> creation_options(const GeoPackageTable& table) {
    std::vector<std::string> options{"IDENTIFIER=" + table.title, "DESCRIPTION=" + table.title,
                                     "FID=" + table.feature_number};
    if (table.shape.type == geo::GeometryType::None) return options;
    options.push_back("GEOMETRY_NAME=" + table.geometry);
    options.emplace_back("SPATIAL_INDEX=YES");
    return options;
}

void create_file(const std::vector<layers::Layer>& layers, const std::vector<GeoPackageTable>& tables,
                 const std::string& path, const ErrorCapture& errors) {
    const auto dataset = create_dataset("GPKG", path);
    for (std::size_t i = 0; dataset && !errors.has_errors() && i < layers.size(); ++i) {
        add_layer(*dataset, {tables[i].name, tables[i].columns, tables[i].shape, creation_options(tables[i])},
                  layers[i]);
    }
}

constexpr auto kAliasTables = R"(
CREATE TABLE gpkg_data_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, description TEXT, mime_type TEXT,
  constraint_name TEXT,
  CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name), CONSTRAINT gdc_tn UNIQUE (table_name, name));
CREATE TABLE gpkg_data_column_constraints (
  constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT, min NUMERIC, min_is_inclusive BOOLEAN,
  max NUMERIC, max_is_inclusive BOOLEAN, description TEXT,
  CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value));
CREATE TABLE IF NOT EXISTS gpkg_extensions (
  table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
INSERT INTO gpkg_extensions VALUES
  ('gpkg_data_columns', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec120/#extension_schema', 'read-write'),
  ('gpkg_data_column_constraints', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec120/#extension_schema',
   'read-write');)";

constexpr auto kMetadataTables = R"(
CREATE TABLE gpkg_metadata (
  id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL, md_scope TEXT NOT NULL DEFAULT 'dataset',
  md_standard_uri TEXT NOT NULL, mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '');
CREATE TABLE gpkg_metadata_reference (
  reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT, row_id_value INTEGER,
  timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), md_file_id INTEGER NOT NULL,
  md_parent_id INTEGER,
  CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id),
  CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id));
CREATE TABLE IF NOT EXISTS gpkg_extensions (
  table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
INSERT INTO gpkg_extensions VALUES
  ('gpkg_metadata', NULL, 'gpkg_metadata', 'http://www.geopackage.org/spec120/#extension_metadata', 'read-write'),
  ('gpkg_metadata_reference', NULL, 'gpkg_metadata', 'http://www.geopackage.org/spec120/#extension_metadata',
   'read-write');)";

// As QGIS and GDAL write it; QGIS compares f_table_schema with '' and takes no NULL for it.
constexpr auto kStyleTable = R"(
CREATE TABLE "layer_styles" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "f_table_catalog" TEXT(256), "f_table_schema" TEXT(256),
  "f_table_name" TEXT(256), "f_geometry_column" TEXT(256), "styleName" TEXT(30), "styleQML" TEXT, "styleSLD" TEXT,
  "useAsDefault" BOOLEAN, "description" TEXT, "owner" TEXT(30), "ui" TEXT(30),
  "update_time" DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')));
INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change, srs_id) VALUES
  ('layer_styles', 'attributes', 'layer_styles', '1970-01-01T00:00:00.000Z', 0);)";

constexpr auto kInsertStyle = R"(
INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML,
  styleSLD, useAsDefault, description, owner, ui, update_time)
VALUES ('', '', ?1, ?2, ?3, ?4, '', ?5, ?6, '', NULL, ?7))";

void write_style(Statement& insert, const GeoPackageTable& table, const layers::LayerStyle& style, bool is_default) {
    insert.bind(1, table.name);
    insert.bind(2, table.shape.type == geo::GeometryType::None ? std::string_view{} : table.geometry);
    insert.bind(3, style.name);
    insert.bind(4, style.qml);
    insert.bind(5, std::int64_t{is_default});
    insert.bind(6, style.title);
    insert.bind(7, kFixedTime);
    insert.run();
}

}  // namespace

std::vector<GeoPackageTable> plan_tables(const std::vector<layers::Layer>& layers, core::Language language) {
    std::vector<GeoPackageTable> tables;
    std::vector<std::string> titles;
    for (const auto& layer : layers) {
        const auto& title = layer.title.in(language);
        titles.push_back(unused_name(title.empty() ? layer.name : title, titles));
        auto names = column_names(layer);
        const auto feature_number = unused_name("fid", names);
        const auto geometry = unused_name("geom", names);
        tables.push_back({layer.name, titles.back(), feature_number, geometry, std::move(names), shape_of(layer)});
    }
    return tables;
}

void create_tables(const std::vector<layers::Layer>& layers, const std::vector<GeoPackageTable>& tables,
                   const std::string& path, const std::string& shown_name) {
    const ThreadOption fixed_time("OGR_CURRENT_DATE", std::string(kFixedTime));
    const ThreadOption no_journal("OGR_SQLITE_JOURNAL", "OFF");
    const ThreadOption no_waiting("OGR_SQLITE_SYNCHRONOUS", "OFF");
    const ErrorCapture errors;
    create_file(layers, tables, path, errors);
    if (errors.has_errors()) throw write_failure(shown_name, errors.first_error());
}

void write_aliases(SqliteFile& file, const std::vector<layers::Layer>& layers,
                   const std::vector<GeoPackageTable>& tables, core::Language language) {
    file.run(kAliasTables);
    Statement insert(file,
                     "INSERT INTO gpkg_data_columns (table_name, column_name, name, title) VALUES (?1, ?2, ?3, ?4)");
    for (std::size_t i = 0; i < layers.size(); ++i) {
        std::vector<std::string> taken;
        for (std::size_t column = 0; column < tables[i].columns.size(); ++column) {
            const auto& alias = layers[i].columns[column].definition().alias.in(language);
            if (alias.empty()) continue;
            taken.push_back(unused_name(alias, taken));
            insert.bind(1, tables[i].name);
            insert.bind(2, tables[i].columns[column]);
            insert.bind(3, taken.back());
            insert.bind(4, alias);
            insert.run();
        }
    }
}

void write_styles(SqliteFile& file, const std::vector<layers::Layer>& layers,
                  const std::vector<GeoPackageTable>& tables) {
    if (std::ranges::all_of(layers, [](const layers::Layer& layer) { return layer.styles.empty(); })) return;
    file.run(kStyleTable);
    Statement insert(file, kInsertStyle);
    for (std::size_t i = 0; i < layers.size(); ++i) {
        for (const auto& style : layers[i].styles) {
            write_style(insert, tables[i], style, &style == &layers[i].styles.front());
        }
    }
}

void write_run_record(SqliteFile& file, const std::string& run_record) {
    file.run(kMetadataTables);
    Statement metadata(file,
                       "INSERT INTO gpkg_metadata VALUES (1, 'dataset', 'urn:desakota:run:1', 'application/json', ?1)");
    metadata.bind(1, run_record);
    metadata.run();
    Statement reference(file,
                        "INSERT INTO gpkg_metadata_reference VALUES ('geopackage', NULL, NULL, NULL, ?1, 1, NULL)");
    reference.bind(1, kFixedTime);
    reference.run();
}

}  // namespace desakota::io
