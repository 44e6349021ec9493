#include "engine/geo/measure.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <geodesic.h>
#include <numbers>
#include <vector>

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

/// A polynomial of third degree, by its coefficients.
using Cubic = std::array<double, 4>;

double value_of(const Cubic& cubic, double share) {
    return ((cubic[3] * share + cubic[2]) * share + cubic[1]) * share + cubic[0];
}

/// The cubic with these values and slopes at 0 and 1 (Hermite's interpolation).
Cubic cubic_between(double from, double slope_from, double to, double slope_to) {
    return {from, slope_from, 3.0 * (to - from) - 2.0 * slope_from - slope_to,
            2.0 * (from - to) + slope_from + slope_to};
}

/// What lengths need to know of the latitudes of a belt a quarter of a degree high: the radii of curvature by
/// interpolation, true to 1e-12, and the terms of third order, each less than 1e-7 of the whole, as in its middle.
struct alignas(128) Belt {
    Cubic parallel{};  ///< metres a radian of longitude
    Cubic meridian{};  ///< metres a radian of latitude
    double east_by_longitude2 = 0.0;
    double east_by_latitude2 = 0.0;
    double north_by_longitude2 = 0.0;
    double north_by_latitude2 = 0.0;
};

constexpr std::int64_t kPolar = 60'000'000'000;  // 60 degrees
constexpr std::int64_t kBeltHeight = 250'000'000;

Belt make_belt(std::int64_t south) {
    constexpr double kHeight = static_cast<double>(kBeltHeight) * kRadiansPerUnit;
    const auto a = radii_at(south);
    const auto b = radii_at(south + kBeltHeight);
    // Derivatives by latitude: of N cos, - M sin; of M, 3 M e^2 sin cos / w^2.
    const auto parallel_slope = [](const Radii& radii) { return -radii.meridian * radii.sine * kHeight; };
    const auto meridian_slope = [](const Radii& radii) {
        return 3.0 * radii.meridian * kEccentricitySquared * radii.sine * radii.cosine / radii.w2 * kHeight;
    };
    const auto middle = radii_at(south + kBeltHeight / 2);
    const double sine2 = middle.sine * middle.sine;
    const double cosine2 = middle.cosine * middle.cosine;
    const double eta2 = kSecondEccentricitySquared * cosine2;
    const double v4 = (1.0 + eta2) * (1.0 + eta2);
    return {
        cubic_between(a.prime_vertical * a.cosine, parallel_slope(a), b.prime_vertical * b.cosine, parallel_slope(b)),
        cubic_between(a.meridian, meridian_slope(a), b.meridian, meridian_slope(b)),
        -sine2 / 24.0,
        (1.0 + eta2 - 9.0 * kSecondEccentricitySquared * sine2) / (24.0 * v4),
        (1.0 - 2.0 * eta2) * cosine2 / 24.0 - 1.0 / 8.0,
        kSecondEccentricitySquared * (cosine2 - sine2) / (8.0 * v4)};
}

/// From one belt beyond 60 degrees south to one beyond 60 degrees north.
std::vector<Belt> make_belts() {
    std::vector<Belt> belts;
    for (auto south = -kPolar - kBeltHeight; south <= kPolar; south += kBeltHeight) belts.push_back(make_belt(south));
    return belts;
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
    constexpr std::int64_t kNear = 50'000'000;  // 0.05 degree: 5.5 km
    const std::int64_t dx = to.x - from.x;
    const std::int64_t dy = to.y - from.y;
    if (std::abs(dx) > kNear || std::abs(dy) > kNear || std::abs(from.y) > kPolar) return exact_distance(from, to);
    static const auto belts = make_belts();
    const double place = (static_cast<double>(from.y + to.y) * 0.5 + static_cast<double>(kPolar + kBeltHeight)) *
                         (1.0 / static_cast<double>(kBeltHeight));
    const auto number = static_cast<std::size_t>(place);
    const auto& belt = belts[number];
    const double share = place - static_cast<double>(number);
    const double longitude = static_cast<double>(dx) * kRadiansPerUnit;
    const double latitude = static_cast<double>(dy) * kRadiansPerUnit;
    const double longitude2 = longitude * longitude;
    const double latitude2 = latitude * latitude;
    const double east = value_of(belt.parallel, share) * longitude *
                        (1.0 + belt.east_by_longitude2 * longitude2 + belt.east_by_latitude2 * latitude2);
    const double north = value_of(belt.meridian, share) * latitude *
                         (1.0 + belt.north_by_longitude2 * longitude2 + belt.north_by_latitude2 * latitude2);
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
