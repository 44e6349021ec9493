#pragma once

#include <span>
#include <vector>

#include "engine/network/access_legs.h"
#include "engine/network/road_network.h"

namespace desakota::test_support {

/// The least cost (metres or seconds) from each settlement to any destination, found the slow way: every line becomes
/// a string of points `spacing` metres apart, every point within the access limit an entry and an exit, and a
/// plain search runs over all of it. Never less than the true least cost but for roundings, and more by at most
/// what the spacing hides. Infinity where there is no way.
[[nodiscard]] std::vector<double> sampled_costs(const network::RoadNetwork& network,
                                                std::span<const geo::GridPoint> settlements,
                                                std::span<const geo::GridPoint> destinations,
                                                const network::AccessOptions& options, double spacing);

}  // namespace desakota::test_support
