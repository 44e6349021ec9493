#pragma once

#include "engine/geo/geometry.h"
#include "engine/maps/style.h"
#include "engine/maps/xml.h"

namespace desakota::maps {

/// Writes a QGIS symbol of that number for features of that type (not None).
void write_symbol(XmlWriter& xml, std::size_t number, const Symbol& symbol, geo::GeometryType type);

/// Writes the symbol that marks the style's rows that are not sure, numbered after those of its classes.
void write_doubt_symbol(XmlWriter& xml, const Style& style, geo::GeometryType type);

/// "252,165,10,255", as QGIS writes a colour.
[[nodiscard]] std::string colour_text(const Colour& colour);

}  // namespace desakota::maps
