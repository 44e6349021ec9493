#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/analyses/catalogue.h"
#include "engine/core/diagnostics.h"

namespace desakota::study {

/// What a command line or a study says, read by kind and checked against its parameters, with defaults filled in. By
/// parameter name, as in analyses::Arguments; layers, fields and files are names still.
struct TypedValues {
    std::map<std::string, std::vector<std::string>> sources;  ///< Layer, Layers, Raster
    std::map<std::string, std::vector<std::string>> fields;   ///< Field, Fields
    std::map<std::string, std::vector<double>> numbers;       ///< Number, Numbers
    std::map<std::string, std::string> texts;                 ///< Choice, Text
    std::map<std::string, bool> yes_no;
    std::map<std::string, std::string> files;  ///< path
    std::vector<std::string> given;            ///< in the order of the parameters

    [[nodiscard]] std::string text(const std::string& name) const;
    [[nodiscard]] bool is_yes(const std::string& name) const;
};

/// "no-" before the name of a yes/no that is yes by default says no.
inline constexpr std::string_view kNegation = "no-";
[[nodiscard]] bool needs_negation(const analyses::Parameter& parameter);
/// Whether a parameter takes any number of values: Layers, Fields, Numbers.
[[nodiscard]] bool takes_many(const analyses::Parameter& parameter);
[[nodiscard]] bool is_field(const analyses::Parameter& parameter);
[[nodiscard]] bool is_layer(const analyses::Parameter& parameter);  ///< or a raster

/// The texts given for each parameter, by its name; "true" for each yes, by "no-NAME" for each no where yes is the
/// default. An empty text stands where a value is missing.
using Words = std::map<std::string, std::vector<std::string>>;

/// Reads `words`. Every fault (an option missing, given twice,
/// unknown, without a value, not a number, out of range, not one of the choices, a field whose layer was not given)
/// goes to `diagnostics` as an error.
[[nodiscard]] TypedValues read_values(const std::vector<analyses::Parameter>& parameters, const Words& words,
                                      core::Diagnostics& diagnostics);

}  // namespace desakota::study
