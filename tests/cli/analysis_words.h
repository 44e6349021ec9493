#pragma once

#include <string>
#include <vector>

#include "engine/cli/front_end_parameters.h"
#include "engine/cli/typed_values.h"

namespace desakota::cli {

/// What the words behind `desakota ANALYSIS` say. Throws where they are unsound.
[[nodiscard]] inline TypedValues read_words(const analyses::Analysis& analysis, const std::vector<std::string>& words) {
    auto parameters = analysis.parameters;
    parameters.insert(parameters.end(), front_end_parameters().begin(), front_end_parameters().end());
    core::Diagnostics faults;
    auto values = read_values(parameters, sort_words(option_shapes(parameters), words), faults);
    faults.throw_errors(core::ExitStatus::WrongUsage);
    return values;
}

}  // namespace desakota::cli
