#pragma once

#include <optional>
#include <vector>

#include "engine/analyses/critical_links.h"
#include "engine/analyses/fallbacks.h"
#include "engine/analyses/health_catchments.h"
#include "engine/analyses/health_declared.h"
#include "engine/analyses/health_serving.h"

namespace desakota::analyses {

/// What was asked for besides.
struct HealthExtras {
    std::optional<CatchmentQuestion> catchments;
    CatchmentFindings found_catchments;
    std::optional<ServingQuestion> serving;
    ServingFindings found_serving;
    std::optional<DeclaredDistances> declared;
    std::optional<std::uint32_t> nearest_count;
    std::optional<Fallbacks> fallbacks;
    std::optional<CriticalLinks> critical;
};

/// All outputs of health access, with every column that a run can have.
[[nodiscard]] std::vector<OutputLayer> health_outputs();

/// All that a run found.
struct HealthOutcome {
    const HealthQuestion& question;
    const HealthFindings& findings;
    const HealthExtras& extras;
    const network::RoadNetwork& network;
};
/// Its layers in the order of the outputs, its figures and the answer.
[[nodiscard]] Results make_health_results(const HealthOutcome& run, const Arguments& arguments, RunContext& context);

}  // namespace desakota::analyses
