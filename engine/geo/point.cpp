#include "engine/geo/point.h"

#include <cmath>

namespace desakota::geo {

GridPoint to_grid(const Point& lon_lat) {
    return {std::llrint(lon_lat.x * kGridUnitsPerDegree), std::llrint(lon_lat.y * kGridUnitsPerDegree)};
}

}  // namespace desakota::geo
