#pragma once

#include <span>
#include <vector>

#include "engine/core/diagnostics.h"
#include "engine/core/progress.h"
#include "engine/core/text.h"
#include "engine/study/inputs.h"
#include "engine/study/plan.h"
#include "engine/study/results.h"

namespace desakota::study {

/// What surrounds the runs of a study.
struct StudyContext {
    core::Progress& progress;
    core::Diagnostics& diagnostics;
    core::Language language = core::Language::English;
    int threads = 1;
};

/// What the runs of a plan have to read. The plan must outlive it.
[[nodiscard]] std::vector<Order> orders_of(const Plan& plan);

/// What all runs read, each parameter's source once.
[[nodiscard]] std::vector<io::RecordedInput> all_recorded(const Plan& plan, const Inputs& inputs);

/// Runs all analyses of a plan, one after the other, on what was read for them: networks are built once, results feed
/// those that come later. Layers are named as the study calls the run, with "_dry" or "_wet" where there are several
/// seasons, and their titles say the season.
///
/// `record_place` is the file from whose folder run.json names files. Throws core::Error with the line of the run that
/// could not be done; for options that the run itself gives and that have no effect, once all have run.
[[nodiscard]] StudyResults run_plan(const Plan& plan, Inputs& inputs, const std::string& record_place,
                                    const StudyContext& context);

}  // namespace desakota::study
