#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/geo/point.h"

namespace desakota::geo {

/// Where a place lies along a Hilbert curve over the whole earth, in cells of 2^-21 of its sides (38 m): places
/// near along the curve are near on the ground.
/// Source: Hilbert (1891), Math. Annalen 38; the table of the curve's four orientations is worked out here.
[[nodiscard]] std::uint64_t curve_position(const GridPoint& place);

/// The indices of places in their order along the curve (ties: the first first). Work done in this order finds what it
/// needs in the cache, where it was for the place before.
[[nodiscard]] std::vector<std::uint32_t> order_along_curve(std::span<const GridPoint> places);

}  // namespace desakota::geo
