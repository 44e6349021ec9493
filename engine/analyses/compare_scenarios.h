#pragma once

#include "engine/analyses/catalogue.h"

namespace desakota::analyses {

/// compare-scenarios: what changes for whom if roads or facilities are added or removed, or the season turns.
[[nodiscard]] Analysis describe_compare_scenarios();

}  // namespace desakota::analyses
