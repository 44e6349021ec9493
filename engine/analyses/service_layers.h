#pragma once

#include <vector>

#include "engine/analyses/catalogue.h"
#include "engine/analyses/service_findings.h"

namespace desakota::analyses {

/// service_areas, service_areas_roads, service_areas_summary, as declared: without a run's limits in their legends.
[[nodiscard]] std::vector<OutputLayer> service_outputs();

/// What the layers of a run are made from.
struct ServiceOutcome {
    const HealthQuestion& question;
    const ServiceBands& bands;
    const ServiceFindings& findings;
    bool by_facility = false;
};

[[nodiscard]] Results make_service_results(const ServiceOutcome& run, const SearchSetting& setting,
                                           const layers::Layer& settlement_layer, RunContext& context);

}  // namespace desakota::analyses
