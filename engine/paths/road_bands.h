#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/paths/nearest.h"

namespace desakota::paths {

/// A part of a road whose points all lie in one band: `band` counts the limits that the way from there exceeds, up to
/// their number; kNone where there is no way.
struct RoadBand {
    std::uint32_t line = 0;
    double from = 0.0;  ///< metres along the line
    double to = 0.0;
    std::uint32_t band = network::kNone;
};

/// The passable roads (not rivers, ferries and railways, nor the joins that cleaning made), line by line, cut where the
/// cost of the way to the nearest destination passes one of `limits` (ascending). Who stands on a road follows it to
/// an exit or to one of the ends of the piece, or walks straight to the destination where legs may leave the road and
/// the access limit allows. Cuts are exact to some millimetres; where walking is the shorter, a band that holds only
/// between two places 100 m apart is missed.
[[nodiscard]] std::vector<RoadBand> road_bands(const Nearest& nearest, std::span<const std::int64_t> limits,
                                               const core::Parallel& parallel, core::Progress& progress);

}  // namespace desakota::paths
