#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "engine/core/text.h"
#include "engine/maps/sheet.h"

namespace desakota::maps {

/// Pictures to send and to show: 1080 x 1350 pixels, to be read on a telephone, and 1920 x 1080, for a projector.
enum class PictureShape : std::uint8_t { Telephone, Projector };

/// How large a picture's file may be: with fewer dots, then with fewer colours.
struct PictureFile {
    double scale = 1.0;                ///< of its width and height; what it shows stays the same
    std::size_t most_bytes = 390'000;  ///< a wish: a picture of twelve colours may be larger
};

/// The content of a PNG file: the map with a large title and legend.
[[nodiscard]] std::string draw_picture_png(const MapSheet& sheet, PictureShape shape, core::Language language,
                                           const PictureFile& limits = {});

}  // namespace desakota::maps
