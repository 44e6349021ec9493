#pragma once

#include <optional>
#include <string>

#include "engine/io/source.h"

class OGRSpatialReference;

namespace desakota::io {

/// WKT (2:2019); empty for nullptr and for what cannot be written.
[[nodiscard]] std::string crs_text(const OGRSpatialReference* reference);

/// The WKT of what a user wrote, such as "EPSG:9470". Throws a usage error that names `source` for what is no
/// coordinate system; opens neither files nor addresses.
[[nodiscard]] std::string crs_of_text(const std::string& text, const Source& source);

/// The size of 180 degrees in the unit of a geographic coordinate system; empty for others.
[[nodiscard]] std::optional<double> half_turn(const std::string& crs);

}  // namespace desakota::io
