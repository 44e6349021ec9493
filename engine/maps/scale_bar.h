#pragma once

#include <string>

#include "engine/core/text.h"
#include "engine/maps/canvas.h"
#include "engine/maps/map_view.h"

namespace desakota::maps {

/// A bar as long on the page as `metres` are on the ground in the middle of the map.
struct ScaleBar {
    double metres = 1000.0;
    int parts = 2;
    double length = 20.0;  ///< mm
};

/// The longest bar of 1, 2 or 5 times a power of ten metres that is not longer than `longest` mm.
[[nodiscard]] ScaleBar scale_bar(const MapView& view, double longest);

/// Its parts dark and light in turn, with the distances above in letters of that size (mm).
void draw_scale_bar(const Canvas& canvas, const ScaleBar& bar, const geo::Point& at, double letters);
/// How much height that takes, in mm.
[[nodiscard]] double scale_bar_height(double letters);

/// "1 : 75.000" with the language's marks.
[[nodiscard]] std::string scale_text(double scale, core::Language language);

}  // namespace desakota::maps
