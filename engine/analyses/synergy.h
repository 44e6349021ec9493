#pragma once

#include "engine/analyses/catalogue.h"

namespace desakota::analyses {

/// How well government, business and community work together in each area.
[[nodiscard]] Analysis describe_synergy();

}  // namespace desakota::analyses
