#pragma once

#include "engine/report/report.h"
#include "engine/study/results.h"
#include "engine/study/study.h"

namespace desakota::study {

/// All that a report says of a study, both languages. Layers of `results` are pointed at, so `results` must outlive
/// the report and stay where it is. `office.logo_png` is the study's; `versions` are left to the caller.
[[nodiscard]] report::Report report_of(const Study& study, const StudyResults& results);

}  // namespace desakota::study
