#pragma once

#include "engine/analyses/catalogue.h"

namespace desakota::analyses {

/// inequality: how unequal are incomes within and between settlements?
[[nodiscard]] Analysis describe_inequality();

}  // namespace desakota::analyses
