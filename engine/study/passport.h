#pragma once

#include "engine/report/report.h"
#include "engine/study/results.h"
#include "engine/study/study.h"

namespace desakota::study {

/// How good the study's inputs are, from what was read and what the runs found; and the five corrections that are
/// worth most, by the families whose status could change.
[[nodiscard]] report::Passport passport_of(const Study& study, const StudyResults& results);

}  // namespace desakota::study
