#pragma once

#include "engine/analyses/homes.h"

namespace desakota::analyses {

/// Reads the raster `population-raster` (points at the cells' centres with the column `value`): the cells inside each
/// settlement's polygon, weighted by their values; cells of 0 are passed over. Its memory is released.
/// Error: values that are negative or no numbers.
[[nodiscard]] FamilyLayer read_population(Arguments& arguments, const Settlements& settlements, RunContext& context);

}  // namespace desakota::analyses
