#pragma once

#include <string>
#include <vector>

#include "engine/analyses/scenario_changes.h"
#include "engine/analyses/scenario_layers.h"

namespace desakota::analyses {

/// The roads of a scenario, one a part: the added, the removed, then the changed ones. `network`: that of the scenario.
[[nodiscard]] std::vector<ScenarioLink> links_of(const ScenarioRoads& roads, const network::RoadNetwork& network,
                                                 const Arguments& arguments);

/// A warning that names the added roads that meet no road of the base. `labels`: of their layers.
void warn_of_loose_links(const std::vector<ScenarioLink>& links, const std::vector<std::string>& labels,
                         core::Diagnostics& diagnostics);

}  // namespace desakota::analyses
