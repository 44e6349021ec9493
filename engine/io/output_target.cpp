#include "engine/io/output_target.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "engine/core/error.h"
#include "engine/io/operating_system.h"

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

void check_format(const std::string& path, const std::vector<ResultLayer>& layers) {
    if (layers.empty() || layers.front().has_geometry || output_format(path) != OutputFormat::FlatGeobuf) return;
    throw core::usage_error(core::format_text(
        "{}: {} is a table without geometry, which FlatGeobuf cannot hold. Choose .gpkg or .csv for the output.",
        "{}: {} adalah tabel tanpa geometri, yang tidak dapat dimuat FlatGeobuf. Pilih .gpkg atau .csv untuk hasil.",
        path, layers.front().name));
}

}  // namespace

OutputFormat output_format(const std::string& path) {
    const auto extension = lower(fs::path(path).extension().string());
    if (extension == ".gpkg") return OutputFormat::GeoPackage;
    if (extension == ".fgb") return OutputFormat::FlatGeobuf;
    if (extension == ".geojson" || extension == ".json") return OutputFormat::GeoJson;
    if (extension == ".csv") return OutputFormat::Csv;
    throw core::usage_error(core::format_text(
        "{}: the format of the output is not known by this extension. Use .gpkg (GeoPackage), .fgb (FlatGeobuf), "
        ".geojson or .json (GeoJSON), or .csv.",
        "{}: format hasil tidak dikenal dari akhiran namanya. Pakai .gpkg (GeoPackage), .fgb (FlatGeobuf), "
        ".geojson atau .json (GeoJSON), atau .csv.",
        path));
}

std::vector<ResultLayer> result_layers(const std::vector<layers::Layer>& layers) {
    std::vector<ResultLayer> list;
    list.reserve(layers.size());
    for (const auto& layer : layers) list.push_back({layer.name, layer.geometry_type != geo::GeometryType::None});
    return list;
}

std::string companion_path(const std::string& path, const ResultLayer& layer) {
    const auto extension = fs::path(path).extension().string();
    const bool as_csv = !layer.has_geometry && output_format(path) == OutputFormat::FlatGeobuf;
    return path.substr(0, path.size() - extension.size()) + "_" + layer.name + (as_csv ? ".csv" : extension);
}

std::string run_record_path(const std::string& path) {
    return path.substr(0, path.size() - fs::path(path).extension().string().size()) + ".run.json";
}

std::vector<std::string> result_files(const std::string& path, const std::vector<ResultLayer>& layers,
                                      bool with_record) {
    std::vector<std::string> files{path};
    if (output_format(path) != OutputFormat::GeoPackage) {
        for (std::size_t i = 1; i < layers.size(); ++i) files.push_back(companion_path(path, layers[i]));
    }
    if (with_record) files.push_back(run_record_path(path));
    return files;
}

void check_output(const std::string& path, bool overwrite, const std::vector<ResultLayer>& layers,
                  const std::vector<std::string>& inputs) {
    const auto files = result_files(path, layers, true);
    check_format(path, layers);
    check_folder(path);
    for (const auto& file : files) {
        check_is_no_input(file, inputs);
        check_file(file, overwrite);
        check_not_open_elsewhere(file);
    }
}

}  // namespace desakota::io
