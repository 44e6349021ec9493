#include "engine/maps/qml_symbols.h"

#include <algorithm>
#include <fmt/format.h>

#include "engine/core/number_text.h"

namespace desakota::maps {
namespace {

using core::number_text;
using Properties = std::vector<std::pair<std::string_view, std::string>>;

// Millimetres.
constexpr double kMarkerOutline = 0.2;
constexpr double kAreaOutline = 0.25;
constexpr double kHatchDistance = 2.2;
constexpr double kHatchWidth = 0.4;
constexpr double kDoubtDistance = 2.8;
constexpr double kDoubtWidth = 0.18;
constexpr double kDoubtCasing = 0.42;
constexpr double kRingGap = 1.8;
constexpr double kRingWidth = 0.3;
constexpr double kRingCasing = 0.7;
/// Of areas, so that a background map shows through.
constexpr double kAreaOpacity = 0.85;

std::string marker_name(Marker marker) {
    switch (marker) {
        case Marker::Circle:
            return "circle";
        case Marker::Square:
            return "square";
        case Marker::Diamond:
            return "diamond";
        case Marker::Triangle:
            return "triangle";
        case Marker::Star:
            return "star";
        case Marker::Cross:
            break;
    }
    return "cross_fill";
}

/// Thin shapes are drawn larger, so that all look the same size.
double marker_size(const Symbol& symbol) {
    if (symbol.marker == Marker::Star) return symbol.size * 1.4;
    return symbol.marker == Marker::Cross || symbol.marker == Marker::Triangle ? symbol.size * 1.15 : symbol.size;
}

std::string dash_name(Dash dash) {
    switch (dash) {
        case Dash::Solid:
            return "solid";
        case Dash::Dashed:
            return "dash";
        case Dash::Dotted:
            break;
    }
    return "dot";
}

/// Degrees, counted as QGIS does.
double hatch_angle(Hatch hatch) {
    switch (hatch) {
        case Hatch::Rising:
            return 45.0;
        case Hatch::Falling:
            return 135.0;
        case Hatch::Upright:
            return 90.0;
        default:
            return 0.0;
    }
}

void open_symbol_layer(XmlWriter& xml, std::string_view kind, const Properties& properties) {
    xml.open("layer", {{"class", std::string(kind)}, {"enabled", "1"}, {"locked", "0"}, {"pass", "0"}});
    xml.open("Option", {{"type", "Map"}});
    for (const auto& [name, value] : properties) {
        xml.element("Option", {{"name", std::string(name)}, {"type", "QString"}, {"value", value}});
    }
    xml.close();
}

void add_symbol_layer(XmlWriter& xml, std::string_view kind, const Properties& properties) {
    open_symbol_layer(xml, kind, properties);
    xml.close();
}

void open_symbol(XmlWriter& xml, const std::string& name, std::string_view type, double opacity) {
    xml.open("symbol", {{"name", name},
                        {"type", std::string(type)},
                        {"alpha", number_text(opacity)},
                        {"clip_to_extent", "1"},
                        {"force_rhr", "0"}});
}

void write_marker(XmlWriter& xml, const Symbol& symbol) {
    add_symbol_layer(xml, "SimpleMarker",
                     {{"name", marker_name(symbol.marker)},
                      {"color", colour_text(symbol.colour)},
                      {"outline_color", colour_text(kDarkGrey)},
                      {"outline_style", "solid"},
                      {"outline_width", number_text(kMarkerOutline)},
                      {"outline_width_unit", "MM"},
                      {"joinstyle", "miter"},
                      {"size", number_text(marker_size(symbol), 2)},
                      {"size_unit", "MM"}});
}

void write_line(XmlWriter& xml, const Colour& colour, Dash dash, double width) {
    add_symbol_layer(xml, "SimpleLine",
                     {{"line_color", colour_text(colour)},
                      {"line_style", dash_name(dash)},
                      {"line_width", number_text(width)},
                      {"line_width_unit", "MM"},
                      {"capstyle", dash == Dash::Solid ? "round" : "flat"},
                      {"joinstyle", "round"}});
}

void write_hatch(XmlWriter& xml, const std::string& symbol_name, const Symbol& symbol) {
    open_symbol_layer(xml, "LinePatternFill",
                      {{"angle", number_text(hatch_angle(symbol.hatch))},
                       {"color", colour_text(symbol.colour)},
                       {"distance", number_text(kHatchDistance)},
                       {"distance_unit", "MM"},
                       {"line_width", number_text(kHatchWidth)},
                       {"line_width_unit", "MM"}});
    open_symbol(xml, fmt::format("@{}@1", symbol_name), "line", 1.0);
    write_line(xml, symbol.colour, Dash::Solid, kHatchWidth);
    xml.close();
    xml.close();
}

/// Hatched areas have white ground, so that they look like none of the full ones.
void write_area(XmlWriter& xml, const std::string& symbol_name, const Symbol& symbol) {
    const bool hatched = symbol.hatch != Hatch::None;
    add_symbol_layer(xml, "SimpleFill",
                     {{"color", colour_text(hatched ? kWhite : symbol.colour)},
                      {"style", "solid"},
                      {"outline_color", colour_text(kLightGrey)},
                      {"outline_style", "solid"},
                      {"outline_width", number_text(kAreaOutline)},
                      {"outline_width_unit", "MM"},
                      {"joinstyle", "miter"}});
    if (hatched) write_hatch(xml, symbol_name, symbol);
}

// Every mark of doubt is dark on white, so that it shows on light and on dark classes.
void write_cased_line(XmlWriter& xml) {
    write_line(xml, kWhite, Dash::Solid, kDoubtCasing);
    write_line(xml, kBlack, Dash::Solid, kDoubtWidth);
}

void write_doubt_hatch(XmlWriter& xml, const std::string& symbol_name) {
    open_symbol_layer(xml, "LinePatternFill",
                      {{"angle", number_text(hatch_angle(Hatch::Rising))},
                       {"distance", number_text(kDoubtDistance)},
                       {"distance_unit", "MM"},
                       {"line_width", number_text(kDoubtCasing)},
                       {"line_width_unit", "MM"}});
    open_symbol(xml, fmt::format("@{}@0", symbol_name), "line", 1.0);
    write_cased_line(xml);
    xml.close();
    xml.close();
}

void write_ring(XmlWriter& xml, double size, const Colour& colour, double width) {
    add_symbol_layer(xml, "SimpleMarker",
                     {{"name", "circle"},
                      {"color", "255,255,255,0"},
                      {"outline_color", colour_text(colour)},
                      {"outline_style", "solid"},
                      {"outline_width", number_text(width)},
                      {"outline_width_unit", "MM"},
                      {"size", number_text(size, 2)},
                      {"size_unit", "MM"}});
}

/// Rings stand clear of the style's largest marker.
double ring_size(const Style& style) {
    double largest = 0.0;
    for (const auto& one : style.classes) largest = std::max(largest, marker_size(one.symbol));
    return largest + kRingGap;
}

}  // namespace

std::string colour_text(const Colour& colour) {
    return fmt::format("{},{},{},255", colour.red, colour.green, colour.blue);
}

void write_symbol(XmlWriter& xml, std::size_t number, const Symbol& symbol, geo::GeometryType type) {
    const auto name = fmt::format("{}", number);
    if (type == geo::GeometryType::Point) {
        open_symbol(xml, name, "marker", symbol.opacity);
        write_marker(xml, symbol);
    } else if (type == geo::GeometryType::Line) {
        open_symbol(xml, name, "line", symbol.opacity);
        write_line(xml, symbol.colour, symbol.dash, symbol.width);
    } else {
        open_symbol(xml, name, "fill", symbol.opacity * kAreaOpacity);
        write_area(xml, name, symbol);
    }
    xml.close();
}

void write_doubt_symbol(XmlWriter& xml, const Style& style, geo::GeometryType type) {
    const auto name = fmt::format("{}", style.classes.size());
    if (type == geo::GeometryType::Point) {
        open_symbol(xml, name, "marker", 1.0);
        write_ring(xml, ring_size(style), kWhite, kRingCasing);
        write_ring(xml, ring_size(style), kBlack, kRingWidth);
    } else if (type == geo::GeometryType::Line) {
        open_symbol(xml, name, "line", 1.0);
        write_line(xml, kWhite, Dash::Dotted, kDoubtWidth);
    } else {
        open_symbol(xml, name, "fill", 1.0);
        write_doubt_hatch(xml, name);
    }
    xml.close();
}

}  // namespace desakota::maps
