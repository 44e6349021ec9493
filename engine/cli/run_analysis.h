#pragma once

#include "engine/analyses/catalogue.h"
#include "engine/cli/outcome.h"
#include "engine/cli/typed_values.h"
#include "engine/core/progress.h"

namespace desakota::cli {

/// Runs an analysis on what the command line says and writes its result: checks the output, opens all layers, finds
/// their fields, reads what is needed, computes, writes. `values` holds the front end's options too.
///
/// What there is to tell goes to `outcome`, also where something is thrown: core::Error with all faults of the stage
/// that found them, Cancelled where `progress` says so. A Ctrl-C while inputs are read ends the process.
void run_analysis(const analyses::Analysis& analysis, const TypedValues& values, const Manner& manner,
                  core::Progress& progress, Outcome& outcome);

}  // namespace desakota::cli
