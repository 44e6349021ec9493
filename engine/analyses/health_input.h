#pragma once

#include "engine/analyses/catalogue.h"
#include "engine/analyses/family_places.h"
#include "engine/analyses/health_searches.h"

namespace desakota::analyses {

/// What a question about access to health care is asked of: settlements, facilities, where families live, roads.
struct HealthInput {
    HealthQuestion question;
    FamilySources families;
    RoadInput roads;
};

/// threshold: metres by road, 5000 by default.
[[nodiscard]] Parameter health_threshold_parameter();
/// threshold-min: minutes of travel, without a default.
[[nodiscard]] Parameter health_time_threshold_parameter();
[[nodiscard]] double health_threshold(const Arguments& arguments);

/// Reads them; what is wrong goes to the diagnostics as errors.
[[nodiscard]] HealthInput read_health_input(Arguments& arguments, RunContext& context);
/// Usage errors, collected, for options that have no effect with what was read.
void refuse_health_options_without_effect(const HealthInput& input, const Arguments& arguments,
                                          core::Diagnostics& diagnostics);

/// Builds the network (taking the input's roads) and places the families of the question; find_health_access is next.
[[nodiscard]] SearchSetting prepare_health_search(HealthInput& input, const Arguments& arguments, RunContext& context);

}  // namespace desakota::analyses
