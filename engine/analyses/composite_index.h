#pragma once

#include "engine/analyses/catalogue.h"

namespace desakota::analyses {

/// `composite-index`: any index that a scheme file describes (welfare/scheme.h), of each settlement, with its class,
/// its rank and how sure that rank is.
[[nodiscard]] Analysis describe_composite_index();

}  // namespace desakota::analyses
