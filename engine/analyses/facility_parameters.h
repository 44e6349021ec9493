#pragma once

#include <vector>

#include "engine/analyses/catalogue.h"

namespace desakota::analyses {

/// facilities (required) and their fields: what read_facilities reads.
[[nodiscard]] std::vector<Parameter> facility_parameters();
/// count-as: the kinds that count for a threshold.
[[nodiscard]] Parameter count_as_parameter();

}  // namespace desakota::analyses
