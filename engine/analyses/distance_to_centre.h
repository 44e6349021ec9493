#pragma once

#include "engine/analyses/catalogue.h"

namespace desakota::analyses {

/// `distance-to-centre`: how far is each settlement from its centre, by road, by time, in a straight line?
[[nodiscard]] Analysis describe_distance_to_centre();

}  // namespace desakota::analyses
