#include "engine/maps/symbol_drawing.h"

#include <array>
#include <cmath>
#include <numbers>
#include <span>
#include <vector>

namespace desakota::maps {
namespace {

using geo::Point;

// As in QGIS (qml_symbols.cpp), in mm.
constexpr double kMarkerOutline = 0.2;
constexpr double kHatchDistance = 2.2;
constexpr double kHatchWidth = 0.4;
constexpr double kAreaOpacity = 0.85;
constexpr double kBorderOpacity = 0.75;
constexpr double kDoubtDistance = 1.3;
constexpr double kDoubtWidth = 0.14;
constexpr double kRightAngle = std::numbers::pi / 2.0;

void polygon_path(cairo_t* cairo, std::span<const Point> corners, const Point& at, double radius) {
    for (const auto& corner : corners) cairo_line_to(cairo, at.x + corner.x * radius, at.y + corner.y * radius);
    cairo_close_path(cairo);
}

std::vector<Point> star_corners() {
    std::vector<Point> corners;
    constexpr int kPoints = 5;
    constexpr double kInner = 0.382;
    for (int i = 0; i < 2 * kPoints; ++i) {
        const double angle = -kRightAngle + i * std::numbers::pi / kPoints;
        const double radius = i % 2 == 0 ? 1.0 : kInner;
        corners.push_back({radius * std::cos(angle), radius * std::sin(angle)});
    }
    return corners;
}

void marker_path(cairo_t* cairo, Marker marker, const Point& at, double radius) {
    constexpr std::array<Point, 4> kSquare{Point{-1, -1}, {1, -1}, {1, 1}, {-1, 1}};
    constexpr std::array<Point, 4> kDiamond{Point{0, -1}, {1, 0}, {0, 1}, {-1, 0}};
    constexpr std::array<Point, 3> kTriangle{Point{-1, 1}, {0, -1}, {1, 1}};
    constexpr double kArm = 0.36;
    constexpr std::array<Point, 12> kCross{Point{-kArm, -1}, {kArm, -1},   {kArm, -kArm}, {1, -kArm},
                                           {1, kArm},        {kArm, kArm}, {kArm, 1},     {-kArm, 1},
                                           {-kArm, kArm},    {-1, kArm},   {-1, -kArm},   {-kArm, -kArm}};
    switch (marker) {
        case Marker::Circle:
            cairo_new_sub_path(cairo);
            cairo_arc(cairo, at.x, at.y, radius, 0.0, 4.0 * kRightAngle);
            return cairo_close_path(cairo);
        case Marker::Square:
            return polygon_path(cairo, kSquare, at, radius);
        case Marker::Diamond:
            return polygon_path(cairo, kDiamond, at, radius);
        case Marker::Triangle:
            return polygon_path(cairo, kTriangle, at, radius);
        case Marker::Star:
            return polygon_path(cairo, star_corners(), at, radius);
        case Marker::Cross:
            break;
    }
    polygon_path(cairo, kCross, at, radius);
}

/// Thin shapes are drawn larger, so that all look the same size.
double marker_radius(const Symbol& symbol) {
    double size = symbol.size;
    if (symbol.marker == Marker::Star) size *= 1.4;
    if (symbol.marker == Marker::Cross || symbol.marker == Marker::Triangle) size *= 1.15;
    return size / 2.0;
}

void set_dash(cairo_t* cairo, Dash dash, double width) {
    const double on = dash == Dash::Dashed ? 4.0 * width : width;
    const std::array<double, 2> lengths{on, 2.0 * width};
    cairo_set_dash(cairo, lengths.data(), dash == Dash::Solid ? 0 : 2, 0.0);
    cairo_set_line_cap(cairo, dash == Dash::Solid ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
}

/// Parallel lines over a box, at distances counted from the page's corner, so that neighbours' lines meet.
struct Lines {
    double distance = kHatchDistance;
    Hatch direction = Hatch::Rising;
};

double steepness(Hatch hatch) {
    if (hatch == Hatch::Rising) return -1.0;
    return hatch == Hatch::Falling ? 1.0 : 0.0;
}

void upright_lines(cairo_t* cairo, const Box& box, double distance) {
    for (auto n = std::lround(std::ceil(box.min_x / distance)); static_cast<double>(n) * distance <= box.max_x; ++n) {
        const double x = static_cast<double>(n) * distance;
        cairo_move_to(cairo, x, box.min_y);
        cairo_line_to(cairo, x, box.max_y);
    }
}

void hatch_lines(cairo_t* cairo, const Box& box, const Lines& lines) {
    if (lines.direction == Hatch::Upright) return upright_lines(cairo, box, lines.distance);
    const double steep = steepness(lines.direction);
    const double step = lines.distance * std::hypot(1.0, steep);
    const double rise = steep * box.width();
    const double first = box.min_y - std::max(rise, 0.0) - steep * box.min_x;
    const double last = box.max_y - std::min(rise, 0.0) - steep * box.min_x;
    for (auto n = std::lround(std::ceil(first / step)); static_cast<double>(n) * step <= last; ++n) {
        const double y = static_cast<double>(n) * step + steep * box.min_x;
        cairo_move_to(cairo, box.min_x, y);
        cairo_line_to(cairo, box.max_x, y + rise);
    }
}

/// The path's inside becomes the clip; returns what box of the page it fills.
Box clip_to_path(cairo_t* cairo) {
    Box box;
    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_EVEN_ODD);
    cairo_clip(cairo);
    cairo_clip_extents(cairo, &box.min_x, &box.min_y, &box.max_x, &box.max_y);
    return box;
}

void hatch_path(cairo_t* cairo, const Lines& lines, double width) {
    const auto box = clip_to_path(cairo);
    cairo_set_line_width(cairo, width);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_BUTT);
    hatch_lines(cairo, box, lines);
    cairo_stroke(cairo);
}

/// What is seen of a colour of that opacity on a ground.
Colour mixed(const Colour& colour, const Colour& ground, double opacity) {
    const auto channel = [&](std::uint8_t above, std::uint8_t below) {
        return static_cast<std::uint8_t>(
            std::lround(std::lerp(static_cast<double>(below), static_cast<double>(above), opacity)));
    };
    return {channel(colour.red, ground.red), channel(colour.green, ground.green), channel(colour.blue, ground.blue)};
}

/// The canvas's path stays.
void hatch_kept_path(const Canvas& canvas, const Symbol& symbol) {
    auto* const cairo = canvas.cairo();
    const std::unique_ptr<cairo_path_t, void (*)(cairo_path_t*)> border(cairo_copy_path(cairo), cairo_path_destroy);
    {
        const KeptState unclipped(cairo);
        canvas.set_colour(mixed(symbol.colour, kWhite, kAreaOpacity), symbol.opacity);
        hatch_path(cairo, {kHatchDistance, symbol.hatch}, kHatchWidth);
    }
    cairo_new_path(cairo);
    cairo_append_path(cairo, border.get());
}

/// By how bright a grey print shows it.
bool is_pale(const Colour& colour) {
    constexpr double kPale = 185.0;
    return 0.299 * colour.red + 0.587 * colour.green + 0.114 * colour.blue > kPale;
}

std::uint8_t lighter(std::uint8_t channel) {
    constexpr double kKept = 0.28;
    return static_cast<std::uint8_t>(std::lround(255.0 - (255.0 - channel) * kKept));
}

void draw_line_swatch(const Canvas& canvas, const Symbol& symbol, const Box& box) {
    const double middle = box.centre().y;
    cairo_move_to(canvas.cairo(), box.min_x + 0.3, middle);
    cairo_line_to(canvas.cairo(), box.max_x - 0.3, middle);
    draw_path_as_edged_line(canvas, symbol);
}

}  // namespace

double marker_reach(const Symbol& symbol) {
    return marker_radius(symbol) + kMarkerOutline / 2.0;
}

void draw_marker(const Canvas& canvas, const Symbol& symbol, const Point& at, double rim) {
    auto* const cairo = canvas.cairo();
    const KeptState kept(cairo);
    cairo_new_path(cairo);
    marker_path(cairo, symbol.marker, at, marker_radius(symbol));
    if (rim > 0.0) {
        canvas.set_colour(kWhite, symbol.opacity);
        cairo_set_line_width(cairo, kMarkerOutline + 2.0 * rim);
        cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
        cairo_stroke_preserve(cairo);
    }
    canvas.set_colour(symbol.colour, symbol.opacity);
    cairo_fill_preserve(cairo);
    canvas.set_colour(kDarkGrey, symbol.opacity);
    cairo_set_line_width(cairo, kMarkerOutline);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_MITER);
    cairo_stroke(cairo);
}

void draw_path_as_line(const Canvas& canvas, const Symbol& symbol) {
    auto* const cairo = canvas.cairo();
    const KeptState kept(cairo);
    canvas.set_colour(symbol.colour, symbol.opacity);
    cairo_set_line_width(cairo, symbol.width);
    set_dash(cairo, symbol.dash, symbol.width);
    // Round joins of thin lines cannot be seen, and take most of the time.
    const bool thin = symbol.width < 5.0 * canvas.pixel();
    cairo_set_line_join(cairo, thin ? CAIRO_LINE_JOIN_BEVEL : CAIRO_LINE_JOIN_ROUND);
    if (thin) cairo_set_line_cap(cairo, CAIRO_LINE_CAP_BUTT);
    cairo_stroke(cairo);
}

void draw_path_as_edged_line(const Canvas& canvas, const Symbol& symbol) {
    constexpr double kEdge = 0.15;  // mm
    if (is_pale(symbol.colour)) {
        const KeptState kept(canvas.cairo());
        canvas.set_colour(kGrey, symbol.opacity);
        cairo_set_line_width(canvas.cairo(), symbol.width + 2.0 * kEdge);
        cairo_set_line_cap(canvas.cairo(), CAIRO_LINE_CAP_ROUND);
        cairo_set_line_join(canvas.cairo(), CAIRO_LINE_JOIN_ROUND);
        cairo_stroke_preserve(canvas.cairo());
    }
    draw_path_as_line(canvas, symbol);
}

void draw_path_as_area(const Canvas& canvas, const Symbol& symbol, double border_width) {
    auto* const cairo = canvas.cairo();
    const KeptState kept(cairo);
    const bool hatched = symbol.hatch != Hatch::None;
    const auto ground = hatched ? kWhite : mixed(symbol.colour, kWhite, kAreaOpacity);
    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_EVEN_ODD);
    canvas.set_colour(ground, symbol.opacity);
    cairo_fill_preserve(cairo);
    if (hatched) hatch_kept_path(canvas, symbol);
    // Nothing between fill and border, and both opaque: a PDF then has the path once.
    canvas.set_colour(mixed(kGrey, ground, kBorderOpacity), symbol.opacity);
    cairo_set_line_width(cairo, border_width);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_BEVEL);
    cairo_stroke(cairo);
}

void hatch_path_as_doubtful(const Canvas& canvas) {
    const KeptState kept(canvas.cairo());
    canvas.set_colour(kInk, 0.8);
    hatch_path(canvas.cairo(), {kDoubtDistance, Hatch::Rising}, kDoubtWidth);
}

void draw_doubtful_ring(const Canvas& canvas, const Symbol& symbol, const Point& at) {
    auto* const cairo = canvas.cairo();
    cairo_new_path(cairo);
    canvas.set_colour(kGrey);
    cairo_set_line_width(cairo, kDoubtWidth);
    cairo_arc(cairo, at.x, at.y, 1.15 * marker_reach(symbol) + 0.1, 0.0, 4.0 * kRightAngle);
    cairo_stroke(cairo);
}

void draw_swatch(const Canvas& canvas, const Symbol& symbol, geo::GeometryType type, const Box& box) {
    if (type == geo::GeometryType::Point) return draw_marker(canvas, symbol, box.centre());
    if (type == geo::GeometryType::Line) return draw_line_swatch(canvas, symbol, box);
    cairo_rectangle(canvas.cairo(), box.min_x, box.min_y, box.width(), box.height());
    draw_path_as_area(canvas, symbol);
}

Symbol pale(const Symbol& symbol) {
    Symbol made = symbol;
    made.colour = {lighter(symbol.colour.red), lighter(symbol.colour.green), lighter(symbol.colour.blue)};
    return made;
}

}  // namespace desakota::maps
