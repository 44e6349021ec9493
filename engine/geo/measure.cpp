#include "engine/geo/measure.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <geodesic.h>
#include <numbers>

namespace desakota::geo {
namespace {

constexpr double kSemiMajorAxis = 6378137.0;         // WGS 84, metres
constexpr double kFlattening = 1.0 / 298.257223563;  // WGS 84
constexpr double kEccentricitySquared = kFlattening * (2.0 - kFlattening);
constexpr double kSecondEccentricitySquared = kEccentricitySquared / (1.0 - kEccentricitySquared);
constexpr double kRadiansPerUnit = std::numbers::pi / 180.0 / kGridUnitsPerDegree;

/// The ellipsoid at a latitude: radii of curvature in metres and what they are made of.
struct Radii {
    double sine = 0.0;
    double cosine = 0.0;
    double w2 = 0.0;  ///< 1 - e^2 sin^2
    double prime_vertical = 0.0;
    double meridian = 0.0;
};

Radii radii_at(std::int64_t latitude_units) {
    Radii radii;
    radii.sine = std::sin(static_cast<double>(latitude_units) * kRadiansPerUnit);
    radii.cosine = std::sqrt(1.0 - radii.sine * radii.sine);
    radii.w2 = 1.0 - kEccentricitySquared * radii.sine * radii.sine;
    radii.prime_vertical = kSemiMajorAxis / std::sqrt(radii.w2);
    radii.meridian = radii.prime_vertical * (1.0 - kEccentricitySquared) / radii.w2;
    return radii;
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

double ring_area(std::span<const Point> lon_lat) {
    geod_polygon polygon{};
    geod_polygon_init(&polygon, 0);
    // The last point is the first again.
    for (std::size_t i = 0; i + 1 < lon_lat.size(); ++i) {
        geod_polygon_addpoint(&wgs84(), &polygon, lon_lat[i].y, lon_lat[i].x);
    }
    double square_metres = 0.0;
    geod_polygon_compute(&wgs84(), &polygon, 0, 1, &square_metres, nullptr);
    return std::abs(square_metres);
}

double distance(const GridPoint& from, const GridPoint& to) {
    constexpr std::int64_t kNear = 50'000'000;       // 0.05 degree: 5.5 km
    constexpr std::int64_t kPolar = 60'000'000'000;  // 60 degrees
    const std::int64_t dx = to.x - from.x;
    const std::int64_t dy = to.y - from.y;
    if (std::abs(dx) > kNear || std::abs(dy) > kNear || std::abs(from.y) > kPolar) return exact_distance(from, to);
    const double sine = std::sin(0.5 * static_cast<double>(from.y + to.y) * kRadiansPerUnit);
    const double sine2 = sine * sine;
    const double cosine2 = 1.0 - sine2;
    const double w2 = 1.0 - kEccentricitySquared * sine2;
    const double prime_vertical = kSemiMajorAxis / std::sqrt(w2);
    const double meridian = prime_vertical * (1.0 - kEccentricitySquared) / w2;
    const double longitude = static_cast<double>(dx) * kRadiansPerUnit;
    const double latitude = static_cast<double>(dy) * kRadiansPerUnit;
    const double longitude2 = longitude * longitude;
    const double latitude2 = latitude * latitude;
    const double eta2 = kSecondEccentricitySquared * cosine2;
    const double v4 = (1.0 + eta2) * (1.0 + eta2);
    const double east = prime_vertical * std::sqrt(cosine2) * longitude *
                        (1.0 - longitude2 * sine2 / 24.0 +
                         (1.0 + eta2 - 9.0 * kSecondEccentricitySquared * sine2) * latitude2 / (24.0 * v4));
    const double north = meridian * latitude * (1.0 - longitude2 / 8.0) *
                         (1.0 + (1.0 - 2.0 * eta2) * longitude2 * cosine2 / 24.0 +
                          kSecondEccentricitySquared * (cosine2 - sine2) * latitude2 / (8.0 * v4));
    return std::sqrt(east * east + north * north);
}

LocalFrame::LocalFrame(const GridPoint& origin) : origin_(origin) {
    const auto radii = radii_at(origin.y);
    metres_per_x_ = radii.prime_vertical * radii.cosine * kRadiansPerUnit;
    metres_per_y_ = radii.meridian * kRadiansPerUnit;
}

LocalPlane::LocalPlane(const GridPoint& origin) : origin_(origin) {
    const auto radii = radii_at(origin.y);
    const double unit2 = kRadiansPerUnit * kRadiansPerUnit;
    metres_per_x_ = radii.prime_vertical * radii.cosine * kRadiansPerUnit;
    metres_per_y_ = radii.meridian * kRadiansPerUnit;
    x_shrinks_ = -radii.meridian * radii.sine * unit2;
    y_grows_ = 1.5 * radii.meridian * kEccentricitySquared * radii.sine * radii.cosine / radii.w2 * unit2;
    parallel_bends_ = 0.5 * radii.prime_vertical * radii.sine * radii.cosine * unit2;
}

GridBox LocalFrame::box(double radius) const {
    // A little wider than the frame says: degrees of longitude shrink towards the poles within the box.
    const auto half_width = static_cast<std::int64_t>(std::ceil(radius * 1.01 / std::max(metres_per_x_, 1e-9)));
    const auto half_height = static_cast<std::int64_t>(std::ceil(radius * 1.01 / metres_per_y_));
    return {origin_.x - half_width, origin_.y - half_height, origin_.x + half_width, origin_.y + half_height};
}

double distance_to_piece(const GridPoint& origin, const GridPoint& a, const GridPoint& b) {
    const auto foot = foot_on(LocalFrame(origin), a, b);
    return distance(origin, interpolate(a, b, foot.t));
}

}  // namespace desakota::geo
