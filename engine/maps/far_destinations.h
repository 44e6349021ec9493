#pragma once

#include <string>
#include <vector>

#include "engine/maps/canvas.h"
#include "engine/maps/map_drawing.h"
#include "engine/maps/map_view.h"

namespace desakota::maps {

/// A destination outside of the frame: an arrow at the frame's edge, its name and how far it lies beyond the edge.
struct FarDestination {
    std::string text;      ///< "to Pangkalan Balai, 12 km"
    geo::Point tip;        ///< of the arrow, in mm
    geo::Point direction;  ///< of length 1, y down
    TextLook look;
    Box box;  ///< of the text
};

/// The destinations of the bright rows of the index that lie outside of the frame, the nearest first: those whose names
/// stand in the index's columns of destinations (facility_name, centre_name, skp_centre_name ...). No more than find
/// room at the edge.
[[nodiscard]] std::vector<FarDestination> far_destinations(const Canvas& canvas, const MapView& view,
                                                           const MapContent& content);
void draw_far_destinations(const Canvas& canvas, const std::vector<FarDestination>& destinations);

}  // namespace desakota::maps
