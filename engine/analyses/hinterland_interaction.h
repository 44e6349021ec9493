#pragma once

#include "engine/analyses/catalogue.h"

namespace desakota::analyses {

/// How strongly is each settlement tied to each centre, and whose hinterland is it?
[[nodiscard]] Analysis describe_hinterland_interaction();

}  // namespace desakota::analyses
