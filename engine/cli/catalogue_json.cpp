#include "engine/cli/catalogue_json.h"

#include <nlohmann/json.hpp>

namespace desakota::cli {
namespace {

using analyses::Parameter;
using analyses::ParameterKind;
using Json = nlohmann::ordered_json;

const char* kind_code(ParameterKind kind) {
    switch (kind) {
        case ParameterKind::Layer:
            return "layer";
        case ParameterKind::Layers:
            return "layers";
        case ParameterKind::Raster:
            return "raster";
        case ParameterKind::Field:
            return "field";
        case ParameterKind::Fields:
            return "fields";
        case ParameterKind::Number:
            return "number";
        case ParameterKind::Choice:
            return "choice";
        case ParameterKind::YesNo:
            return "yes_no";
        case ParameterKind::Numbers:
            return "numbers";
        case ParameterKind::Text:
            return "text";
        case ParameterKind::File:
            break;
    }
    return "file";
}

const char* geometry_code(geo::GeometryType type) {
    switch (type) {
        case geo::GeometryType::Point:
            return "point";
        case geo::GeometryType::Line:
            return "line";
        case geo::GeometryType::Polygon:
            return "polygon";
        case geo::GeometryType::None:
            break;
    }
    return "none";
}

const char* column_type_code(layers::ColumnType type) {
    switch (type) {
        case layers::ColumnType::WholeNumber:
            return "whole_number";
        case layers::ColumnType::Number:
            return "number";
        case layers::ColumnType::YesNo:
            return "yes_no";
        case layers::ColumnType::Text:
            break;
    }
    return "text";
}

Json to_json(const core::Text& text) {
    return {{"en", text.english}, {"id", text.indonesian}};
}

void add_default(Json& json, const Parameter& parameter) {
    if (parameter.default_number) json["default"] = *parameter.default_number;
    if (!parameter.default_text.empty()) json["default"] = parameter.default_text;
    if (parameter.kind == ParameterKind::YesNo) json["default"] = parameter.default_yes;
}

void add_number(Json& json, const Parameter& parameter) {
    json["unit"] = parameter.unit;
    json["whole"] = parameter.whole;
    if (parameter.minimum) json["minimum"] = *parameter.minimum;
    if (parameter.maximum) json["maximum"] = *parameter.maximum;
}

void add_field(Json& json, const Parameter& parameter) {
    json["of"] = parameter.of;
    json["usual_names"] = parameter.usual_names;
    json["numeric"] = parameter.numeric;
}

Json geometry_codes(const Parameter& parameter) {
    auto codes = Json::array();
    for (const auto type : parameter.geometry) codes.push_back(geometry_code(type));
    return codes;
}

Json choice_list(const Parameter& parameter) {
    auto choices = Json::array();
    for (const auto& choice : parameter.choices) {
        choices.push_back({{"code", choice.code}, {"label", to_json(choice.label)}});
    }
    return choices;
}

Json to_json(const Parameter& parameter) {
    Json json{
        {"name", parameter.name},          {"kind", kind_code(parameter.kind)}, {"title", to_json(parameter.title)},
        {"help", to_json(parameter.help)}, {"required", parameter.required},    {"advanced", parameter.advanced}};
    switch (parameter.kind) {
        case ParameterKind::Layer:
        case ParameterKind::Layers:
            json["geometry"] = geometry_codes(parameter);
            break;
        case ParameterKind::Field:
        case ParameterKind::Fields:
            add_field(json, parameter);
            break;
        case ParameterKind::Number:
        case ParameterKind::Numbers:
            add_number(json, parameter);
            break;
        case ParameterKind::Choice:
            json["choices"] = choice_list(parameter);
            break;
        default:
            break;
    }
    add_default(json, parameter);
    return json;
}

Json to_json(const layers::ColumnDefinition& column) {
    return {{"name", column.name},
            {"type", column_type_code(column.type)},
            {"unit", column.unit},
            {"alias", to_json(column.alias)}};
}

Json to_json(const analyses::OutputLayer& output) {
    Json json{{"name", output.name}, {"title", to_json(output.title)}, {"geometry", geometry_code(output.geometry)}};
    if (!output.when.english.empty()) json["when"] = to_json(output.when);
    if (!output.asked_by.empty()) json["asked_by"] = output.asked_by;
    json["columns"] = Json::array();
    for (const auto& column : output.columns) json["columns"].push_back(to_json(column));
    json["styles"] = Json::array();
    for (const auto& style : output.styles) {
        json["styles"].push_back({{"name", style.name}, {"title", to_json(style.title)}});
    }
    return json;
}

Json to_json(const analyses::Analysis& analysis) {
    Json json{{"id", analysis.id},
              {"group", to_json(analysis.group)},
              {"title", to_json(analysis.title)},
              {"help", to_json(analysis.help)},
              {"parameters", Json::array()},
              {"outputs", Json::array()}};
    for (const auto& parameter : analysis.parameters) json["parameters"].push_back(to_json(parameter));
    for (const auto& output : analysis.outputs) json["outputs"].push_back(to_json(output));
    return json;
}

}  // namespace

std::string catalogue_json(const analyses::Catalogue& catalogue) {
    Json json{{"version", DESAKOTA_VERSION}, {"analyses", Json::array()}};
    for (const auto& analysis : catalogue) json["analyses"].push_back(to_json(analysis));
    return json.dump(2) + "\n";
}

}  // namespace desakota::cli
