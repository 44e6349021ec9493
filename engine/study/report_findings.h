#pragma once

#include <vector>

#include "engine/core/text.h"
#include "engine/report/report.h"
#include "engine/study/results.h"

namespace desakota::study {

/// The key findings, most important first: who comes first in the priority list, what every analysis answers, and what
/// the seasons change. `report` has its settlements and priorities already.
[[nodiscard]] std::vector<core::Text> key_findings(const report::Report& report, const StudyResults& results);

}  // namespace desakota::study
