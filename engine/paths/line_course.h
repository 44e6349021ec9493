#pragma once

#include <cstdint>
#include <vector>

#include "engine/network/road_network.h"

namespace desakota::paths {

/// The place so many metres along a line from its start; its ends for what lies before or beyond them.
[[nodiscard]] geo::GridPoint place_on_line(const network::RoadNetwork& network, std::uint32_t line, double metres);

/// Appends the points of a line between two places on it, in metres along it, both included, in the order of travel.
void add_line_course(const network::RoadNetwork& network, std::uint32_t line, double from, double to,
                     std::vector<geo::GridPoint>& course);

}  // namespace desakota::paths
