#pragma once

#include <string>
#include <vector>

#include "engine/core/text.h"
#include "engine/maps/canvas.h"
#include "engine/maps/map_view.h"
#include "engine/maps/utm_zone.h"

namespace desakota::maps {

/// Where a meridian or parallel meets a side of a map's frame.
struct FrameTick {
    enum class Side : std::uint8_t { Top, Bottom, Left, Right };
    Side side = Side::Top;
    double along = 0.0;  ///< x of a tick above or below, y of one at a side; on the page, in mm
    int minutes = 0;     ///< of longitude (above, below) or latitude; negative to the west and south
};

/// At every 1, 2, 5, 10, 15, 20 or 30 minutes or whole degrees, so that no side has more than about six.
[[nodiscard]] std::vector<FrameTick> frame_ticks(const MapView& view, const UtmZone& zone);

/// "104°35' BT", "2°20' LS"; in English "104°35' E", "2°20' S".
[[nodiscard]] std::string tick_text(const FrameTick& tick, core::Language language);

/// The frame's line, its ticks outside and what they say, in letters of that size (mm), and a small cross in the map
/// where a meridian and a parallel meet.
void draw_coordinate_frame(const Canvas& canvas, const MapView& view, const UtmZone& zone, double letters);

}  // namespace desakota::maps
