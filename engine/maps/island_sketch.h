#pragma once

#include <span>

#include "engine/geo/point.h"

namespace desakota::maps {

/// Indonesia's larger islands and what lies on them beyond the border, sketched with few corners, each true to about
/// half a degree: to recognize where in the country a place is, for nothing else. Drawn for Desakota, after no map
/// file. Longitude and latitude in degrees, not closed.
[[nodiscard]] std::span<const std::span<const geo::Point>> island_sketch();

}  // namespace desakota::maps
