#include "engine/maps/png.h"

#include <cmath>
#include <csetjmp>
#include <png.h>
#include <stdexcept>
#include <vector>

#include "engine/maps/colour_table.h"

namespace desakota::maps {
namespace {

void append(png_structp png, png_bytep data, png_size_t length) {
    static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<const char*>(data), length);
}
void flush_nothing(png_structp /*png*/) {}

/// A row's indices are found when it is written: those of a whole sheet would not stay near the processor.
struct IndexedPicture {
    const Pixels& pixels;
    ColourTable colours;
    std::vector<png_color> palette;
    std::vector<std::uint8_t> row;
};

/// What is in a PNG's heads and rows. Plain values only: libpng leaves this by a jump where it fails.
bool write_picture(png_structp png, png_infop info, IndexedPicture& picture, const PngSettings& settings) {
    if (setjmp(png_jmpbuf(png)) != 0) return false;
    const auto per_metre = static_cast<png_uint_32>(std::lround(settings.pixels_per_metre));
    const auto& [width, height, values] = picture.pixels;
    png_set_IHDR(png, info, static_cast<png_uint_32>(width), static_cast<png_uint_32>(height), 8,
                 PNG_COLOR_TYPE_PALETTE, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_PLTE(png, info, picture.palette.data(), static_cast<int>(picture.palette.size()));
    png_set_pHYs(png, info, per_metre, per_metre, PNG_RESOLUTION_METER);
    png_set_compression_level(png, settings.compression_level);
    png_set_compression_buffer_size(png, 1U << 18U);
    png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
    png_write_info(png, info);
    for (std::size_t row = 0; row < height; ++row) {
        find_indices(values.subspan(row * width, width), picture.colours, picture.row);
        png_write_row(png, picture.row.data());
    }
    png_write_end(png, info);
    return true;
}

IndexedPicture indexed(const Pixels& pixels, std::size_t most) {
    IndexedPicture picture{pixels, colour_table(pixels.values, most), {}, std::vector<std::uint8_t>(pixels.width)};
    for (const auto colour : picture.colours.colours) {
        picture.palette.push_back({static_cast<png_byte>(colour >> 16U & 0xFFU),
                                   static_cast<png_byte>(colour >> 8U & 0xFFU), static_cast<png_byte>(colour & 0xFFU)});
    }
    return picture;
}

}  // namespace

bool is_drawable_png(const std::string& bytes) {
    constexpr std::size_t kMostPixels = 25'000'000;
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0) return false;
    bool is_whole = std::size_t{image.width} * image.height <= kMostPixels;
    if (is_whole) {
        image.format = PNG_FORMAT_RGBA;
        std::vector<std::uint8_t> pixels(PNG_IMAGE_SIZE(image));
        is_whole = png_image_finish_read(&image, nullptr, pixels.data(), 0, nullptr) != 0;
    }
    png_image_free(&image);
    return is_whole;
}

std::string png_file(const Pixels& pixels, const PngSettings& settings) {
    auto picture = indexed(pixels, settings.colours);
    std::string written;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png == nullptr ? nullptr : png_create_info_struct(png);
    bool done = false;
    if (info != nullptr) {
        png_set_write_fn(png, &written, append, flush_nothing);
        done = write_picture(png, info, picture, settings);
    }
    png_destroy_write_struct(&png, &info);
    if (!done) throw std::runtime_error("a PNG could not be written");
    return written;
}

}  // namespace desakota::maps
