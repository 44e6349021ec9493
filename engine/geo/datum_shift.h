#pragma once

#include <optional>
#include <string>

#include "engine/geo/point.h"

namespace desakota::geo {

/// How far, in metres, the change from the datum of `crs` to WGS 84 moves a place with the coordinates `place`: the
/// geodesic between its longitude and latitude on either datum. Missing where `crs` has no longitude and latitude of
/// its own from Greenwich, or is not understood.
[[nodiscard]] std::optional<double> datum_shift(const Point& place, const std::string& crs);

}  // namespace desakota::geo
