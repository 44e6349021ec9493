#pragma once

#include "engine/analyses/catalogue.h"

namespace desakota::analyses {

/// All analyses, in the order in which they are listed.
[[nodiscard]] const Catalogue& catalogue();

}  // namespace desakota::analyses
