#include "engine/maps/picture_parts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include "engine/maps/scale_bar.h"

namespace desakota::maps {
namespace {

Block entry_block(const SheetParts& parts, const LegendEntry& entry, double letters) {
    const LegendLook look{letters, parts.width, parts.content.symbols};
    return {entry_height(*parts.canvas, entry, look),
            [&canvas = *parts.canvas, entry, look](const geo::Point& at) { draw_entry(canvas, entry, look, at); }};
}

double height_of(const std::vector<Block>& blocks) {
    double height = 0.0;
    for (const auto& block : blocks) height += block.height;
    return height;
}

/// What of the blocks fills a little more than half of their height.
Block first_half(std::vector<Block>& blocks) {
    const double half = height_of(blocks) / 2.0;
    std::vector<Block> first;
    double height = 0.0;
    while (!blocks.empty() && height < half - 0.01) {
        height += blocks.front().height;
        first.push_back(blocks.front());
        blocks.erase(blocks.begin());
    }
    return stacked(std::move(first), 0.0);
}

Block beside(const Block& left, const Block& right, double shift) {
    return {std::max(left.height, right.height), [left, right, shift](const geo::Point& at) {
                left.draw(at);
                right.draw({at.x + shift, at.y});
            }};
}

/// The legend's entries in two columns below its title.
Block columns(const SheetParts& parts, const std::vector<LegendEntry>& entries, double letters, double shift) {
    const auto& style = parts.content.index->drawn.style;
    const auto language = parts.canvas->language();
    const auto& worse = parts.sheet->worse.english.empty() ? style.worse : parts.sheet->worse;
    std::vector<Block> blocks;
    blocks.reserve(entries.size());
    for (const auto& entry : entries) blocks.push_back(entry_block(parts, entry, letters));
    const auto first = first_half(blocks);
    const auto second = stacked(std::move(blocks), 0.0);
    const double whole = parts.width + shift;
    return stacked(
        {text_block(*parts.canvas, legend_title(style).in(language), {.size = letters, .bold = true, .width = whole}),
         text_block(*parts.canvas, worse.in(language), {.size = 0.9 * letters, .colour = kDarkGrey, .width = whole}),
         space_block(0.4 * letters), beside(first, second, shift)},
        0.0);
}

std::vector<LegendEntry> all_entries(const SheetParts& parts) {
    auto entries = index_legend(parts.content);
    // A small picture has no room for classes without rows, nor for the ground.
    std::erase_if(entries, [](const LegendEntry& entry) { return entry.count == std::size_t{0}; });
    if (!parts.sheet->has_counts) {
        for (auto& entry : entries) entry.count.reset();
    }
    std::ranges::copy_if(background_legend(parts.content, parts.view.shown()), std::back_inserter(entries),
                         [](const LegendEntry& entry) { return entry.type != geo::GeometryType::Polygon; });
    return entries;
}

/// How much of the index a box of the page would hide, by places in it.
std::size_t hidden_share(const MapView& view, const PreparedLayer& index, const Box& box) {
    constexpr int kPlaces = 5;  // across and down
    std::size_t hidden = 0;
    for (std::size_t row = 0; row < index.classes.size(); ++row) {
        if (!is_drawn(index, row) || !view.to_page(index.projected->boxes[row]).meets(box)) continue;
        if (index.projected->type != geo::GeometryType::Polygon) ++hidden;
        for (int i = 0; i < kPlaces * kPlaces; ++i) {
            const int down = i / kPlaces;
            const geo::Point at{std::lerp(box.min_x, box.max_x, (i % kPlaces) / (kPlaces - 1.0)),
                                std::lerp(box.min_y, box.max_y, down / (kPlaces - 1.0))};
            if (is_inside(*index.projected, row, view.to_plane(at))) ++hidden;
        }
    }
    return hidden;
}

/// Destinations count as much as the whole box full of the index.
std::size_t hidden_destinations(const MapView& view, const Basemap& base, const Box& box) {
    constexpr std::size_t kWeight = 100;
    std::size_t hidden = 0;
    for (const auto& layer : base.background) {
        const bool is_destination = layer.role == LayerRole::Facilities || layer.role == LayerRole::Centres;
        if (!is_destination || !layer.prepared.drawn.style.names) continue;
        for (const auto& place : layer.prepared.projected->boxes) {
            if (!place.is_empty() && view.to_page(place).meets(box)) hidden += kWeight;
        }
    }
    return hidden;
}

}  // namespace

std::string joined(std::initializer_list<std::string> texts) {
    std::string made;
    for (const auto& text : texts) {
        if (text.empty()) continue;
        if (!made.empty()) made += " · ";
        made += text;
    }
    return made;
}

Box corner_box(const MapView& view, const MapContent& content, double letters) {
    const double height = scale_bar_height(letters * 0.8) + letters;
    const double width = 14.0 * letters;
    const auto& frame = view.frame;
    const std::array<Box, 4> corners{Box{frame.min_x, frame.max_y - height, frame.min_x + width, frame.max_y},
                                     Box{frame.max_x - width, frame.max_y - height, frame.max_x, frame.max_y},
                                     Box{frame.min_x, frame.min_y, frame.min_x + width, frame.min_y + height},
                                     Box{frame.max_x - width, frame.min_y, frame.max_x, frame.min_y + height}};
    return *std::ranges::min_element(corners, {}, [&](const Box& corner) {
        return hidden_share(view, *content.index, corner) + hidden_destinations(view, *content.base, corner);
    });
}

bool hides_something(const MapView& view, const MapContent& content, const Box& box) {
    return hidden_share(view, *content.index, box) + hidden_destinations(view, *content.base, box) > 0;
}

void draw_corner(const Canvas& canvas, const MapView& view, const Box& corner, double letters) {
    canvas.fill(corner, kWhite);
    canvas.outline(corner, kGrey, 0.3);
    const double small = 0.8 * letters;
    draw_north_arrow(canvas, {corner.min_x + 0.6 * letters, corner.min_y + 0.3 * letters},
                     corner.height() - 0.6 * letters);
    const double left = corner.min_x + 3.6 * letters;
    draw_scale_bar(canvas, scale_bar(view, corner.max_x - left - 2.6 * letters), {left, corner.min_y + 0.35 * letters},
                   small);
}

Block legend_in_columns(const SheetParts& parts, double most, double shift) {
    constexpr double kSmallest = 0.62;
    auto entries = all_entries(parts);
    constexpr int kTries = 5;
    for (int tried = 0; tried < kTries; ++tried) {
        const double times = 0.95 - 0.08 * tried;
        auto made = columns(parts, entries, times * parts.letters, shift);
        if (made.height <= most) return made;
    }
    // Too many: the last entries go.
    auto made = columns(parts, entries, kSmallest * parts.letters, shift);
    while (made.height > most && !entries.empty()) {
        entries.pop_back();
        made = columns(parts, entries, kSmallest * parts.letters, shift);
    }
    return made;
}

}  // namespace desakota::maps
