#include "engine/maps/location_inset.h"

#include <cmath>
#include <fmt/format.h>
#include <numeric>

#include "engine/core/parallel.h"
#include "engine/core/progress.h"
#include "engine/geo/coordinate_system.h"
#include "engine/maps/island_sketch.h"
#include "engine/maps/symbol_drawing.h"

namespace desakota::maps {
namespace {

using geo::Point;

// Degrees.
constexpr double kWest = 94.0;
constexpr double kEast = 142.0;
constexpr double kSouth = -12.0;
constexpr double kNorth = 8.0;
constexpr Colour kSea{238, 244, 248};
constexpr Colour kLand{205, 205, 198};
constexpr Colour kMark = kVermilion;
constexpr Colour kPageRows{240, 178, 130};

Point on_country(const Box& box, const Point& lon_lat) {
    return {box.min_x + (lon_lat.x - kWest) / (kEast - kWest) * box.width(),
            box.max_y - (lon_lat.y - kSouth) / (kNorth - kSouth) * box.height()};
}

void clip_to(const Canvas& canvas, const Box& box) {
    cairo_new_path(canvas.cairo());
    cairo_rectangle(canvas.cairo(), box.min_x, box.min_y, box.width(), box.height());
    cairo_clip(canvas.cairo());
}

void draw_islands(const Canvas& canvas, const Box& box) {
    for (const auto& island : island_sketch()) {
        cairo_new_sub_path(canvas.cairo());
        for (const auto& corner : island) {
            const auto at = on_country(box, corner);
            cairo_line_to(canvas.cairo(), at.x, at.y);
        }
        cairo_close_path(canvas.cairo());
    }
    canvas.set_colour(kLand);
    cairo_fill_preserve(canvas.cairo());
    canvas.set_colour(kGrey);
    cairo_set_line_width(canvas.cairo(), 0.12);
    cairo_set_line_join(canvas.cairo(), CAIRO_LINE_JOIN_ROUND);
    cairo_stroke(canvas.cairo());
}

void draw_graticule(const Canvas& canvas, const Box& box) {
    const TextLook look{.size = 1.5, .colour = kGrey};
    for (int degrees = 100; degrees < static_cast<int>(kEast); degrees += 10) {
        const double lon = degrees;
        const auto at = on_country(box, {lon, kNorth});
        canvas.line(at, on_country(box, {lon, kSouth}), kLightGrey, 0.1);
        if (lon + 4.0 < kEast) canvas.text(fmt::format("{}°", std::lround(lon)), look, {at.x + 0.3, at.y + 0.1});
    }
    for (int degrees = -10; degrees < static_cast<int>(kNorth); degrees += 10) {
        const double lat = degrees;
        canvas.line(on_country(box, {kWest, lat}), on_country(box, {kEast, lat}), kLightGrey, 0.1);
    }
    const bool english = canvas.language() == core::Language::English;
    canvas.text(english ? "Equator" : "Khatulistiwa", look, on_country(box, {127.5 + 2.7, 2.0}));
}

/// The middle of the map in degrees; its box would be a dot.
Point middle_of(const MapView& view, const UtmZone& zone) {
    Point middle = view.centre;
    core::SilentProgress silent;
    geo::to_wgs84({&middle, 1}, zone.crs(), core::Parallel{}, silent);
    return middle;
}

bool is_in_country(const Point& lon_lat) {
    return lon_lat.x > kWest && lon_lat.x < kEast && lon_lat.y > kSouth && lon_lat.y < kNorth;
}

void draw_mark(const Canvas& canvas, const Point& at, const Box& box, double half) {
    const Box mark{at.x - half, at.y - half, at.x + half, at.y + half};
    canvas.line({box.min_x, at.y}, {mark.min_x, at.y}, kMark, 0.15);
    canvas.line({mark.max_x, at.y}, {box.max_x, at.y}, kMark, 0.15);
    canvas.line({at.x, box.min_y}, {at.x, mark.min_y}, kMark, 0.15);
    canvas.line({at.x, mark.max_y}, {at.x, box.max_y}, kMark, 0.15);
    canvas.outline(mark, kMark, 0.5);
}

PreparedLayer in_one_colour(const PreparedLayer& index, const Colour& colour) {
    PreparedLayer layer = index;
    StyleClass every;
    every.symbol = {.colour = colour, .size = 0.8};
    every.otherwise = true;
    layer.drawn.style = Style{.name = "inset", .classes = {every}, .names = {}};
    for (auto& style_class : layer.classes) style_class = style_class == kNoClass ? kNoClass : 0;
    return layer;
}

}  // namespace

bool lies_in_country(const MapView& view, const UtmZone& zone) {
    return is_in_country(middle_of(view, zone));
}

double country_inset_height(double width) {
    return width * (kNorth - kSouth) / (kEast - kWest);
}

void draw_country_inset(const Canvas& canvas, const MapView& view, const UtmZone& zone, const Box& box) {
    {
        const KeptState kept(canvas.cairo());
        clip_to(canvas, box);
        canvas.fill(box, kSea);
        draw_graticule(canvas, box);
        draw_islands(canvas, box);
        const auto middle = middle_of(view, zone);
        const auto shown = view.shown();
        constexpr double kMetresPerDegree = 111'000.0;
        const double half =
            std::max(shown.width(), shown.height()) / kMetresPerDegree / 2.0 * box.width() / (kEast - kWest);
        draw_mark(canvas, on_country(box, middle), box, std::max(half, 0.9));
    }
    canvas.outline(box, kGrey, 0.2);
}

void draw_area_inset(const Canvas& canvas, const MapView& view, const MapContent& content, const Box& box) {
    MapView whole{box};
    Box both = content.index->projected->box;
    both.add(view.shown());
    whole.centre = both.centre();
    whole.scale = filling_scale(both, box.width(), box.height());
    std::vector<std::size_t> rows(content.index->classes.size());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    {
        const KeptState kept(canvas.cairo());
        clip_to(canvas, box);
        draw_rows(canvas, whole, in_one_colour(*content.index, kLand), rows, 1.0);
        std::erase_if(rows, [&](std::size_t row) { return !content.is_bright(row); });
        draw_rows(canvas, whole, in_one_colour(*content.index, kPageRows), rows, 1.0);
        canvas.outline(whole.to_page(view.shown()), kMark, 0.5);
    }
    canvas.outline(box, kGrey, 0.2);
}

}  // namespace desakota::maps
