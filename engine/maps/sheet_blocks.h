#pragma once

#include "engine/maps/block.h"
#include "engine/maps/legend.h"
#include "engine/maps/map_drawing.h"
#include "engine/maps/map_view.h"
#include "engine/maps/sheet.h"

namespace desakota::maps {

/// What the parts beside a map are made from.
struct SheetParts {
    const Canvas* canvas = nullptr;
    const MapSheet* sheet = nullptr;
    MapView view;
    MapContent content;
    double width = 60.0;   ///< of a part, in mm
    double letters = 2.2;  ///< of its usual texts, in mm
};

[[nodiscard]] MapContent content_of(const MapSheet& sheet);
/// What a sheet's map must show, in metres: the page's rows, or the index and the area.
[[nodiscard]] Box area_of(const MapSheet& sheet);

/// What a sheet's map must show in that frame, with room for its markers; `fit` is fitting_view or filling_view.
[[nodiscard]] MapView fitted_view(const SheetParts& parts, const Box& frame, MapView (*fit)(const Box&, const Box&));

[[nodiscard]] Block office_block(const SheetParts& parts);
/// Title, season, area; with letters that many times as large as the usual ones.
[[nodiscard]] Block title_block(const SheetParts& parts, double times);
/// North, the scale and its bar, the projection.
[[nodiscard]] Block scale_block(const SheetParts& parts);
/// In at most that height: smaller letters where there is much, and at last fewer lines with "..." below.
[[nodiscard]] Block legend_block(const SheetParts& parts, double most);
[[nodiscard]] Block inset_block(const SheetParts& parts);
/// Sources, the note, the borders' standing.
[[nodiscard]] Block sources_block(const SheetParts& parts);
/// Number and date of the map, and who signs.
[[nodiscard]] Block signer_block(const SheetParts& parts);
/// An arrow to the grid's north of that height.
void draw_north_arrow(const Canvas& canvas, const geo::Point& at, double height);

}  // namespace desakota::maps
