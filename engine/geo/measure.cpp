#include "engine/geo/measure.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numbers>

#include <geodesic.h>

namespace desakota::geo {
namespace {

constexpr double kSemiMajorAxis = 6378137.0;            // WGS 84, metres
constexpr double kFlattening = 1.0 / 298.257223563;     // WGS 84
constexpr double kEccentricitySquared = kFlattening * (2.0 - kFlattening);
constexpr double kRadiansPerUnit = std::numbers::pi / 180.0 / kGridUnitsPerDegree;

/// Radii of curvature times one grid unit at a latitude: metres a unit to the east and to the north.
struct UnitLengths {
    double east = 0.0;
    double north = 0.0;
};

UnitLengths unit_lengths(double latitude_units) {
    const double latitude = latitude_units * kRadiansPerUnit;
    const double sine = std::sin(latitude);
    const double w_squared = 1.0 - kEccentricitySquared * sine * sine;
    const double w = std::sqrt(w_squared);
    const double prime_vertical = kSemiMajorAxis / w;
    const double meridian = prime_vertical * (1.0 - kEccentricitySquared) / w_squared;
    return {prime_vertical * std::sqrt(1.0 - sine * sine) * kRadiansPerUnit, meridian * kRadiansPerUnit};
}

const geod_geodesic& wgs84() {
    static const geod_geodesic ellipsoid = [] {
        geod_geodesic made{};
        geod_init(&made, kSemiMajorAxis, kFlattening);
        return made;
    }();
    return ellipsoid;
}

}  // namespace

double exact_distance(const GridPoint& from, const GridPoint& to) {
    double metres = 0.0;
    geod_inverse(&wgs84(), degrees(from.y), degrees(from.x), degrees(to.y), degrees(to.x), &metres, nullptr, nullptr);
    return metres;
}

double distance(const GridPoint& from, const GridPoint& to) {
    constexpr std::int64_t kNear = 10'000'000;          // 0.01 degree: 1.1 km
    constexpr std::int64_t kPolar = 60'000'000'000;     // 60 degrees
    const std::int64_t dx = to.x - from.x;
    const std::int64_t dy = to.y - from.y;
    if (std::abs(dx) > kNear || std::abs(dy) > kNear || std::abs(from.y) > kPolar) return exact_distance(from, to);
    const auto unit = unit_lengths(0.5 * static_cast<double>(from.y + to.y));
    const double east = static_cast<double>(dx) * unit.east;
    const double north = static_cast<double>(dy) * unit.north;
    return std::sqrt(east * east + north * north);
}

LocalFrame::LocalFrame(const GridPoint& origin) : origin_(origin) {
    const auto unit = unit_lengths(static_cast<double>(origin.y));
    metres_per_x_ = unit.east;
    metres_per_y_ = unit.north;
}

GridBox LocalFrame::box(double radius) const {
    // A little wider than the frame says: degrees of longitude shrink towards the poles within the box.
    const auto half_width = static_cast<std::int64_t>(std::ceil(radius * 1.01 / std::max(metres_per_x_, 1e-9)));
    const auto half_height = static_cast<std::int64_t>(std::ceil(radius * 1.01 / metres_per_y_));
    return {origin_.x - half_width, origin_.y - half_height, origin_.x + half_width, origin_.y + half_height};
}

double LocalFrame::distance_to(const GridBox& box) const {
    const GridPoint nearest{std::clamp(origin_.x, box.min_x, box.max_x), std::clamp(origin_.y, box.min_y, box.max_y)};
    const auto metres = to_metres(nearest);
    return std::sqrt(metres.x * metres.x + metres.y * metres.y);
}

GridPoint interpolate(const GridPoint& a, const GridPoint& b, double t) {
    if (t <= 0.0) return a;
    if (t >= 1.0) return b;
    return {a.x + std::llround(static_cast<double>(b.x - a.x) * t),
            a.y + std::llround(static_cast<double>(b.y - a.y) * t)};
}

Foot foot_on(const LocalFrame& frame, const GridPoint& a, const GridPoint& b) {
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

double distance_to_piece(const GridPoint& origin, const GridPoint& a, const GridPoint& b) {
    const auto foot = foot_on(LocalFrame(origin), a, b);
    return distance(origin, interpolate(a, b, foot.t));
}

}  // namespace desakota::geo
