#include "engine/study/effective_parameters.h"

#include <algorithm>
#include <cmath>

namespace desakota::study {
namespace {

using analyses::Arguments;
using analyses::Parameter;
using analyses::ParameterKind;
using io::RecordValue;

RecordValue sources(const Parameter& parameter, const TypedValues& values, const std::string& output) {
    const auto place = values.sources.find(parameter.name);
    if (place == values.sources.end()) return std::monostate{};
    std::vector<std::string> relative;
    for (const auto& source : place->second) relative.push_back(io::relative_source(source, output));
    if (parameter.kind == ParameterKind::Layers) return relative;
    return relative.front();
}

/// The columns taken, over all layers, each once.
std::vector<std::string> columns_taken(const Parameter& parameter, const Arguments& arguments) {
    std::vector<std::string> columns;
    const auto place = arguments.fields.find(parameter.name);
    if (place == arguments.fields.end()) return columns;
    for (const auto& of_layer : place->second) {
        for (const auto& column : of_layer) {
            if (std::ranges::find(columns, column) == columns.end()) columns.push_back(column);
        }
    }
    return columns;
}

RecordValue fields(const analyses::Analysis& analysis, const Parameter& parameter, const Arguments& arguments) {
    auto columns = columns_taken(parameter, arguments);
    if (columns.empty()) return std::monostate{};
    const auto* layer = analysis.find(parameter.of);
    const bool is_one = parameter.kind == ParameterKind::Field && layer->kind == ParameterKind::Layer;
    if (is_one) return columns.front();
    return columns;
}

RecordValue number(const Parameter& parameter, const TypedValues& values) {
    const auto place = values.numbers.find(parameter.name);
    if (place == values.numbers.end()) return std::monostate{};
    if (parameter.kind == ParameterKind::Numbers) return place->second;
    if (parameter.whole) return static_cast<std::int64_t>(std::llround(place->second.front()));
    return place->second.front();
}

RecordValue text(const Parameter& parameter, const TypedValues& values) {
    const auto place = values.texts.find(parameter.name);
    if (place == values.texts.end()) return std::monostate{};
    return place->second;
}

RecordValue file(const Parameter& parameter, const TypedValues& values, const std::string& output) {
    const auto place = values.files.find(parameter.name);
    if (place == values.files.end()) return std::monostate{};
    return io::relative_source(place->second, output);
}

}  // namespace

std::vector<std::pair<std::string, RecordValue>> effective_parameters(const analyses::Analysis& analysis,
                                                                      const TypedValues& values,
                                                                      const Arguments& arguments,
                                                                      const std::string& output) {
    const auto value_of = [&](const Parameter& parameter) -> RecordValue {
        switch (parameter.kind) {
            case ParameterKind::Layer:
            case ParameterKind::Layers:
            case ParameterKind::Raster:
                return sources(parameter, values, output);
            case ParameterKind::Field:
            case ParameterKind::Fields:
                return fields(analysis, parameter, arguments);
            case ParameterKind::Number:
            case ParameterKind::Numbers:
                return number(parameter, values);
            case ParameterKind::YesNo:
                return values.is_yes(parameter.name);
            case ParameterKind::File:
                return file(parameter, values, output);
            default:
                return text(parameter, values);
        }
    };
    std::vector<std::pair<std::string, RecordValue>> result;
    result.reserve(analysis.parameters.size());
    for (const auto& parameter : analysis.parameters) result.emplace_back(parameter.name, value_of(parameter));
    return result;
}

}  // namespace desakota::study
