#pragma once

#include <cstdint>
#include <vector>

#include "engine/geo/geometry.h"
#include "engine/paths/nearest.h"

namespace desakota::paths {

struct ReachQuestion {
    const Nearest& nearest;            ///< without a cutoff, of a network without barriers
    std::vector<std::int64_t> limits;  ///< ascending, above 0, in the unit of `nearest`
    std::vector<std::uint32_t>
        owners;  ///< whose each destination is: areas are told apart by them; empty: they are not
};

/// The areas from which the way to the nearest destination (Nearest::way_from) costs at most limits[0], more than
/// limits[0] and at most limits[1], and so on, as a coverage: areas of the same call share their borders and never
/// overlap. Longitude and latitude; feature `owner * limits + band` (owner 0 where they are not told apart).
///
/// Within 10 m: a place whose whole surroundings of 10 m belong to one area lies in that area, and usually an outline
/// is true to 1 m. Places are looked at on a grid of at most 10 m (triangles of its cells' halves), from large squares
/// down to those through which an outline may pass: a way's cost changes by no more than a leg's cost a metre, which
/// bounds it over a square. Where an outline crosses a side of a triangle is found to decimetres.
[[nodiscard]] geo::Geometries reach_areas(const ReachQuestion& question, const core::Parallel& parallel,
                                          core::Progress& progress);

}  // namespace desakota::paths
