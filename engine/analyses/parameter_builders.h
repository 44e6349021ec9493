#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "engine/analyses/catalogue.h"

namespace desakota::analyses {

/// Short forms for declarations. Each gives a parameter of one kind; fill in what else it needs.
[[nodiscard]] Parameter layer_parameter(const std::string& name, ParameterKind kind,
                                        std::initializer_list<geo::GeometryType> geometry);
/// A field that is found by its usual names need rarely be named: it is advanced.
[[nodiscard]] Parameter field_parameter(const std::string& name, const std::string& of,
                                        std::vector<std::string> usual_names = {});
struct NumberRange {
    std::string unit;
    double minimum = 0.0;
    double maximum = 0.0;
};
[[nodiscard]] Parameter number_parameter(const std::string& name, const NumberRange& range);
/// The first choice is the default.
[[nodiscard]] Parameter choice_parameter(const std::string& name, std::vector<Choice> choices);
[[nodiscard]] Parameter parameter_of(const std::string& name, ParameterKind kind);

[[nodiscard]] Parameter with_words(Parameter parameter, core::Text title, core::Text help);
[[nodiscard]] Parameter as_required(Parameter parameter);
[[nodiscard]] Parameter as_advanced(Parameter parameter);
[[nodiscard]] Parameter with_default(Parameter parameter, double value);

/// The parameters of a list but these.
[[nodiscard]] std::vector<Parameter> without(std::vector<Parameter> parameters,
                                             std::initializer_list<std::string_view> names);
/// Adds the parameters of one list to another.
void append(std::vector<Parameter>& to, std::vector<Parameter> from);

}  // namespace desakota::analyses
