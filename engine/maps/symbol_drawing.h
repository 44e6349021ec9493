#pragma once

#include "engine/geo/geometry.h"
#include "engine/maps/canvas.h"
#include "engine/maps/style.h"

namespace desakota::maps {

// Symbols as QGIS draws them (qml_symbols.h), their sizes in mm.

/// How wide the borders of areas are, in mm.
inline constexpr double kAreaBorder = 0.25;

/// A point's marker with its middle at a place of the page; round it a white rim of that width, in mm.
void draw_marker(const Canvas& canvas, const Symbol& symbol, const geo::Point& at, double rim = 0.0);
/// The path that was begun on the canvas as a line, or as the border and inside of an area (even-odd).
void draw_path_as_line(const Canvas& canvas, const Symbol& symbol);
/// The same with dark edges where the colour is so pale that a light ground would hide it.
void draw_path_as_edged_line(const Canvas& canvas, const Symbol& symbol);
void draw_path_as_area(const Canvas& canvas, const Symbol& symbol, double border = kAreaBorder);
/// What marks a place whose figure is not sure: a thin hatch in the path, or a ring round a marker.
void hatch_path_as_doubtful(const Canvas& canvas);
void draw_doubtful_ring(const Canvas& canvas, const Symbol& symbol, const geo::Point& at);

/// How a legend shows a symbol of that geometry type, in a box of the page.
void draw_swatch(const Canvas& canvas, const Symbol& symbol, geo::GeometryType type, const Box& box);

/// How far a marker reaches from its middle, in mm.
[[nodiscard]] double marker_reach(const Symbol& symbol);

/// The same symbol much lighter, for what only surrounds.
[[nodiscard]] Symbol pale(const Symbol& symbol);

}  // namespace desakota::maps
