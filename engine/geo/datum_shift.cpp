#include "engine/geo/datum_shift.h"

#include <array>
#include <cmath>

#include "engine/core/error.h"
#include "engine/geo/coordinate_system.h"
#include "engine/geo/measure.h"
#include "engine/geo/proj_objects.h"

namespace desakota::geo {
namespace {

/// Longitude and latitude on the system's own datum.
std::optional<Point> on_own_datum(const Point& place, const std::string& crs) {
    const auto context = make_context();
    const Object system(proj_create(context.get(), crs.c_str()));
    if (!system) return std::nullopt;
    const Object base(proj_crs_get_geodetic_crs(context.get(), system.get()));
    if (!base) return std::nullopt;
    const Object raw(proj_create_crs_to_crs_from_pj(context.get(), system.get(), base.get(), nullptr, nullptr));
    if (!raw) return std::nullopt;
    const Object operation(proj_normalize_for_visualization(context.get(), raw.get()));
    if (!operation) return std::nullopt;
    const auto result = proj_trans(operation.get(), PJ_FWD, proj_coord(place.x, place.y, 0.0, HUGE_VAL));
    return Point{result.xy.x, result.xy.y};
}

}  // namespace

std::optional<double> datum_shift(const Point& place, const std::string& crs) {
    constexpr double kMostCredible = 5000.0;  // metres: beyond, the longitudes do not start at Greenwich
    const auto own = on_own_datum(place, crs);
    if (!own || !(std::abs(own->x) <= 360.0 && std::abs(own->y) <= 90.0)) return std::nullopt;
    std::array<Point, 1> shifted{place};
    core::SilentProgress silent;
    try {
        to_wgs84(shifted, crs, {}, silent);
    } catch (const core::Error&) {
        return std::nullopt;
    }
    if (!(std::abs(shifted[0].x) <= 360.0 && std::abs(shifted[0].y) <= 90.0)) return std::nullopt;
    const double metres = exact_distance(to_grid(*own), to_grid(shifted[0]));
    if (metres > kMostCredible) return std::nullopt;
    return metres;
}

}  // namespace desakota::geo
