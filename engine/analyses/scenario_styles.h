#pragma once

#include "engine/maps/style.h"
#include "engine/network/road_network.h"

namespace desakota::analyses {

/// `families`: by families_change, blue where families come within the threshold, red where they fall beyond it; by
/// time `families_time`, by families_change_time.
[[nodiscard]] maps::Style scenario_families_style(network::Objective cost);
/// `change`: by effect and change_m, or change_min, blue for nearer, orange for farther.
[[nodiscard]] maps::Style scenario_change_style(network::Objective cost);
/// `links`: added, removed and changed roads.
[[nodiscard]] maps::Style scenario_links_style();

}  // namespace desakota::analyses
