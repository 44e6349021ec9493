#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/analyses/catalogue.h"
#include "engine/cli/command_words.h"
#include "engine/core/diagnostics.h"

namespace desakota::cli {

/// What a command line says, read by kind and checked against its parameters, with defaults filled in. By parameter
/// name, as in analyses::Arguments; layers, fields and files are names still.
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

/// The options that stand for `parameters`: `--name`, and `--no-name` for a yes/no that is yes by default.
[[nodiscard]] std::vector<OptionShape> option_shapes(const std::vector<analyses::Parameter>& parameters);

/// Reads `words`, which were sorted by `option_shapes(parameters)`. Every fault (an option missing, given twice,
/// unknown, without a value, not a number, out of range, not one of the choices, a field whose layer was not given)
/// goes to `diagnostics` as an error.
[[nodiscard]] TypedValues read_values(const std::vector<analyses::Parameter>& parameters, const CommandWords& words,
                                      core::Diagnostics& diagnostics);

/// Tells of every word that belongs to no option of `names` (without "--"), with the nearest one.
void report_unknown_words(const std::vector<std::string>& rest, const std::vector<std::string>& names,
                          core::Diagnostics& diagnostics);

}  // namespace desakota::cli
