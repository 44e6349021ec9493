#include "engine/maps/utm_zone.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace desakota::maps {
namespace {

constexpr double kMiddleFactor = 0.9996;
constexpr double kFalseEasting = 500'000.0;
/// The ellipsoid's mean radius of curvature by the equator, in metres; within the tropics it grows by 0.2 %.
constexpr double kRadius = 6'356'800.0;

}  // namespace

std::string UtmZone::crs() const {
    return fmt::format("EPSG:{}", (is_south ? 32700 : 32600) + number);
}

core::Text UtmZone::title() const {
    const char* const half = is_south ? "S" : "N";
    return core::format_text("WGS 84 / UTM zone {0}{1}", "WGS 84 / UTM zona {0}{1}", number, half);
}

UtmZone zone_of(const geo::Point& lon_lat) {
    const double zone = std::floor((lon_lat.x + 180.0) / 6.0) + 1.0;
    return {static_cast<int>(std::clamp(zone, 1.0, 60.0)), lon_lat.y < 0.0};
}

// The first term of the series in Snyder (1987), Map Projections - A Working Manual, equation 8-11.
double scale_factor(const geo::Point& place) {
    const double share = (place.x - kFalseEasting) / (kMiddleFactor * kRadius);
    return kMiddleFactor * (1.0 + share * share / 2.0);
}

}  // namespace desakota::maps
