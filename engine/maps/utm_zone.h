#pragma once

#include <string>

#include "engine/core/text.h"
#include "engine/geo/point.h"

namespace desakota::maps {

/// A zone of the Universal Transverse Mercator projection on WGS 84: the plane on which a map is drawn.
struct UtmZone {
    int number = 48;  ///< 1 to 60
    bool is_south = false;
    bool operator==(const UtmZone&) const = default;

    /// "EPSG:32748"
    [[nodiscard]] std::string crs() const;
    /// "WGS 84 / UTM zone 48S"
    [[nodiscard]] core::Text title() const;
};

/// The zone of a longitude and latitude in degrees; a place on the equator is north of it.
[[nodiscard]] UtmZone zone_of(const geo::Point& lon_lat);

/// How much longer lengths are on a zone's plane than on the ellipsoid near a place of a plane (metres): 0.9996 on
/// its middle meridian, 1.0010 at its border by the equator.
[[nodiscard]] double scale_factor(const geo::Point& place);

}  // namespace desakota::maps
