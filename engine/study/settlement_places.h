#pragma once

#include <optional>
#include <vector>

#include "engine/geo/point.h"
#include "engine/layers/layer.h"

namespace desakota::study {

/// A point of each row, longitude and latitude on WGS 84: the first of a point row, the middle vertex of a line, a
/// point inside a polygon. Missing where there is no geometry, or a polygon that encloses nothing.
[[nodiscard]] std::vector<std::optional<geo::Point>> places_of(const layers::Layer& layer);

}  // namespace desakota::study
