#include "engine/analyses/parameter_builders.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace desakota::analyses {

Parameter parameter_of(const std::string& name, ParameterKind kind) {
    Parameter parameter;
    parameter.name = name;
    parameter.kind = kind;
    return parameter;
}

Parameter layer_parameter(const std::string& name, ParameterKind kind,
                          std::initializer_list<geo::GeometryType> geometry) {
    auto parameter = parameter_of(name, kind);
    parameter.geometry = geometry;
    return parameter;
}

Parameter field_parameter(const std::string& name, const std::string& of, std::vector<std::string> usual_names) {
    auto parameter = parameter_of(name, ParameterKind::Field);
    parameter.of = of;
    parameter.advanced = !usual_names.empty();
    parameter.usual_names = std::move(usual_names);
    return parameter;
}

Parameter number_parameter(const std::string& name, const NumberRange& range) {
    auto parameter = parameter_of(name, ParameterKind::Number);
    parameter.unit = range.unit;
    parameter.minimum = range.minimum;
    parameter.maximum = range.maximum;
    return parameter;
}

Parameter choice_parameter(const std::string& name, std::vector<Choice> choices) {
    auto parameter = parameter_of(name, ParameterKind::Choice);
    parameter.default_text = choices.front().code;
    parameter.choices = std::move(choices);
    return parameter;
}

Parameter with_words(Parameter parameter, core::Text title, core::Text help) {
    parameter.title = std::move(title);
    parameter.help = std::move(help);
    return parameter;
}

Parameter as_required(Parameter parameter) {
    parameter.required = true;
    return parameter;
}

Parameter as_advanced(Parameter parameter) {
    parameter.advanced = true;
    return parameter;
}

Parameter with_default(Parameter parameter, double value) {
    parameter.default_number = value;
    return parameter;
}

std::vector<Parameter> without(std::vector<Parameter> parameters, std::initializer_list<std::string_view> names) {
    std::erase_if(parameters,
                  [&](const Parameter& parameter) { return std::ranges::find(names, parameter.name) != names.end(); });
    return parameters;
}

void append(std::vector<Parameter>& to, std::vector<Parameter> from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace desakota::analyses
