#include "engine/io/study_record.h"

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>

#include "engine/core/error.h"
#include "engine/io/record_json.h"

namespace desakota::io {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kIndent = 2;

Json runs_of(const StudyRecord& record) {
    auto list = Json::array();
    for (const auto& run : record.runs) {
        Json item{{"name", run.name}, {"analysis", run.analysis}};
        if (!run.season.empty()) item["season"] = run.season;
        item["parameters"] = json_of_parameters(run.parameters);
        list.push_back(std::move(item));
    }
    return list;
}

Json files_of(const StudyRecord& record) {
    auto list = Json::array();
    for (const auto& [file, sha256] : record.files) {
        Json item{{"file", file}};
        if (!sha256.empty()) item["sha256"] = sha256;
        list.push_back(std::move(item));
    }
    return list;
}

std::string text_at(const Json& json, const char* key) {
    const auto place = json.find(key);
    return place != json.end() && place->is_string() ? place->get<std::string>() : std::string();
}

/// What a list of numbers or texts holds; monostate where it is neither.
RecordValue list_of(const Json& json) {
    const auto all = [&](auto is_wanted) { return std::all_of(json.begin(), json.end(), is_wanted); };
    if (all([](const Json& item) { return item.is_string(); })) return json.get<std::vector<std::string>>();
    if (all([](const Json& item) { return item.is_number(); })) return json.get<std::vector<double>>();
    return std::monostate{};
}

RecordValue value_of(const Json& json) {
    if (json.is_boolean()) return json.get<bool>();
    if (json.is_number_integer()) return json.get<std::int64_t>();
    if (json.is_number()) return json.get<double>();
    if (json.is_string()) return json.get<std::string>();
    if (json.is_array()) return list_of(json);
    return std::monostate{};
}

/// The list or object under a key; an empty one where there is none.
const Json& part_of(const Json& json, const char* key) {
    static const Json none = Json::array();
    const auto place = json.find(key);
    return place == json.end() ? none : *place;
}

std::vector<RecordedInput> stored_inputs(const Json& json) {
    std::vector<RecordedInput> inputs;
    for (const auto& item : part_of(json, "inputs")) {
        if (!item.is_object()) continue;
        inputs.push_back({text_at(item, "parameter"), text_at(item, "source"), text_at(item, "layer"),
                          text_at(item, "sha256"), std::nullopt});
    }
    return inputs;
}

/// A record may come by mail: its files lie in its folder or below.
bool is_below(const std::string& file) {
    return !file.empty() && file.front() != '/' && file.find("..") == std::string::npos;
}

std::vector<std::pair<std::string, std::string>> stored_files(const Json& json) {
    std::vector<std::pair<std::string, std::string>> files;
    for (const auto& item : part_of(json, "files")) {
        if (item.is_object()) files.emplace_back(text_at(item, "file"), text_at(item, "sha256"));
    }
    for (const auto& item : part_of(json, "outputs")) {
        if (item.is_string()) files.emplace_back(item.get<std::string>(), std::string());
    }
    std::erase_if(files, [](const auto& file) { return !is_below(file.first); });
    return files;
}

}  // namespace

std::string study_record_text(const StudyRecord& record, const std::string& place) {
    const Json json{{"format", 1},
                    {"engine", record.engine_version},
                    {"libraries", json_of_texts(record.libraries)},
                    {"study", relative_source(record.study, place)},
                    {"language", record.language == core::Language::Indonesian ? "id" : "en"},
                    {"runs", runs_of(record)},
                    {"inputs", json_of_inputs(record.inputs, place)},
                    {"coordinate_operations", json_of_operations(record.coordinate_operations)},
                    {"files", files_of(record)}};
    return json.dump(kIndent, ' ', false, Json::error_handler_t::replace) + "\n";
}

StoredRecord read_record(const std::string& name, const std::string& text) {
    const auto json = Json::parse(text, nullptr, false);
    StoredRecord record;
    if (json.is_object()) {
        record.engine_version = text_at(json, "engine");
        record.study = text_at(json, "study");
        record.analysis = text_at(json, "analysis");
        record.language = text_at(json, "language") == "id" ? core::Language::Indonesian : core::Language::English;
        for (const auto& [key, value] : part_of(json, "libraries").items()) {
            if (value.is_string()) record.libraries.emplace_back(key, value.get<std::string>());
        }
        for (const auto& [key, value] : part_of(json, "parameters").items()) {
            record.parameters.emplace_back(key, value_of(value));
        }
        for (const auto& given : part_of(json, "given")) {
            if (given.is_string()) record.given.push_back(given.get<std::string>());
        }
        record.inputs = stored_inputs(json);
        record.files = stored_files(json);
    }
    if (record.study.empty() == record.analysis.empty()) {
        throw core::input_error(core::format_text("{}: is not the run.json of a run of Desakota.",
                                                  "{}: bukan run.json dari proses Desakota.", name));
    }
    return record;
}

std::vector<std::string> recorded_files(const std::string& text) {
    std::vector<std::string> files;
    const auto json = Json::parse(text, nullptr, false);
    if (!json.is_object()) return files;
    auto stored = stored_files(json);
    files.reserve(stored.size());
    for (auto& [file, sha256] : stored) files.push_back(std::move(file));
    return files;
}

}  // namespace desakota::io
