#include "engine/report/legend.h"

#include <algorithm>
#include <fmt/format.h>

#include "engine/core/number_text.h"

namespace desakota::report {
namespace {

std::string path_of(maps::Marker marker) {
    switch (marker) {
        case maps::Marker::Circle:
            return "M15 9a6 6 0 1 0-12 0a6 6 0 1 0 12 0z";
        case maps::Marker::Square:
            return "M4 4h10v10h-10z";
        case maps::Marker::Diamond:
            return "M9 2l7 7l-7 7l-7-7z";
        case maps::Marker::Triangle:
            return "M9 3l7 12h-14z";
        case maps::Marker::Star:
            return "M9 1l2.1 5.1l5.5 .4l-4.2 3.6l1.3 5.4l-4.7-2.9l-4.7 2.9l1.3-5.4l-4.2-3.6l5.5-.4z";
        case maps::Marker::Cross:
            return "M7 2h4v5h5v4h-5v5h-4v-5h-5v-4h5z";
    }
    return {};
}

std::string path_of(maps::Hatch hatch) {
    switch (hatch) {
        case maps::Hatch::None:
            return {};
        case maps::Hatch::Rising:
            return "M1 9l8-8M1 17l16-16M9 17l8-8";
        case maps::Hatch::Falling:
            return "M9 1l8 8M1 1l16 16M1 9l8 8";
        case maps::Hatch::Level:
            return "M1 5h16M1 9h16M1 13h16";
        case maps::Hatch::Upright:
            return "M5 1v16M9 1v16M13 1v16";
    }
    return {};
}

std::string dashes_of(maps::Dash dash) {
    switch (dash) {
        case maps::Dash::Solid:
            return {};
        case maps::Dash::Dashed:
            return " stroke-dasharray=\"5 3\"";
        case maps::Dash::Dotted:
            return " stroke-dasharray=\"2 2\"";
    }
    return {};
}

std::string area_sample(const maps::Symbol& symbol, const std::string& colour, bool is_doubtful) {
    if (symbol.hatch != maps::Hatch::None) {
        return fmt::format("<path d=\"M1 1h16v16h-16z\" fill=\"#fff\" stroke=\"{0}\"/><path d=\"{1}\" stroke=\"{0}\"/>",
                           colour, path_of(symbol.hatch));
    }
    const auto* const doubt = is_doubtful ? "<path d=\"M9 1l8 8M1 1l16 16M1 9l8 8\" stroke=\"#222\"/>" : "";
    return fmt::format("<path d=\"M1 1h16v16h-16z\" fill=\"{}\" fill-opacity=\"{}\" stroke=\"#555\"/>{}", colour,
                       core::number_text(symbol.opacity), doubt);
}

std::string line_sample(const maps::Symbol& symbol, const std::string& colour) {
    return fmt::format("<path d=\"M0 9h18\" stroke=\"{}\" stroke-width=\"{}\"{}/>", colour,
                       core::number_text(std::clamp(symbol.width * 3.0, 1.0, 6.0)), dashes_of(symbol.dash));
}

std::string point_sample(const maps::Symbol& symbol, const std::string& colour, bool is_doubtful) {
    const auto* const ring = is_doubtful ? "<circle cx=\"9\" cy=\"9\" r=\"8\" fill=\"none\" stroke=\"#222\"/>" : "";
    return fmt::format("<path d=\"{}\" fill=\"{}\" stroke=\"#333\"/>{}", path_of(symbol.marker), colour, ring);
}

std::string sample(const maps::Symbol& symbol, geo::GeometryType type, bool is_doubtful) {
    const auto colour = colour_code(symbol.colour);
    if (type == geo::GeometryType::Line) return line_sample(symbol, colour);
    if (type == geo::GeometryType::Point) return point_sample(symbol, colour, is_doubtful);
    return area_sample(symbol, colour, is_doubtful);
}

}  // namespace

Legend legend_of(const maps::DrawnLayer& drawn, core::Language language) {
    Legend legend;
    for (const auto& style_class : drawn.style.classes) {
        legend.entries.push_back(
            {style_class.heading.in(language), style_class.label.in(language), 0, style_class.symbol});
    }
    const auto& doubt = drawn.style.doubt;
    if (doubt) legend.doubt = doubt->label.in(language);
    for (std::size_t row = 0; row < drawn.layer->row_count; ++row) {
        const auto of_row = maps::class_of(drawn.style, *drawn.layer, row);
        const bool is_doubtful = of_row && maps::is_doubtful(drawn.style, *drawn.layer, row);
        legend.class_of_row.push_back(of_row);
        legend.is_doubtful.push_back(is_doubtful);
        if (of_row) ++legend.entries[*of_row].rows;
        legend.undrawn_rows += of_row ? 0 : 1;
        legend.doubtful_rows += is_doubtful ? 1 : 0;
    }
    return legend;
}

std::string colour_code(const maps::Colour& colour) {
    return fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

std::string swatch_svg(const maps::Symbol& symbol, geo::GeometryType type, bool is_doubtful) {
    return fmt::format("<svg class=\"swatch\" viewBox=\"0 0 18 18\" aria-hidden=\"true\">{}</svg>",
                       sample(symbol, type, is_doubtful));
}

}  // namespace desakota::report
