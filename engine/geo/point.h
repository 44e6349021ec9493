#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <limits>

namespace desakota::geo {

/// A position in the units of some coordinate system: x to the east (longitude), y to the north (latitude).
struct Point {
    double x = 0.0;
    double y = 0.0;
    bool operator==(const Point&) const = default;
};

/// A position on WGS 84 on the grid on which the engine compares places: whole units of 1e-9 degree (0.1 mm).
/// Valid range: longitude within 360 degrees, latitude within 90.
struct GridPoint {
    std::int64_t x = 0;
    std::int64_t y = 0;
    auto operator<=>(const GridPoint&) const = default;
};

inline constexpr double kGridUnitsPerDegree = 1e9;

[[nodiscard]] inline double degrees(std::int64_t grid_units) {
    return static_cast<double>(grid_units) / kGridUnitsPerDegree;
}
/// Longitude and latitude in degrees.
[[nodiscard]] inline Point to_degrees(const GridPoint& point) {
    return {degrees(point.x), degrees(point.y)};
}
/// The nearest grid point of a finite longitude and latitude in degrees.
[[nodiscard]] GridPoint to_grid(const Point& lon_lat);

/// A rectangle on the grid, its borders included. Empty until something is added.
struct GridBox {
    std::int64_t min_x = std::numeric_limits<std::int64_t>::max();
    std::int64_t min_y = std::numeric_limits<std::int64_t>::max();
    std::int64_t max_x = std::numeric_limits<std::int64_t>::min();
    std::int64_t max_y = std::numeric_limits<std::int64_t>::min();

    [[nodiscard]] bool is_empty() const { return min_x > max_x; }
    void add(const GridPoint& point) {
        min_x = std::min(min_x, point.x);
        min_y = std::min(min_y, point.y);
        max_x = std::max(max_x, point.x);
        max_y = std::max(max_y, point.y);
    }
    void add(const GridBox& box) {
        min_x = std::min(min_x, box.min_x);
        min_y = std::min(min_y, box.min_y);
        max_x = std::max(max_x, box.max_x);
        max_y = std::max(max_y, box.max_y);
    }
    [[nodiscard]] bool meets(const GridBox& other) const {
        return min_x <= other.max_x && other.min_x <= max_x && min_y <= other.max_y && other.min_y <= max_y;
    }
    bool operator==(const GridBox&) const = default;
};

}  // namespace desakota::geo
