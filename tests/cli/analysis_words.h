#pragma once

#include <string>
#include <vector>

#include "engine/cli/front_end_parameters.h"
#include "engine/cli/option_shapes.h"
#include "engine/study/typed_values.h"

namespace desakota::cli {

/// What the words behind `desakota ANALYSIS` say. Throws where they are unsound.
[[nodiscard]] inline study::TypedValues read_words(const analyses::Analysis& analysis,
                                                   const std::vector<std::string>& words) {
    auto parameters = analysis.parameters;
    parameters.insert(parameters.end(), front_end_parameters().begin(), front_end_parameters().end());
    core::Diagnostics faults;
    auto values = study::read_values(parameters, sort_words(option_shapes(parameters), words).values, faults);
    faults.throw_errors(core::ExitStatus::WrongUsage);
    return values;
}

}  // namespace desakota::cli
