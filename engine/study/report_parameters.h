#pragma once

#include <vector>

#include "engine/core/text.h"
#include "engine/report/report.h"
#include "engine/study/results.h"

namespace desakota::study {

/// What the runs were told other than the analyses' defaults: numbers, choices, yes or no. Not the layers and columns,
/// nor seasons that the study itself goes through. Each once an analysis.
[[nodiscard]] std::vector<report::ChosenParameter> chosen_parameters(const StudyResults& results);

/// A message for readers who type no commands: parameters' titles in the place of options, "--off-road-factor".
[[nodiscard]] core::Text without_options(const core::Text& text, const StudyResults& results);

}  // namespace desakota::study
