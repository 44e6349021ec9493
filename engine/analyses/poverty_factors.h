#pragma once

#include "engine/analyses/catalogue.h"

namespace desakota::analyses {

/// Which household traits go with being poor: a binary logit, and its predicted probabilities by settlement.
[[nodiscard]] Analysis describe_poverty_factors();

}  // namespace desakota::analyses
