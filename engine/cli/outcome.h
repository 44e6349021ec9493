#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/analyses/arguments.h"
#include "engine/cli/interrupt.h"
#include "engine/core/diagnostics.h"
#include "engine/core/error.h"
#include "engine/core/text.h"

namespace desakota::cli {

/// How a run speaks.
struct Manner {
    core::Language language = core::Language::English;
    bool quiet = false;
    bool json = false;
};

struct WrittenLayer {
    std::string name;
    core::Text title;
    std::size_t rows = 0;
};

/// All that a run has to tell at its end.
struct Outcome {
    core::ExitStatus status = core::ExitStatus::Done;
    std::string analysis;  ///< its id; empty where none was reached
    std::string output;    ///< the result's path; empty where nothing was written
    std::string run_record;
    std::vector<WrittenLayer> layers;
    std::vector<std::string> files;  ///< of a folder of results
    std::vector<analyses::Figure> figures;
    std::vector<core::Text> summary;
    core::Diagnostics diagnostics;
    std::vector<core::Text> problems;  ///< what stopped the run
};

/// Runs `work` and puts whatever it throws into `outcome`: an Error's problems and status, 1 for a lack of memory or
/// an internal fault. Nothing is thrown.
template <class Work>
void guard(Outcome& outcome, const Work& work);

/// Notes the exception that is being handled. For use inside a catch block.
void note_exception(Outcome& outcome) noexcept;

/// What `print_outcome` would say of a run that was interrupted before there was anything to tell.
[[nodiscard]] LastWords words_of_interrupt(const std::string& analysis, const Manner& manner);

/// Prints it, passwords left out: what was told and what is wrong on standard error, the answer on standard output
/// (with `json` as one object, also for a run that failed). Returns the exit status; a standard output that cannot be
/// written to makes 0 a 1.
[[nodiscard]] int print_outcome(const Outcome& outcome, const Manner& manner);

template <class Work>
void guard(Outcome& outcome, const Work& work) {
    try {
        work();
    } catch (...) {
        note_exception(outcome);
    }
}

}  // namespace desakota::cli
