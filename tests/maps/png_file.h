#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <png.h>
#include <stdexcept>
#include <string>
#include <vector>

namespace desakota::maps {

/// A decoded PNG, pixels 0x00RRGGBB.
struct DecodedPng {
    std::size_t width = 0;
    std::size_t height = 0;
    std::vector<std::uint32_t> pixels;
};

inline DecodedPng decoded(const std::string& file) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_memory(&image, file.data(), file.size()) == 0)
        throw std::runtime_error(image.message);
    image.format = PNG_FORMAT_RGBA;
    std::vector<std::uint8_t> bytes(PNG_IMAGE_SIZE(image));
    if (png_image_finish_read(&image, nullptr, bytes.data(), 0, nullptr) == 0) throw std::runtime_error(image.message);
    DecodedPng made{image.width, image.height, {}};
    for (std::size_t i = 0; i < bytes.size(); i += 4) {
        made.pixels.push_back(std::uint32_t{bytes[i]} << 16U | std::uint32_t{bytes[i + 1]} << 8U | bytes[i + 2]);
    }
    return made;
}

/// Pixels a metre, as the chunk pHYs says; 0 without one.
inline std::uint32_t pixels_per_metre(const std::string& file) {
    const auto at = file.find("pHYs");
    std::uint32_t number = 0;
    for (std::size_t i = 0; at != std::string::npos && i < 4; ++i) {
        number = number << 8U | static_cast<unsigned char>(file[at + 4 + i]);
    }
    return number;
}

}  // namespace desakota::maps
