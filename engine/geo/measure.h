#pragma once

#include <algorithm>
#include <cmath>
#include <span>

#include "engine/geo/point.h"

namespace desakota::geo {

/// Geodesic distance on the WGS 84 ellipsoid, in metres.
///
/// Up to 0.05 degree (5.5 km) by Gauss's mid-latitude formula with the terms of third order, whose relative error
/// stays under 1e-9 within 60 degrees of the equator; above, and nearer the poles, by Karney's algorithm (PROJ's
/// geod_inverse).
/// Source: Rapp (1991), Geometric Geodesy, part 1, Ohio State University (mid-latitude formulas); Karney (2013),
/// "Algorithms for geodesics", J. Geodesy 87.
[[nodiscard]] double distance(const GridPoint& from, const GridPoint& to);
/// Always by Karney's algorithm.
[[nodiscard]] double exact_distance(const GridPoint& from, const GridPoint& to);

/// What a closed ring in longitude and latitude (degrees) encloses on the WGS 84 ellipsoid, in square metres, never
/// negative; its sides taken as geodesics. Source: Karney (2013), as above (PROJ's geod_polygon_compute).
[[nodiscard]] double ring_area(std::span<const Point> lon_lat);

/// A flat frame round a place in which the lines of a layer, straight in longitude and latitude, are straight: metres
/// east and north at the place's own scale. Lengths within 2 km of the place are true to 2 parts in ten thousand at 30
/// degrees of latitude (6 at 60), and directions and feet of perpendiculars likewise; use `distance` where a length is
/// reported or compared with a limit.
class LocalFrame {
public:
    explicit LocalFrame(const GridPoint& origin);
    [[nodiscard]] Point to_metres(const GridPoint& point) const {
        return {static_cast<double>(point.x - origin_.x) * metres_per_x_,
                static_cast<double>(point.y - origin_.y) * metres_per_y_};
    }
    /// The rectangle that holds every place within `radius` metres of the origin.
    [[nodiscard]] GridBox box(double radius) const;
    /// Metres from the origin to the nearest place of the box, in the frame.
    [[nodiscard]] double distance_to(const GridBox& box) const {
        const GridPoint nearest{std::clamp(origin_.x, box.min_x, box.max_x),
                                std::clamp(origin_.y, box.min_y, box.max_y)};
        const auto metres = to_metres(nearest);
        return std::sqrt(metres.x * metres.x + metres.y * metres.y);
    }

private:
    GridPoint origin_;
    double metres_per_x_ = 0.0;
    double metres_per_y_ = 0.0;
};

/// A flat plane round a place with true lengths: a transverse Mercator plane, by its series to second order. Within
/// 4 km of the place lengths are true to 2 mm within 60 degrees of the equator; a line between two far points of a
/// layer is not quite straight in it.
/// Source: Rapp (1991), Geometric Geodesy, part 1 (transverse Mercator series).
class LocalPlane {
public:
    explicit LocalPlane(const GridPoint& origin);
    [[nodiscard]] Point to_metres(const GridPoint& point) const {
        const auto x = static_cast<double>(point.x - origin_.x);
        const auto y = static_cast<double>(point.y - origin_.y);
        return {x * (metres_per_x_ + x_shrinks_ * y), y * (metres_per_y_ + y_grows_ * y) + parallel_bends_ * x * x};
    }

private:
    GridPoint origin_;
    double metres_per_x_ = 0.0;
    double metres_per_y_ = 0.0;
    double x_shrinks_ = 0.0;       ///< of metres_per_x_ with y
    double y_grows_ = 0.0;         ///< half the growth of metres_per_y_ with y
    double parallel_bends_ = 0.0;  ///< how a parallel leaves the plane's x axis
};

/// The place at share `t` (0 to 1) of the straight piece from `a` to `b`.
[[nodiscard]] inline GridPoint interpolate(const GridPoint& a, const GridPoint& b, double t) {
    if (t <= 0.0) return a;
    if (t >= 1.0) return b;
    return {a.x + std::llrint(static_cast<double>(b.x - a.x) * t),
            a.y + std::llrint(static_cast<double>(b.y - a.y) * t)};
}

/// Where on the piece from `a` to `b` the origin of a frame is nearest: its share of the piece, and how far it is.
struct Foot {
    double t = 0.0;       ///< 0 at `a`, 1 at `b`; 0 for a piece without length
    double metres = 0.0;  ///< in the frame
};
[[nodiscard]] inline Foot foot_on(const LocalFrame& frame, const GridPoint& a, const GridPoint& b) {
    const auto start = frame.to_metres(a);
    const auto end = frame.to_metres(b);
    const double dx = end.x - start.x;
    const double dy = end.y - start.y;
    const double length_squared = dx * dx + dy * dy;
    const double along = length_squared > 0.0 ? -(start.x * dx + start.y * dy) / length_squared : 0.0;
    const double t = std::clamp(along, 0.0, 1.0);
    const double x = start.x + t * dx;
    const double y = start.y + t * dy;
    return {t, std::sqrt(x * x + y * y)};
}

/// Metres from `origin` to the piece from `a` to `b` of any length, the nearest point found in a flat frame and the
/// distance to it measured on the ellipsoid.
[[nodiscard]] double distance_to_piece(const GridPoint& origin, const GridPoint& a, const GridPoint& b);

}  // namespace desakota::geo
