#pragma once

#include "engine/analyses/catalogue.h"

namespace desakota::cli {

/// A catalogue for tests: `count-points` has a parameter of every kind, counts points by group and copies them; its
/// parameter `fault` makes it fail in every way an analysis can. `count-nothing` has an output and no parameters.
[[nodiscard]] const analyses::Catalogue& test_catalogue();

}  // namespace desakota::cli
