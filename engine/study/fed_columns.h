#pragma once

#include <vector>

#include "engine/analyses/arguments.h"
#include "engine/layers/layer.h"
#include "engine/study/plan.h"
#include "engine/study/typed_values.h"

namespace desakota::study {

/// The columns of earlier runs that the words of a run name as "NAME.COLUMN" or, with a season, "NAME_wet.COLUMN". Of
/// several seasons of one name the run's own is taken, else the first.
///
/// Throws a usage error where the earlier run has other settlements, or no such column.
[[nodiscard]] std::vector<FedColumn> fed_columns(const std::vector<PlannedRun>& earlier, const PlannedRun& run,
                                                 const Words& words);

/// Adds such a column to the settlements of a run, row for row from the main layer of the earlier one. Throws an input
/// error where the rows differ.
void feed(layers::Layer& settlements, const FedColumn& fed, const layers::Layer& earlier);

}  // namespace desakota::study
