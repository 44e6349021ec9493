#pragma once

#include "engine/analyses/catalogue.h"

namespace desakota::analyses {

/// What lies within each distance or time band of a facility? Areas, roads cut at the bands, families in each.
[[nodiscard]] Analysis describe_service_areas();

}  // namespace desakota::analyses
