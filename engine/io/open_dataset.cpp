#include "engine/io/open_dataset.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>
#include <vector>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include "engine/core/error.h"
#include "engine/io/archive_safety.h"
#include "engine/io/kml_links.h"
#include "engine/io/local_file.h"
#include "engine/io/packed_size.h"
#include "engine/io/zipped_layers.h"

namespace desakota::io {
namespace {

constexpr std::array kFileDrivers{"GPKG",       "ESRI Shapefile", "OpenFileGDB", "MapInfo File", "GeoJSON",
                                  "GeoJSONSeq", "FlatGeobuf",     "LIBKML",      "KML",          "GPX",
                                  "OSM",        "SQLite",         "CSV",         "XLSX",         "ODS",
                                  "XLS"};
constexpr std::string_view kFormats =
    "GeoPackage, Shapefile, Geodatabase (.gdb), MapInfo (.tab, .mif), GeoJSON, FlatGeobuf, KML, KMZ, GPX, "
    "OpenStreetMap (.osm, .pbf), SpatiaLite, CSV, XLSX, ODS, XLS, DBF, .zip";

std::vector<std::string> drivers_for(const Source& source) {
    if (is_database(source)) return {"PostgreSQL"};
    return {kFileDrivers.begin(), kFileDrivers.end()};
}

/// Byte 29 of a .dbf names its code page; 0, 3 (Windows-1252) and 0x57 ("ANSI") are what programs write that do not
/// care, also before UTF-8.
bool is_encoding_unknown(const std::string& shapefile) {
    constexpr vsi_l_offset kCodePage = 29;
    const auto stem = shapefile.substr(0, shapefile.size() - 4);
    VSIStatBufL status;
    if (VSIStatL((stem + ".cpg").c_str(), &status) == 0 || VSIStatL((stem + ".CPG").c_str(), &status) == 0)
        return false;
    auto* table = VSIFOpenL((stem + ".dbf").c_str(), "rb");
    if (table == nullptr) table = VSIFOpenL((stem + ".DBF").c_str(), "rb");
    if (table == nullptr) return false;
    unsigned char page = 0;
    const bool is_read = VSIFSeekL(table, kCodePage, SEEK_SET) == 0 && VSIFReadL(&page, 1, 1, table) == 1;
    VSIFCloseL(table);
    return is_read && (page == 0 || page == 3 || page == 0x57);
}

std::vector<std::string> open_options(const std::string& path) {
    if (has_ending(path, ".csv") || has_ending(path, ".tsv")) {
        return {"AUTODETECT_TYPE=NO", "EMPTY_STRING_AS_NULL=YES", "HEADERS=YES"};
    }
    if (has_ending(path, ".shp") && is_encoding_unknown(path)) return {"ENCODING="};
    return {};
}

std::string details(const ErrorCapture& errors, const Source& source) {
    const auto text = without_secrets(errors.first_error(), source);
    return text.empty() ? "" : " (" + text + ")";
}

core::Error cannot_open(const Source& source, const ErrorCapture& errors) {
    if (is_database(source)) {
        return core::failure(core::format_text(
            "{0}: the database cannot be reached{1}. Check its address, name, user and password, and that it runs.",
            "{0}: basis data tidak dapat dihubungi{1}. Periksa alamat, nama, pengguna dan sandinya, dan apakah basis "
            "data itu berjalan.",
            public_name(source), details(errors, source)));
    }
    std::error_code ignored;
    if (std::filesystem::file_size(source.path, ignored) == 0 && !ignored) {
        return core::input_error(core::format_text("{0}: is an empty file. Save or copy it again.",
                                                   "{0}: adalah berkas kosong. Simpan atau salin lagi.",
                                                   public_name(source)));
    }
    return core::input_error(
        core::format_text("{0}: cannot be read as any format that Desakota knows{1}. Known: {2}.",
                          "{0}: tidak dapat dibaca dengan format mana pun yang dikenal Desakota{1}. Yang dikenal: {2}.",
                          public_name(source), details(errors, source), kFormats));
}

/// An input is never written to, not even by a function in a filter; and rows come in the same order each time. A
/// server that does not know these settings is read all the same.
void settle_session(GDALDataset& database) {
    const ErrorCapture silence;
    for (const auto* const statement : {"SET default_transaction_read_only = on", "SET synchronize_seqscans = off"}) {
        database.ReleaseResultSet(database.ExecuteSQL(statement, nullptr, nullptr));
    }
}

/// Where GDAL finds the source, checked for what GDAL itself would trust.
std::string trusted_path(const Source& source) {
    if (is_database(source)) return source.path;
    auto path = local_file(source.path);
    const bool is_archive = has_ending(source.path, ".zip") && !source.path.starts_with("/vsi");
    if (is_archive) path = dataset_in_archive(source);
    if (has_ending(path, ".kmz") || has_ending(path, ".shz")) check_unpacked_size(path, "");
    check_has_no_network_link(path, source);
    return path;
}

DatasetHandle open_dataset(const Source& source, const ErrorCapture& errors) {
    const auto path = trusted_path(source);
    check_packed_size(path, source);
    const StringList drivers(drivers_for(source));
    const StringList options(open_options(path));
    constexpr unsigned kFlags = GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR;
    DatasetHandle dataset(GDALDataset::Open(path.c_str(), kFlags, drivers.pointer(), options.pointer()));
    if (!dataset) throw cannot_open(source, errors);
    if (is_database(source)) settle_session(*dataset);
    return dataset;
}

Format format_of(GDALDataset& dataset) {
    const std::string driver = dataset.GetDriverName();
    if (driver == "GPKG") return Format::GeoPackage;
    if (driver == "FlatGeobuf") return Format::FlatGeobuf;
    if (driver == "OSM") return Format::OpenStreetMap;
    if (driver == "CSV") return Format::Csv;
    const bool is_workbook = driver == "XLSX" || driver == "ODS" || driver == "XLS";
    return is_workbook ? Format::Workbook : Format::Other;
}

/// Tables that serve the file, not the user.
bool is_service_table(const std::string& name) {
    return name == "layer_styles" || name == "qgis_projects" || name.starts_with("gpkg_");
}

std::vector<OGRLayer*> users_layers(GDALDataset& dataset) {
    // A GPX file always shows five layers, most of them empty, and a workbook has sheets that nobody filled.
    const bool skips_empty =
        std::string_view(dataset.GetDriverName()) == "GPX" || format_of(dataset) == Format::Workbook;
    std::vector<OGRLayer*> layers;
    for (auto* layer : dataset.GetLayers()) {
        if (is_service_table(layer->GetName()) || (skips_empty && layer->GetFeatureCount() == 0)) continue;
        layers.push_back(layer);
    }
    return layers;
}

std::string names_of(const std::vector<OGRLayer*>& layers) {
    constexpr std::size_t kMostListed = 50;
    std::string names;
    for (std::size_t index = 0; index < std::min(layers.size(), kMostListed); ++index) {
        names += (index == 0 ? "" : ", ") + std::string(layers[index]->GetName());
    }
    return layers.size() > kMostListed ? names + ", ..." : names;
}

OGRLayer* only_layer(GDALDataset& dataset, const Source& source) {
    const auto layers = users_layers(dataset);
    if (layers.size() == 1) return layers.front();
    if (layers.empty()) {
        throw core::input_error(
            core::format_text("{0}: holds no layer.", "{0}: tidak berisi lapisan.", public_name(source)));
    }
    if (format_of(dataset) == Format::Workbook) {
        throw core::usage_error(
            core::format_text("{0}: has several sheets; name one with |sheet=. There are: {1}.",
                              "{0}: berisi beberapa lembar; sebutkan salah satu dengan |sheet=. Yang ada: {1}.",
                              public_name(source), names_of(layers)));
    }
    throw core::usage_error(
        core::format_text("{0}: holds several layers; name one with |layername=. There are: {1}.",
                          "{0}: berisi beberapa lapisan; sebutkan salah satu dengan |layername=. Yang ada: {1}.",
                          public_name(source), names_of(layers)));
}

OGRLayer* named_layer(const OpenLayer& open, const Source& source, const ErrorCapture& errors) {
    auto& dataset = *open.dataset;
    const auto& name = source.sheet.empty() ? source.layer_name : source.sheet;
    if (name.empty()) return only_layer(dataset, source);
    if (auto* layer = dataset.GetLayerByName(name.c_str())) return layer;
    // In an archive the name may be that of the file.
    const std::string path = dataset.GetDescription();
    if (path.starts_with("/vsizip/") && is_called(path, name)) return only_layer(dataset, source);
    check_connection(open, source, errors.first_error());
    throw core::usage_error(core::format_text("{0}: no such layer. There are: {1}.",
                                              "{0}: lapisan tidak ada. Yang ada: {1}.", public_name(source),
                                              names_of(users_layers(dataset))));
}

core::Error not_wholly_read(const Source& source, const ErrorCapture& errors) {
    return core::input_error(
        core::format_text("{0}: the sheet cannot be read wholly{1}. Save only its table in a new workbook.",
                          "{0}: lembar ini tidak dapat dibaca seluruhnya{1}. Simpan tabelnya saja di buku kerja baru.",
                          public_name(source), details(errors, source)));
}

/// Parts of a source that only tables have.
void check_parts(const Source& source, Format format) {
    if (!source.sheet.empty() && format != Format::Workbook) {
        throw core::usage_error(core::format_text(
            "{0}: |sheet= is for workbooks (.xlsx, .ods, .xls); use |layername=.",
            "{0}: |sheet= hanya untuk buku kerja (.xlsx, .ods, .xls); gunakan |layername=.", public_name(source)));
    }
    if (!source.header.empty() && format != Format::Workbook && format != Format::Csv) {
        throw core::usage_error(core::format_text("{0}: |header= is for workbooks (.xlsx, .ods, .xls) and CSV.",
                                                  "{0}: |header= hanya untuk buku kerja (.xlsx, .ods, .xls) dan CSV.",
                                                  public_name(source)));
    }
}

}  // namespace

std::vector<std::string> layer_names(const std::string& path) {
    register_drivers();
    const ErrorCapture errors;
    const Source source{.path = path};
    const auto dataset = open_dataset(source, errors);
    const auto layers = users_layers(*dataset);
    std::vector<std::string> names;
    names.reserve(layers.size());
    for (auto* const layer : layers) names.emplace_back(layer->GetName());
    return names;
}

void check_connection(const OpenLayer& open, const Source& source, const std::string& reason) {
    if (!is_database(source)) return;
    const ErrorCapture silence;
    auto* const answer = open.dataset->ExecuteSQL("SELECT 1", nullptr, nullptr);
    const bool is_alive = answer != nullptr && FeatureHandle(answer->GetNextFeature()) != nullptr;
    if (answer != nullptr) open.dataset->ReleaseResultSet(answer);
    if (is_alive) return;
    throw core::failure(
        core::format_text("{0}: the connection to the database is lost ({1}). Check it, then try again.",
                          "{0}: sambungan ke basis data terputus ({1}). Periksa sambungannya, lalu coba lagi.",
                          public_name(source), without_secrets(reason.empty() ? "?" : reason, source)));
}

OpenLayer open_layer(const Source& source) {
    register_drivers();
    const ErrorCapture errors;
    OpenLayer open;
    open.dataset = open_dataset(source, errors);
    open.format = format_of(*open.dataset);
    check_parts(source, open.format);
    open.layer = named_layer(open, source, errors);
    // Its sheets were read to see which are empty.
    if (open.format == Format::Workbook && errors.has_errors()) throw not_wholly_read(source, errors);
    return open;
}

}  // namespace desakota::io
