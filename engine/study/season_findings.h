#pragma once

#include <vector>

#include "engine/core/text.h"
#include "engine/study/results.h"

namespace desakota::study {

/// What follows the answer of `health`, the first run of health access: the families beyond the time threshold, and
/// season against season those beyond each threshold and how much longer ways take. Where nothing differs between
/// seasons, the answer itself, which is the last of the findings, says so at its end.
void add_season_findings(std::vector<core::Text>& findings, const RunResult& health, const StudyResults& results);

}  // namespace desakota::study
