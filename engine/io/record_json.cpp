#include "engine/io/record_json.h"

#include <variant>

namespace desakota::io {
namespace {

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

}  // namespace

Json json_of_texts(const std::vector<std::pair<std::string, std::string>>& texts) {
    auto object = Json::object();
    for (const auto& [name, value] : texts) object[name] = value;
    return object;
}

Json json_of_parameters(const std::vector<std::pair<std::string, RecordValue>>& parameters) {
    auto object = Json::object();
    for (const auto& [name, value] : parameters) object[name] = std::visit(ToJson(), value);
    return object;
}

Json json_of_inputs(const std::vector<RecordedInput>& inputs, const std::string& place) {
    auto list = Json::array();
    for (const auto& input : inputs) {
        Json item{{"parameter", input.parameter}, {"source", relative_source(without_password(input.source), place)}};
        if (!input.layer.empty()) item["layer"] = input.layer;
        item["sha256"] = input.sha256;
        if (input.rows) item["rows"] = *input.rows;
        list.push_back(std::move(item));
    }
    return list;
}

Json json_of_operations(const std::vector<RecordedOperation>& operations) {
    auto list = Json::array();
    for (const auto& operation : operations) {
        Json item{{"parameter", operation.parameter}, {"name", operation.name}, {"accuracy_m", nullptr}};
        if (operation.accuracy) item["accuracy_m"] = *operation.accuracy;
        list.push_back(std::move(item));
    }
    return list;
}

}  // namespace desakota::io
