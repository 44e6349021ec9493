#pragma once

#include "engine/analyses/arguments.h"
#include "engine/network/road_network.h"

namespace desakota::analyses {

/// `clean` and `tolerance` of a run, as build_network takes them; without barriers.
[[nodiscard]] network::NetworkOptions network_options(const Arguments& arguments);

}  // namespace desakota::analyses
