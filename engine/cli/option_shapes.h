#pragma once

#include <string>
#include <vector>

#include "engine/analyses/catalogue.h"
#include "engine/cli/command_words.h"
#include "engine/core/diagnostics.h"

namespace desakota::cli {

/// The options that stand for `parameters`: `--name`, and `--no-name` for a yes/no that is yes by default.
[[nodiscard]] std::vector<OptionShape> option_shapes(const std::vector<analyses::Parameter>& parameters);

/// Tells of every word that belongs to no option of `names` (without "--"), with the nearest one.
void report_unknown_words(const std::vector<std::string>& rest, const std::vector<std::string>& names,
                          core::Diagnostics& diagnostics);

}  // namespace desakota::cli
