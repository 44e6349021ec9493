#pragma once

#include <vector>

#include "engine/statistics/logit.h"

namespace desakota::statistics {

/// All that can be told before a fit: too few cases, one outcome only, constant, dependent and separating traits.
[[nodiscard]] std::vector<LogitProblem> find_logit_problems(const LogitCases& cases, core::Progress& progress);

}  // namespace desakota::statistics
