#pragma once

#include "engine/analyses/road_input.h"
#include "engine/network/road_network.h"

namespace desakota::analyses {

/// Adds the places of the parameter `landings` (a point layer) to the lines, each as a line without length: there,
/// and then only there, rivers are boarded, and ferries besides their ends. An error where there is neither a river
/// nor a ferry to board.
void add_landings(const Arguments& arguments, RoadInput& roads, RunContext& context);

/// Reads the layers of the parameter `barriers` (lines, or areas by their outlines), which access legs must not cross.
[[nodiscard]] network::Lines read_barriers(Arguments& arguments, RunContext& context);

/// Warns of landings that are farther than 50 m from any river and ferry and so serve nothing.
void report_idle_landings(const network::RoadNetwork& network, core::Diagnostics& diagnostics);

}  // namespace desakota::analyses
