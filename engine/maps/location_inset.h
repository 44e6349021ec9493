#pragma once

#include "engine/maps/canvas.h"
#include "engine/maps/map_drawing.h"
#include "engine/maps/map_view.h"

namespace desakota::maps {

/// Whether the middle of the map lies where the islands are: 94 to 142 east and 12 south to 8 north.
[[nodiscard]] bool lies_in_country(const MapView& view, const UtmZone& zone);
/// Where in Indonesia the map is: the islands, sketched, with a graticule of ten degrees and the map's place marked.
void draw_country_inset(const Canvas& canvas, const MapView& view, const UtmZone& zone, const Box& box);
/// Where in the whole area an atlas page is: the index's borders or points, the page's own rows coloured, and the box
/// that the page shows.
void draw_area_inset(const Canvas& canvas, const MapView& view, const MapContent& content, const Box& box);

/// How high the country's inset is for its width.
[[nodiscard]] double country_inset_height(double width);

}  // namespace desakota::maps
