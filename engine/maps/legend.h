#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/text.h"
#include "engine/maps/canvas.h"
#include "engine/maps/map_drawing.h"

namespace desakota::maps {

/// One line of a legend.
struct LegendEntry {
    enum class Kind : std::uint8_t { Heading, Symbol, Doubt };
    Kind kind = Kind::Symbol;
    core::Text label;
    Symbol symbol;
    geo::GeometryType type = geo::GeometryType::None;
    std::optional<std::size_t> count;  ///< rows that are drawn so; missing where it is not said
};

/// What stands above the legend: the style's title, or the first heading where that begins with it.
[[nodiscard]] core::Text legend_title(const Style& style);
/// The index's classes in their order with the number of bright rows of each, below their headings; those of
/// rows without a figure (missing, hatched, the rest) only where there are such rows. Then what marks rows that are not
/// sure.
[[nodiscard]] std::vector<LegendEntry> index_legend(const MapContent& content);
/// What of the background is seen in that part of the plane (metres).
[[nodiscard]] std::vector<LegendEntry> background_legend(const MapContent& content, const Box& seen);

/// How a legend is set, in mm.
struct LegendLook {
    double letters = 2.2;
    double width = 60.0;
    double symbols = 1.0;  ///< as in MapContent
};
/// How high a line of it is.
[[nodiscard]] double entry_height(const Canvas& canvas, const LegendEntry& entry, const LegendLook& look);
void draw_entry(const Canvas& canvas, const LegendEntry& entry, const LegendLook& look, const geo::Point& at);

}  // namespace desakota::maps
