#pragma once

#include <vector>

#include "engine/analyses/catalogue.h"

namespace desakota::analyses {

/// decimal and dash: what tables leave open about their numbers. Every analysis has them, and front ends heed them as
/// they read tables; an analysis itself sees numbers only.
[[nodiscard]] std::vector<Parameter> table_reading_parameters();

}  // namespace desakota::analyses
