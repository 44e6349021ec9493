#include "engine/io/run_record.h"

#include <filesystem>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <system_error>

#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

namespace desakota::io {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

struct ToJson {
    Json operator()(std::monostate) const { return nullptr; }
    Json operator()(const std::string& text) const { return without_password(text); }
    Json operator()(const std::vector<std::string>& texts) const {
        auto list = Json::array();
        for (const auto& text : texts) list.push_back(without_password(text));
        return list;
    }
    template <class Value>
    Json operator()(const Value& value) const {
        return value;
    }
};

Json pairs(const std::vector<std::pair<std::string, std::string>>& list) {
    auto object = Json::object();
    for (const auto& [name, value] : list) object[name] = value;
    return object;
}

Json parameters(const RunRecord& record) {
    auto object = Json::object();
    for (const auto& [name, value] : record.parameters) object[name] = std::visit(ToJson(), value);
    return object;
}

Json inputs(const RunRecord& record, const std::string& output) {
    auto list = Json::array();
    for (const auto& input : record.inputs) {
        Json item{{"parameter", input.parameter}, {"source", relative_source(without_password(input.source), output)}};
        if (!input.layer.empty()) item["layer"] = input.layer;
        item["sha256"] = input.sha256;
        if (input.rows) item["rows"] = *input.rows;
        list.push_back(std::move(item));
    }
    return list;
}

Json operations(const RunRecord& record) {
    auto list = Json::array();
    for (const auto& operation : record.coordinate_operations) {
        Json item{{"parameter", operation.parameter}, {"name", operation.name}, {"accuracy_m", nullptr}};
        if (operation.accuracy) item["accuracy_m"] = *operation.accuracy;
        list.push_back(std::move(item));
    }
    return list;
}

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
                    {"libraries", pairs(record.libraries)},
                    {"analysis", record.analysis},
                    {"language", record.language == core::Language::Indonesian ? "id" : "en"},
                    {"parameters", parameters(record)},
                    {"inputs", inputs(record, output)},
                    {"coordinate_operations", operations(record)},
                    {"outputs", outputs(record, output)}};
    constexpr int kIndent = 2;
    return json.dump(kIndent, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace desakota::io
