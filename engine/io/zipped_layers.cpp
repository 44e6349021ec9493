#include "engine/io/zipped_layers.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <vector>

#include <cpl_string.h>
#include <cpl_vsi.h>

#include "engine/core/error.h"
#include "engine/io/archive_safety.h"
#include "engine/io/gdal_handles.h"
#include "engine/io/local_file.h"

namespace desakota::io {
namespace {

using Names = std::vector<std::string>;

constexpr std::array kEndings{".shp", ".tab",    ".mif", ".gpkg", ".geojson", ".fgb", ".kml",
                              ".gpx", ".sqlite", ".osm", ".pbf",  ".csv",     ".tsv"};
constexpr std::string_view kGeodatabase = ".gdb/";
constexpr auto kGeodatabaseTable = "a00000001.gdbtable";

bool is_hidden(std::string_view name) {
    return name.starts_with('.') || name.starts_with("__MACOSX/") || name.find("/.") != std::string_view::npos;
}

Names names_in(const std::string& archive) {
    const ErrorCapture silence;
    const CPLStringList list(VSIReadDirRecursive(path_in_archive(archive, "").c_str()));
    Names names;
    for (int i = 0; i < list.Count(); ++i) {
        if (!is_hidden(list[i])) names.emplace_back(list[i]);
    }
    std::ranges::sort(names);
    return names;
}

bool has_name(const Names& names, const std::string& name) {
    return std::ranges::binary_search(names, name);
}

/// A .dbf of its own is a table; beside a .shp it holds that one's columns.
bool is_lone_table(const std::string& name, const Names& names) {
    if (!has_ending(name, ".dbf")) return false;
    const auto stem = name.substr(0, name.size() - 4);
    return !has_name(names, stem + ".shp") && !has_name(names, stem + ".SHP");
}

/// The folder "a/b.gdb" of which "a/b.gdb/a00000001.gdbtable" is a part; empty for other files.
std::string geodatabase_of(std::string name) {
    std::ranges::transform(name, name.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    const auto place = name.find(kGeodatabase);
    return place == std::string::npos ? "" : name.substr(0, place + kGeodatabase.size() - 1);
}

Names datasets_in(const Names& names) {
    Names datasets;
    for (const auto& name : names) {
        const auto length = geodatabase_of(name).size();
        if (length > 0) {
            const auto folder = name.substr(0, length);
            if (datasets.empty() || datasets.back() != folder) datasets.push_back(folder);
            continue;
        }
        const auto fits = [&](const char* ending) { return has_ending(name, ending); };
        if (std::ranges::any_of(kEndings, fits) || is_lone_table(name, names)) datasets.push_back(name);
    }
    return datasets;
}

std::string joined(const Names& names) {
    constexpr std::size_t kMostListed = 50;
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), kMostListed); ++i) text += (i == 0 ? "" : ", ") + names[i];
    return names.size() > kMostListed ? text + ", ..." : text;
}

core::Error nothing_in(const std::string& archive, const Names& names) {
    const auto packed = std::ranges::find_if(names, is_packed);
    if (packed != names.end()) return archive_in_archive(archive, *packed);
    return core::input_error(core::format_text("{0}: holds no layer that Desakota reads. In it are: {1}.",
                                               "{0}: tidak berisi lapisan yang dapat dibaca Desakota. Isinya: {1}.",
                                               archive, joined(names)));
}

core::Error several_in(const Source& source, const std::string& archive, const Names& datasets) {
    Names choices;
    for (const auto& dataset : datasets) {
        const auto stem = std::filesystem::path(dataset).stem().string();
        const auto same = std::ranges::count_if(datasets, [&](const auto& other) { return is_called(other, stem); });
        choices.push_back(same == 1 ? std::string(archive).append("|layername=").append(stem)
                                    : path_in_archive(archive, dataset));
    }
    return core::usage_error(
        core::format_text("{0}: holds several files with layers; name one. There are: {1}.",
                          "{0}: berisi beberapa berkas lapisan; sebutkan salah satu. Yang ada: {1}.",
                          public_name(source), joined(choices)));
}

/// Of several, the one called like the layer, or else the only one that can hold several layers.
std::string choose(const Source& source, const std::string& archive, const Names& datasets) {
    if (datasets.size() == 1) return datasets.front();
    Names called;
    Names holders;
    for (const auto& dataset : datasets) {
        if (is_called(dataset, source.layer_name)) called.push_back(dataset);
        if (has_ending(dataset, ".gpkg") || has_ending(dataset, ".gdb")) holders.push_back(dataset);
    }
    if (called.size() == 1) return called.front();
    if (called.empty() && !source.layer_name.empty() && holders.size() == 1) return holders.front();
    throw several_in(source, archive, called.empty() ? datasets : called);
}

}  // namespace

bool is_called(const std::string& path, const std::string& layer) {
    return std::filesystem::path(path).stem().string() == layer;
}

std::string dataset_in_archive(const Source& source) {
    const auto archive = std::filesystem::absolute(source.path).string();
    const auto names = names_in(archive);
    if (has_name(names, kGeodatabaseTable)) {
        // "area.gdb.zip" may hold the content of the folder without the folder.
        check_unpacked_size(archive, "");
        return path_in_archive(archive, "");
    }
    const auto datasets = datasets_in(names);
    if (datasets.empty()) throw nothing_in(source.path, names);
    const auto chosen = choose(source, source.path, datasets);
    check_unpacked_size(archive, chosen);
    return path_in_archive(archive, chosen);
}

}  // namespace desakota::io
