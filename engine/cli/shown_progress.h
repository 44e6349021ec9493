#pragma once

#include <memory>

#include "engine/cli/interrupt.h"
#include "engine/cli/outcome.h"
#include "engine/core/progress.h"
#include "engine/study/typed_values.h"

namespace desakota::cli {

/// Progress as the command line asks for it: lines, a bar on a terminal, or none; cancelled by Ctrl-C.
[[nodiscard]] std::unique_ptr<core::Progress> make_progress(const InterruptWatch& watch,
                                                            const study::TypedValues& values, const Manner& manner);

/// What is said where Ctrl-C ends the process while `progress` is shown.
[[nodiscard]] LastWords last_words(const std::string& command, const Manner& manner, const core::Progress& progress);

}  // namespace desakota::cli
