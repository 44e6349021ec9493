#pragma once

#include <cstdint>

#include "engine/geo/point.h"

namespace desakota::geo {

/// Where a place lies along a Hilbert curve over the whole earth, in cells of 2^-21 of its sides (38 m): places
/// near along the curve are near on the ground.
/// Source: Hilbert (1891), Math. Annalen 38; the table of the curve's four orientations is worked out here.
[[nodiscard]] std::uint64_t curve_position(const GridPoint& place);

}  // namespace desakota::geo
