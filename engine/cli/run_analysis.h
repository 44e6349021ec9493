#pragma once

#include <string>
#include <vector>

#include "engine/analyses/catalogue.h"
#include "engine/cli/outcome.h"
#include "engine/core/progress.h"
#include "engine/io/run_record.h"
#include "engine/study/typed_values.h"

namespace desakota::cli {

/// What a replay repeats.
struct Repetition {
    Manner manner;
    std::string recorded_as;                ///< the result's path then
    std::vector<io::RecordedInput> inputs;  ///< as they were then; sources relative to its folder
};

/// Runs an analysis on what the command line says and writes its result: checks the output, opens all layers, finds
/// their fields, reads what is needed, computes, writes. `values` holds the front end's options too.
///
/// What there is to tell goes to `outcome`, also where something is thrown: core::Error with all faults of the stage
/// that found them, Cancelled where `progress` says so. A Ctrl-C while inputs are read ends the process.
void run_analysis(const analyses::Analysis& analysis, const study::TypedValues& values, const Manner& manner,
                  core::Progress& progress, Outcome& outcome);

/// The same, as a result of the name `recorded_as`, which its record tells of: for a replay beside an older result.
/// Throws an input error that names every input which is not what `inputs` says (its SHA-256).
void repeat_analysis(const analyses::Analysis& analysis, const study::TypedValues& values, const Repetition& repetition,
                     core::Progress& progress, Outcome& outcome);

}  // namespace desakota::cli
