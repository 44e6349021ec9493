#pragma once

#include <vector>

#include "engine/analyses/arguments.h"
#include "engine/analyses/catalogue.h"
#include "engine/cli/typed_values.h"
#include "engine/core/diagnostics.h"
#include "engine/core/progress.h"
#include "engine/io/run_record.h"

namespace desakota::cli {

/// What a run starts from, and its trace for run.json.
struct ReadInputs {
    analyses::Arguments arguments;
    std::vector<io::RecordedInput> inputs;
    std::vector<io::RecordedOperation> operations;
};

/// Opens all layers and files that `values` names, finds the fields, and reads what they need. The faults of each stage
/// (opening; fields and geometry; reading) are thrown together: wrong usage where any is one, else unfit input.
[[nodiscard]] ReadInputs read_inputs(const analyses::Analysis& analysis, const TypedValues& values,
                                     core::Progress& progress, core::Diagnostics& diagnostics);

}  // namespace desakota::cli
