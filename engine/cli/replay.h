#pragma once

#include <string>

#include "engine/analyses/catalogue.h"
#include "engine/cli/outcome.h"
#include "engine/core/progress.h"
#include "engine/study/typed_values.h"

namespace desakota::cli {

struct ReplayRequest {
    const std::string& record;  ///< the run.json
    const study::TypedValues& values;
    const Manner& manner;
};

/// Runs again what a run.json records, and compares every file of the result with what it was. Without `output` the new
/// result is removed afterwards.
///
/// Throws an input error that names the inputs which have changed, or the files that came out otherwise.
void replay(const ReplayRequest& request, const analyses::Catalogue& catalogue, core::Progress& progress,
            Outcome& outcome);

}  // namespace desakota::cli
