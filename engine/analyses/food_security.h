#pragma once

#include "engine/analyses/catalogue.h"

namespace desakota::analyses {

/// Food security: availability, access and utilisation of food by settlement, and the combined index of Lamba (2006).
[[nodiscard]] Analysis describe_food_security();

}  // namespace desakota::analyses
