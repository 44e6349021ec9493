#pragma once

#include <optional>
#include <span>
#include <string>

#include "engine/core/parallel.h"
#include "engine/geo/point.h"

namespace desakota::geo {

/// How coordinates were brought to WGS 84.
struct CoordinateOperation {
    std::string name;                ///< PROJ's name of the operation; empty where none was needed
    std::optional<double> accuracy;  ///< metres; missing where unknown
};

/// Brings coordinates of the system `crs` (WKT, PROJ's or an authority's code such as "EPSG:32748"; x east, y north)
/// to longitude and latitude on WGS 84, in degrees, in place. Nothing is done where `crs` is WGS 84 already. Places
/// that cannot be converted become non-finite.
///
/// Throws core::input_error where `crs` is not understood, or is no system on the ground (an engineering system).
CoordinateOperation to_wgs84(std::span<Point> coordinates, const std::string& crs, const core::Parallel& parallel,
                             core::Progress& progress);
/// The other way round.
void from_wgs84(std::span<Point> coordinates, const std::string& crs, const core::Parallel& parallel,
                core::Progress& progress);

/// "WGS 84 / UTM zone 48S (EPSG:32748)": the name of a system for messages; empty where it is not understood.
[[nodiscard]] std::string crs_title(const std::string& crs);

/// Whether coordinates of the system are degrees of longitude and latitude; false where it is not understood.
[[nodiscard]] bool is_geographic(const std::string& crs);

/// WGS 84, longitude and latitude, as WKT.
[[nodiscard]] const std::string& wgs84_wkt();

}  // namespace desakota::geo
