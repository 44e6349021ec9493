#pragma once

#include <initializer_list>
#include <string>

#include "engine/maps/sheet_blocks.h"

namespace desakota::maps {

/// Pixels to a millimetre of a picture's page.
inline constexpr double kPicturePixels = 6.0;
/// zlib's levels: for pictures that are sent, and for hundreds of cards.
inline constexpr int kSmallFile = 6;
inline constexpr int kQuickFile = 2;

/// What is not empty, with " · " between.
[[nodiscard]] std::string joined(std::initializer_list<std::string> texts);

/// The corner of a picture's map for the scale bar and the arrow to the north: that with the least of the index and
/// its destinations in it.
[[nodiscard]] Box corner_box(const MapView& view, const MapContent& content, double letters);
/// Whether some of the index or of its destinations lies in a box of the page.
[[nodiscard]] bool hides_something(const MapView& view, const MapContent& content, const Box& box);
void draw_corner(const Canvas& canvas, const MapView& view, const Box& corner, double letters);

/// The legend of the index in two columns, the second `shift` mm to the right of the first, in at most that height.
/// `parts.width` is a column's.
[[nodiscard]] Block legend_in_columns(const SheetParts& parts, double most, double shift);

}  // namespace desakota::maps
