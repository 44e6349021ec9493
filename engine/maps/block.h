#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/maps/canvas.h"

namespace desakota::maps {

/// A piece of a column of a page: how high it is, and what draws it with its upper left corner at a place (mm). The
/// canvas must outlive it.
struct Block {
    double height = 0.0;
    std::function<void(const geo::Point& at)> draw = [](const geo::Point& /*at*/) {};
};

/// Empty texts take no room.
[[nodiscard]] Block text_block(const Canvas& canvas, const std::string& text, const TextLook& look);
[[nodiscard]] Block space_block(double height);
/// One below the other. Blocks without height are left out, and a gap is put between the rest.
[[nodiscard]] Block stacked(std::vector<Block> blocks, double gap);
/// The content of a PNG file, at most that large; nothing where it cannot be read or is over 4000 pixels wide or high.
[[nodiscard]] Block picture_block(const Canvas& canvas, const std::string& png, const Size& most);
/// How wide such a picture is drawn; 0 where it is not.
[[nodiscard]] double picture_width(const std::string& png, const Size& most);

}  // namespace desakota::maps
