#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace desakota::maps {

/// Pixels row by row from the upper left corner, each 0x00RRGGBB; the highest byte is ignored.
struct Pixels {
    std::size_t width = 0;
    std::size_t height = 0;
    std::span<const std::uint32_t> values;
};
struct PngSettings {
    double pixels_per_metre = 2835.0;  ///< 11811 for 300 dpi
    int compression_level = 1;         ///< zlib's, 1 (quick) to 9 (small)
    std::size_t colours = 256;         ///< at most, 1 to 256
};

/// Whether the bytes are a whole PNG picture of at most 25 million pixels, so that it can be drawn.
[[nodiscard]] bool is_drawable_png(const std::string& bytes);

/// The content of a PNG file with a palette: the colours that most pixels have, each other pixel in the most like
/// one. Maps lose nothing that can be seen and are a third of the size.
[[nodiscard]] std::string png_file(const Pixels& pixels, const PngSettings& settings);

}  // namespace desakota::maps
