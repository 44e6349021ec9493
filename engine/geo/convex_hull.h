#pragma once

#include <span>
#include <vector>

#include "engine/core/parallel.h"
#include "engine/geo/point.h"

namespace desakota::geo {

/// The smallest convex polygon round a set of places, its sides straight in longitude and latitude. Exact on the grid.
/// Sets of a few places give a piece, a single corner, or nothing.
/// Source: Andrew (1979), "Another efficient algorithm for convex hulls in two dimensions", Inf. Proc. Letters 9;
/// places that cannot be corners are sorted out first after Akl & Toussaint (1978), Inf. Proc. Letters 7.
class ConvexHull {
public:
    ConvexHull() = default;
    explicit ConvexHull(std::span<const GridPoint> places);
    ConvexHull(std::span<const GridPoint> places, const core::Parallel& parallel, core::Progress& progress);

    /// Anticlockwise, from the westernmost, none on the straight piece between its neighbours, the first not repeated.
    [[nodiscard]] std::span<const GridPoint> corners() const { return corners_; }
    /// Whether a place lies inside or on the boundary.
    [[nodiscard]] bool contains(const GridPoint& place) const;
    /// Metres from a place, inside or outside, to the nearest point of the boundary; infinite for an empty hull. Takes
    /// time in proportion to the corners (some dozens, for roads).
    [[nodiscard]] double distance_to_boundary(const GridPoint& place) const;

private:
    std::vector<GridPoint> corners_;
};

}  // namespace desakota::geo
