#include "engine/io/output_target.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

#include "engine/core/error.h"
#include "engine/io/operating_system.h"
#include "engine/io/postgis_target.h"
#include "engine/io/write_postgis.h"

namespace desakota::io {
namespace {

namespace fs = std::filesystem;

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

bool exists(const fs::path& path) {
    std::error_code ignored;
    return fs::exists(path, ignored);
}

fs::path folder_of(const std::string& path) {
    const auto folder = fs::path(path).parent_path();
    return folder.empty() ? fs::path(".") : folder;
}

std::string without_extension(const std::string& path) {
    return path.substr(0, path.size() - fs::path(path).extension().string().size());
}

/// The file that an input source names: "a.gpkg|layername=b" is "a.gpkg".
std::string file_of_source(const std::string& source) {
    return source.substr(0, source.find('|'));
}

bool is_same_file(const std::string& one, const std::string& other) {
    std::error_code fault;
    return fs::equivalent(one, other, fault) && !fault;
}

void check_folder(const std::string& path) {
    const auto folder = folder_of(path);
    std::error_code ignored;
    if (!fs::is_directory(folder, ignored)) {
        throw core::usage_error(core::format_text("{}: the folder {} does not exist. Create it or choose another.",
                                                  "{}: folder {} tidak ada. Buat dahulu atau pilih folder lain.", path,
                                                  folder.string()));
    }
    if (!can_make_files_in(folder.string())) {
        throw core::failure(core::format_text(
            "{}: the folder {} cannot be written to. Choose another, or ask for write permission.",
            "{}: folder {} tidak dapat ditulisi. Pilih folder lain, atau minta izin tulis.", path, folder.string()));
    }
}

void check_not_open_elsewhere(const std::string& path) {
    for (const auto* suffix : {"-wal", "-shm", "-journal"}) {
        if (!exists(path + suffix)) continue;
        throw core::failure(core::format_text(
            "{0} is open in another program (QGIS?; {0}{1} lies beside it): close it there or choose another name.",
            "{0} sedang dibuka program lain (QGIS?; ada {0}{1} di sebelahnya): tutup di sana atau pilih nama lain.",
            path, suffix));
    }
}

void check_is_no_input(const std::string& file, const std::vector<std::string>& inputs) {
    for (const auto& input : inputs) {
        if (!is_same_file(file, file_of_source(input))) continue;
        throw core::usage_error(core::format_text(
            "{} is an input of this run; an input is never written to. Choose another name for the output.",
            "{} adalah masukan proses ini; masukan tidak pernah ditimpa. Pilih nama lain untuk hasilnya.", file));
    }
}

void check_file(const std::string& file, bool overwrite) {
    if (!exists(file)) return;
    std::error_code ignored;
    if (!fs::is_regular_file(file, ignored)) {
        throw core::usage_error(core::format_text("{} is not an ordinary file. Choose another name for the output.",
                                                  "{} bukan berkas biasa. Pilih nama lain untuk hasilnya.", file));
    }
    if (overwrite) return;
    throw core::usage_error(
        core::format_text("{} exists already. Add --overwrite to replace it, or choose another name.",
                          "{} sudah ada. Tambahkan --overwrite untuk menggantinya, atau pilih nama lain.", file));
}

bool takes_only_geometry(OutputFormat format) {
    return format == OutputFormat::FlatGeobuf || format == OutputFormat::Shapefile;
}

void check_format(const std::string& path, const std::vector<ResultLayer>& layers) {
    const auto format = output_format(path);
    if (layers.empty() || layers.front().has_geometry || !takes_only_geometry(format)) return;
    throw core::usage_error(core::format_text(
        "{0}: {1} is a table without geometry, which {2} cannot hold. Choose .gpkg, .xlsx or .csv for the output.",
        "{0}: {1} adalah tabel tanpa geometri, yang tidak dapat dimuat {2}. Pilih .gpkg, .xlsx, atau .csv untuk hasil.",
        path, layers.front().name, format == OutputFormat::Shapefile ? "Shapefile" : "FlatGeobuf"));
}

bool holds_all_layers(OutputFormat format) {
    return format == OutputFormat::GeoPackage || format == OutputFormat::Kmz || format == OutputFormat::Workbook;
}

/// The files of one layer of a Shapefile, named after its .shp or .dbf.
std::vector<std::string> shapefile_parts(const std::string& path, const ResultLayer& layer) {
    const auto stem = without_extension(path);
    if (!layer.has_geometry) return {path, stem + ".cpg"};
    std::vector<std::string> parts{path, stem + ".shx", stem + ".dbf", stem + ".cpg"};
    if (layer.has_system) parts.push_back(stem + ".prj");
    return parts;
}

struct NamedFormat {
    std::string_view extension;
    OutputFormat format;
};
constexpr std::array kFormats{
    NamedFormat{".gpkg", OutputFormat::GeoPackage}, NamedFormat{".fgb", OutputFormat::FlatGeobuf},
    NamedFormat{".geojson", OutputFormat::GeoJson}, NamedFormat{".json", OutputFormat::GeoJson},
    NamedFormat{".csv", OutputFormat::Csv},         NamedFormat{".shp", OutputFormat::Shapefile},
    NamedFormat{".kmz", OutputFormat::Kmz},         NamedFormat{".xlsx", OutputFormat::Workbook}};

}  // namespace

OutputFormat output_format(const std::string& path) {
    const auto extension = lower(fs::path(path).extension().string());
    const auto* const found = std::ranges::find(kFormats, extension, &NamedFormat::extension);
    if (found != kFormats.end()) return found->format;
    throw core::usage_error(core::format_text(
        "{}: the format of the output is not known by this extension. Use .gpkg (GeoPackage), .shp "
        "(Shapefile), .kmz (Google Earth), .xlsx (Excel), .fgb (FlatGeobuf), .geojson or .json (GeoJSON), or .csv.",
        "{}: format hasil tidak dikenal dari akhiran namanya. Pakai .gpkg (GeoPackage), .shp (Shapefile), .kmz "
        "(Google Earth), .xlsx (Excel), .fgb (FlatGeobuf), .geojson atau .json (GeoJSON), atau .csv.",
        path));
}

std::vector<ResultLayer> result_layers(const std::vector<layers::Layer>& layers) {
    std::vector<ResultLayer> list;
    list.reserve(layers.size());
    for (const auto& layer : layers) {
        list.push_back({layer.name, layer.geometry_type != geo::GeometryType::None, !layer.crs.empty()});
    }
    return list;
}

std::string companion_path(const std::string& path, const ResultLayer& layer) {
    auto extension = fs::path(path).extension().string();
    const auto format = output_format(path);
    if (!layer.has_geometry && takes_only_geometry(format)) {
        extension = format == OutputFormat::Shapefile ? ".dbf" : ".csv";
    }
    return without_extension(path) + "_" + layer.name + extension;
}

std::string columns_path(const std::string& path) {
    return without_extension(path) + ".columns.csv";
}

std::string run_record_path(const std::string& path) {
    if (is_database_output(path)) return {};
    return without_extension(path) + ".run.json";
}

std::vector<std::string> stale_files(const std::string& path, const std::vector<ResultLayer>& layers) {
    std::vector<std::string> files;
    if (output_format(path) != OutputFormat::Shapefile) return files;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const auto stem = without_extension(i == 0 ? path : companion_path(path, layers[i]));
        std::vector<std::string> endings{".qix", ".sbn", ".sbx", ".qpj"};
        if (layers[i].has_geometry && !layers[i].has_system) endings.emplace_back(".prj");
        for (const auto& ending : endings) {
            if (exists(stem + ending)) files.push_back(stem + ending);
        }
    }
    return files;
}

std::vector<std::string> result_files(const std::string& path, const std::vector<ResultLayer>& layers,
                                      bool with_record) {
    if (is_database_output(path)) return result_tables(path, layers);
    const auto format = output_format(path);
    std::vector<std::string> files;
    for (std::size_t i = 0; i < (holds_all_layers(format) ? 0 : layers.size()); ++i) {
        const auto file = i == 0 ? path : companion_path(path, layers[i]);
        const auto parts =
            format == OutputFormat::Shapefile ? shapefile_parts(file, layers[i]) : std::vector<std::string>{file};
        files.insert(files.end(), parts.begin(), parts.end());
    }
    if (files.empty()) files.push_back(path);
    if (format == OutputFormat::Shapefile) files.push_back(columns_path(path));
    if (with_record) files.push_back(run_record_path(path));
    return files;
}

void check_output(const std::string& path, bool overwrite, const std::vector<ResultLayer>& layers,
                  const std::vector<std::string>& inputs) {
    if (is_database_output(path)) return check_database_output(path, overwrite, layers, inputs);
    const auto files = result_files(path, layers, true);
    check_format(path, layers);
    check_folder(path);
    for (const auto& file : files) {
        check_is_no_input(file, inputs);
        check_file(file, overwrite);
        check_not_open_elsewhere(file);
    }
    for (const auto& file : stale_files(path, layers)) {
        check_is_no_input(file, inputs);
        check_file(file, overwrite);
    }
}

}  // namespace desakota::io
