#include "engine/io/run_record.h"

#include <filesystem>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <system_error>

#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include "engine/io/record_json.h"

namespace desakota::io {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

Json outputs(const RunRecord& record, const std::string& output) {
    auto list = Json::array();
    for (const auto& file : record.outputs) list.push_back(relative_source(file, output));
    return list;
}

std::string geos_version() {
    int major = 0;
    int minor = 0;
    int patch = 0;
    if (!OGRGetGEOSVersion(&major, &minor, &patch)) return "";
    return fmt::format("{}.{}.{}", major, minor, patch);
}

std::string proj_version() {
    int major = 0;
    int minor = 0;
    int patch = 0;
    OSRGetPROJVersion(&major, &minor, &patch);
    return fmt::format("{}.{}.{}", major, minor, patch);
}

}  // namespace

std::vector<std::pair<std::string, std::string>> library_versions() {
    return {{"GDAL", GDALVersionInfo("RELEASE_NAME")}, {"GEOS", geos_version()}, {"PROJ", proj_version()}};
}

std::string relative_source(const std::string& source, const std::string& output) {
    const auto bar = source.find('|');
    const auto file = source.substr(0, bar);
    std::error_code fault;
    // What is no file (a database, say) has no folder to be relative to; an output need not exist yet.
    const bool is_prefixed = file.find(':') != std::string::npos && !fs::exists(file, fault);
    if (file.empty() || is_prefixed) return source;
    const auto folder = fs::absolute(fs::path(output), fault).parent_path();
    const auto relative = fs::relative(file, folder, fault);
    if (fault || relative.empty()) return source;
    return relative.generic_string() + (bar == std::string::npos ? "" : source.substr(bar));
}

std::string run_record_text(const RunRecord& record, const std::string& output) {
    const Json json{{"format", 1},
                    {"engine", record.engine_version},
                    {"libraries", json_of_texts(record.libraries)},
                    {"analysis", record.analysis},
                    {"language", record.language == core::Language::Indonesian ? "id" : "en"},
                    {"parameters", json_of_parameters(record.parameters)},
                    {"given", record.given},
                    {"inputs", json_of_inputs(record.inputs, output)},
                    {"coordinate_operations", json_of_operations(record.coordinate_operations)},
                    {"outputs", outputs(record, output)}};
    constexpr int kIndent = 2;
    return json.dump(kIndent, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace desakota::io
