#pragma once

#include <string>
#include <vector>

#include "engine/analyses/catalogue.h"

namespace desakota::cli {

/// The options that every analysis has on the command line: --output, --overwrite, --lang, --threads, --quiet, --json,
/// --progress-lines, --allow-unused-options.
/// Declared like the parameters of an analysis, so that help, checks and reference pages come from one place.
[[nodiscard]] const std::vector<analyses::Parameter>& front_end_parameters();

}  // namespace desakota::cli
