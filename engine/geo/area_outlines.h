#pragma once

#include <cstdint>
#include <vector>

#include "engine/core/progress.h"
#include "engine/geo/geometry.h"

namespace desakota::geo {

/// Knots of the outlines of a coverage: two pieces that share an end name it by the same number.
struct Knot {
    std::uint64_t number = 0;
    Point place;
};

/// A straight piece of the border between two areas of a coverage, the one to its left and the one to its right;
/// 0 is what belongs to none.
struct OutlinePiece {
    Knot from;
    Knot to;
    std::uint32_t left = 0;
    std::uint32_t right = 0;
};

/// Appends `outlines` to `simplified` with fewer knots: of pieces that follow each other between the same two areas,
/// knots that lie within `tolerance` metres of the line without them are left out. Ends of such runs stay, so that
/// parts of a coverage may be simplified on their own if no knot that they share lies within one.
/// `scale`: metres for each unit of x and y. Source: Douglas and Peucker (1973), Cartographica 10.
void simplify_outlines(const std::vector<OutlinePiece>& outlines, const Point& scale, double tolerance,
                       std::vector<OutlinePiece>& simplified);

/// The areas 1 .. `areas`, one feature each (area 1 is feature 0), without parts where no piece borders it: rings put
/// together from their pieces, outer rings anticlockwise, each inner ring behind the smallest outer ring round it.
/// The pieces round an area must close: at each knot as many begin as end, one at most.
[[nodiscard]] Geometries areas_within(const std::vector<OutlinePiece>& outlines, std::uint32_t areas,
                                      core::Progress& progress);

}  // namespace desakota::geo
