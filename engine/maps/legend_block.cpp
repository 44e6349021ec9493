#include <algorithm>
#include <fmt/format.h>

#include "engine/maps/sheet_blocks.h"

namespace desakota::maps {
namespace {

using core::Text;

constexpr double kSmallestLetters = 0.7;  // of the usual ones

/// Text lines before the entries: what is shown, which way is worse.
std::vector<Block> head_blocks(const SheetParts& parts, double letters) {
    const auto& style = parts.content.index->drawn.style;
    const auto language = parts.canvas->language();
    const auto& worse = parts.sheet->worse.english.empty() ? style.worse : parts.sheet->worse;
    TextLook look{.size = letters, .bold = true, .width = parts.width};
    look.size *= 1.1;
    std::vector<Block> blocks{text_block(*parts.canvas, legend_title(style).in(language), look)};
    look = {.size = 0.92 * letters, .colour = kDarkGrey, .width = parts.width};
    blocks.push_back(text_block(*parts.canvas, worse.in(language), look));
    return blocks;
}

Block entry_block(const SheetParts& parts, const LegendEntry& entry, double letters) {
    const LegendLook look{letters, parts.width, parts.content.symbols};
    return {entry_height(*parts.canvas, entry, look),
            [&canvas = *parts.canvas, entry, look](const geo::Point& at) { draw_entry(canvas, entry, look, at); }};
}

/// What the numbers at the right are.
Block count_heading(const SheetParts& parts, double letters) {
    const Text counted = parts.content.index->projected->type == geo::GeometryType::Line
                             ? Text{"lines", "garis"}
                             : Text{"settlements", "permukiman"};
    const auto text = parts.sheet->counted.english.empty() ? counted : parts.sheet->counted;
    return text_block(*parts.canvas, text.in(parts.canvas->language()),
                      {.size = 0.85 * letters, .colour = kDarkGrey, .align = Align::Right, .width = parts.width});
}

std::vector<Block> all_blocks(const SheetParts& parts, double letters) {
    auto blocks = head_blocks(parts, letters);
    if (parts.sheet->has_counts) blocks.push_back(count_heading(parts, letters));
    for (auto entry : index_legend(parts.content)) {
        if (!parts.sheet->has_counts) entry.count.reset();
        blocks.push_back(entry_block(parts, entry, letters));
    }
    const auto background = background_legend(parts.content, parts.view.shown());
    if (!background.empty()) blocks.push_back(space_block(0.5 * letters));
    for (const auto& entry : background) blocks.push_back(entry_block(parts, entry, letters));
    return blocks;
}

Block rest_block(const SheetParts& parts, double letters) {
    return text_block(*parts.canvas, "...", {.size = letters});
}

}  // namespace

Block legend_block(const SheetParts& parts, double most) {
    constexpr int kTenths = 10;
    for (int tenths = kTenths; tenths >= static_cast<int>(kSmallestLetters * kTenths); --tenths) {
        const double times = static_cast<double>(tenths) / kTenths;
        auto made = stacked(all_blocks(parts, parts.letters * times), 0.0);
        if (made.height <= most) return made;
    }
    const double letters = parts.letters * kSmallestLetters;
    auto blocks = all_blocks(parts, letters);
    const auto rest = rest_block(parts, letters);
    double height = rest.height;
    for (const auto& block : blocks) height += block.height;
    while (!blocks.empty() && height > most) {
        height -= blocks.back().height;
        blocks.pop_back();
    }
    blocks.push_back(rest);
    return stacked(std::move(blocks), 0.0);
}

}  // namespace desakota::maps
