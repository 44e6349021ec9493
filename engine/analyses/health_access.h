#pragma once

#include "engine/analyses/catalogue.h"

namespace desakota::analyses {

/// `health-access`: which families live more than 5 km from a puskesmas?
[[nodiscard]] Analysis describe_health_access();

}  // namespace desakota::analyses
