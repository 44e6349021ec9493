#pragma once

#include "engine/analyses/arguments.h"
#include "engine/analyses/composite_layers.h"

namespace desakota::analyses {

/// The figures and the sentences of the run, and warnings about what was found.
void add_index_answer(Results& results, const IndexInput& input, const IndexFindings& findings);
void warn_of_constant_indicators(const IndexInput& input, const IndexFindings& findings,
                                 core::Diagnostics& diagnostics);

}  // namespace desakota::analyses
