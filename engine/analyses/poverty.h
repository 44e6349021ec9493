#pragma once

#include "engine/analyses/catalogue.h"

namespace desakota::analyses {

/// `poverty`: how many households and persons are poor, by each poverty line?
[[nodiscard]] Analysis describe_poverty();

}  // namespace desakota::analyses
