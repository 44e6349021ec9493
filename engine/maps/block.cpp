#include "engine/maps/block.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <utility>

namespace desakota::maps {
namespace {

constexpr std::size_t kSizesAt = 16;  // in a PNG: after signature, length and name of the first chunk
constexpr std::uint32_t kMostPixels = 4000;

std::uint32_t number_at(const std::string& bytes, std::size_t at) {
    std::uint32_t number = 0;
    for (std::size_t i = at; i < at + 4; ++i) number = number << 8U | static_cast<unsigned char>(bytes[i]);
    return number;
}

/// Before a decoder fills the memory with it.
bool has_usual_size(const std::string& png) {
    if (png.size() < kSizesAt + 8) return false;
    const auto width = number_at(png, kSizesAt);
    const auto height = number_at(png, kSizesAt + 4);
    return width > 0 && height > 0 && width <= kMostPixels && height <= kMostPixels;
}

struct Reading {
    const std::string* bytes = nullptr;
    std::size_t at = 0;
};

cairo_status_t read_on(void* source, unsigned char* data, unsigned int length) {
    auto& reading = *static_cast<Reading*>(source);
    if (length > reading.bytes->size() - reading.at) return CAIRO_STATUS_READ_ERROR;
    std::memcpy(data, reading.bytes->data() + reading.at, length);
    reading.at += length;
    return CAIRO_STATUS_SUCCESS;
}

/// Empty where it cannot be read.
std::shared_ptr<cairo_surface_t> decoded(const std::string& png) {
    if (!has_usual_size(png)) return nullptr;
    Reading reading{&png};
    const std::shared_ptr<cairo_surface_t> surface(cairo_image_surface_create_from_png_stream(read_on, &reading),
                                                   cairo_surface_destroy);
    return cairo_surface_status(surface.get()) == CAIRO_STATUS_SUCCESS ? surface : nullptr;
}

double drawn_scale(cairo_surface_t* surface, const Size& most) {
    return std::min(most.width / cairo_image_surface_get_width(surface),
                    most.height / cairo_image_surface_get_height(surface));
}

}  // namespace

Block text_block(const Canvas& canvas, const std::string& text, const TextLook& look) {
    if (text.empty()) return {};
    return {canvas.measure(text, look).height,
            [&canvas, text, look](const geo::Point& at) { canvas.text(text, look, at); }};
}

Block space_block(double height) {
    Block block;
    block.height = height;
    return block;
}

Block stacked(std::vector<Block> blocks, double gap) {
    std::erase_if(blocks, [](const Block& block) { return block.height <= 0.0; });
    if (blocks.empty()) return {};
    double height = gap * static_cast<double>(blocks.size() - 1);
    for (const auto& block : blocks) height += block.height;
    return {height, [blocks = std::move(blocks), gap](const geo::Point& at) {
                double y = at.y;
                for (const auto& block : blocks) {
                    block.draw({at.x, y});
                    y += block.height + gap;
                }
            }};
}

Block picture_block(const Canvas& canvas, const std::string& png, const Size& most) {
    const auto surface = decoded(png);
    if (surface == nullptr) return {};
    const double scale = drawn_scale(surface.get(), most);
    return {scale * cairo_image_surface_get_height(surface.get()), [&canvas, surface, scale](const geo::Point& at) {
                const KeptState kept(canvas.cairo());
                cairo_translate(canvas.cairo(), at.x, at.y);
                cairo_scale(canvas.cairo(), scale, scale);
                cairo_set_source_surface(canvas.cairo(), surface.get(), 0.0, 0.0);
                cairo_paint(canvas.cairo());
            }};
}

double picture_width(const std::string& png, const Size& most) {
    const auto surface = decoded(png);
    return surface == nullptr ? 0.0 : drawn_scale(surface.get(), most) * cairo_image_surface_get_width(surface.get());
}

}  // namespace desakota::maps
