#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "engine/maps/projected_geometry.h"

namespace desakota::maps {

/// Where a name may stand on the page, the best place first.
struct LabelWish {
    std::vector<Box> places;
};

/// For each wish in turn, the first of its places that lies inside the frame and meets neither an obstacle nor a name
/// placed before; missing where there is none. The most important wish comes first.
[[nodiscard]] std::vector<std::optional<std::size_t>> place_labels(std::span<const LabelWish> wishes,
                                                                   std::span<const Box> obstacles, const Box& frame);

}  // namespace desakota::maps
