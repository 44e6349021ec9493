#pragma once

#include <string>
#include <vector>

#include "engine/maps/canvas.h"
#include "engine/maps/map_drawing.h"
#include "engine/maps/map_view.h"

namespace desakota::maps {

/// A name that has its place on the page.
struct PlacedName {
    std::string text;  ///< with a line break where it stands in two lines
    TextLook look;
    Box box;  ///< in mm
};

/// The names of the map's destinations, of large areas, of centres, of the index's rows and of facilities where their
/// styles name a field and the scale is large enough, the most important first; those that would meet each other, a
/// marker or the frame are left out. Names of centres are shown at every scale. Of very many points none is named: a
/// few names among them would be there by chance.
[[nodiscard]] std::vector<PlacedName> placed_names(const Canvas& canvas, const MapView& view,
                                                   const MapContent& content);
/// Names, and arrows to the destinations that lie outside of the frame.
void draw_all_names(const Canvas& canvas, const MapView& view, const MapContent& content);
void draw_names(const Canvas& canvas, const std::vector<PlacedName>& names);

}  // namespace desakota::maps
