#pragma once

#include <optional>
#include <string>

#include "engine/io/source.h"

class OGRSpatialReference;

namespace desakota::io {

/// WKT (2:2019); empty for nullptr, for a system that says of itself that it is undefined (a GeoPackage's srs_id 0 and
/// -1), and for what cannot be written.
[[nodiscard]] std::string crs_text(const OGRSpatialReference* reference);
/// The same of a system that another program wrote as WKT of any kind; empty also for what is no WKT.
[[nodiscard]] std::string crs_text(const std::string& wkt);

/// The system as ESRI's programs write it, for a .prj file; empty for what they have no words for.
[[nodiscard]] std::string esri_crs_text(const std::string& crs);

/// The WKT of what a user wrote, such as "EPSG:9470". Throws a usage error that names `source` for what is no
/// coordinate system; opens neither files nor addresses.
[[nodiscard]] std::string crs_of_text(const std::string& text, const Source& source);

/// The size of 180 degrees in the unit of a geographic coordinate system; empty for others.
[[nodiscard]] std::optional<double> half_turn(const std::string& crs);

}  // namespace desakota::io
