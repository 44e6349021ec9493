#pragma once

#include "engine/analyses/catalogue.h"

namespace desakota::analyses {

/// Where is my road layer broken, and what would mending each break gain?
[[nodiscard]] Analysis describe_check_network();

}  // namespace desakota::analyses
