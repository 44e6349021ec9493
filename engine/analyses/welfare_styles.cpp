#include <string>
#include <utility>

#include "engine/analyses/welfare_rows.h"
#include "engine/maps/classes.h"
#include "engine/maps/palette.h"

namespace desakota::analyses {
namespace {

using core::Text;

constexpr double kMarkerSize = 3.5;  // mm

std::uint8_t channel(const std::string& colour, std::size_t place) {
    constexpr int kLetters = 16;
    int value = 0;
    for (const char letter : colour.substr(place, 2)) {
        value = value * kLetters + (letter <= '9' ? letter - '0' : (letter | 0x20) - 'a' + 10);
    }
    return static_cast<std::uint8_t>(value);
}

/// Of "#rrggbb".
maps::Colour colour_of(const std::string& text) {
    return {channel(text, 1), channel(text, 3), channel(text, 5)};
}

maps::StyleClass without_value() {
    maps::StyleClass last;
    last.label = {"Not known", "Tidak diketahui"};
    last.symbol.colour = maps::kLightGrey;
    last.symbol.marker = maps::Marker::Cross;
    last.symbol.hatch = maps::Hatch::Upright;
    last.symbol.size = kMarkerSize;
    last.otherwise = true;
    return last;
}

maps::Style named_places(const std::string& name, const Text& title, std::vector<maps::StyleClass> classes) {
    classes.push_back(without_value());
    return {name, title, std::move(classes), maps::Names{"settlement_name"}};
}

}  // namespace

maps::Style class_style(const std::string& name, const Text& title, const std::string& field,
                        const welfare::Classes& classes, WorstClass worst) {
    std::vector<maps::StyleClass> entries;
    for (const auto& one : classes.classes) {
        maps::StyleClass entry;
        entry.label = one.label;
        entry.symbol.colour = colour_of(one.colour);
        entry.symbol.size = kMarkerSize;
        entry.criteria = {maps::OneOf{field, {one.code}}};
        entry.heading = title;
        entries.push_back(std::move(entry));
    }
    auto style = named_places(name, title, std::move(entries));
    if (classes.classes.size() > 1) {
        const auto& label = (worst == WorstClass::Lowest ? classes.classes.front() : classes.classes.back()).label;
        style.worse = Text{"Worst: ", "Terburuk: "} + label + core::same_text(".");
    }
    return style;
}

maps::Style share_style(const std::string& name, const Text& title, const std::string& field) {
    auto classes = maps::range_classes_to(1.0, field, maps::kShareBounds, maps::kPercent);
    for (auto& share : classes) {
        share.heading = title + Text{" (upper limits included)", " (batas atas termasuk)"};
    }
    return named_places(name, title, std::move(classes));
}

maps::Style with_unsure_rows(maps::Style style) {
    style.doubt = maps::Doubt{{"Unsure: fewer than 30 households", "Kurang andal: kurang dari 30 rumah tangga"},
                              {maps::Within{"unsure", 0.5, std::nullopt}}};
    return style;
}

}  // namespace desakota::analyses
