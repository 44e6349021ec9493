#pragma once

#include "engine/analyses/catalogue.h"

namespace desakota::analyses {

/// The analysis `od-matrix`.
[[nodiscard]] Analysis describe_od_matrix();

}  // namespace desakota::analyses
