#include "engine/maps/far_destinations.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>
#include <utility>

#include "engine/core/shown_number.h"

namespace desakota::maps {
namespace {

using geo::Point;

constexpr double kArrow = 3.0;  // mm
constexpr std::size_t kMost = 6;

/// What stands before the ending of a column's name: "skp_" of "skp_centre_name"; missing of another column.
std::optional<std::string_view> stem_of(std::string_view column, std::string_view ending) {
    if (!column.ends_with(ending)) return std::nullopt;
    return column.substr(0, column.size() - ending.size());
}

/// The columns that name the destinations: those of the style's own prefix, else all.
std::vector<const layers::Column*> naming_columns(const PreparedLayer& index, LayerRole role) {
    const std::string_view ending = role == LayerRole::Centres ? "centre_name" : "facility_name";
    std::vector<const layers::Column*> own;
    std::vector<const layers::Column*> all;
    for (const auto& column : index.drawn.layer->columns) {
        const auto stem = stem_of(column.name(), ending);
        if (!stem) continue;
        all.push_back(&column);
        if (index.drawn.style.name.starts_with(*stem)) own.push_back(&column);
    }
    return own.empty() ? all : own;
}

std::set<std::string> names_of_destinations(const MapContent& content, LayerRole role) {
    std::set<std::string> names;
    for (const auto* column : naming_columns(*content.index, role)) {
        for (std::size_t row = 0; row < content.index->classes.size(); ++row) {
            if (!content.is_bright(row) || !is_drawn(*content.index, row)) continue;
            if (auto name = column->as_text(row)) names.insert(*std::move(name));
        }
    }
    return names;
}

struct Found {
    std::string name;
    Point at;             // on the page
    double metres = 0.0;  // beyond the frame's edge
};

/// Where the way from the frame's middle leaves it, as a share of the way.
double share_inside(const Box& frame, const Point& to) {
    const auto middle = frame.centre();
    const double across = std::abs(to.x - middle.x) / (frame.width() / 2.0);
    const double down = std::abs(to.y - middle.y) / (frame.height() / 2.0);
    return 1.0 / std::max({across, down, 1.0});
}

void add_found(std::vector<Found>& found, const MapView& view, const PreparedLayer& layer,
               const std::set<std::string>& wanted) {
    const auto& names = layer.drawn.style.names;
    const auto* column = names ? layer.drawn.layer->find(names->field) : nullptr;
    if (column == nullptr) return;
    for (std::size_t row = 0; row < layer.classes.size(); ++row) {
        const auto& anchor = layer.projected->anchors[row];
        auto name = column->as_text(row);
        if (!anchor || !name || !is_drawn(layer, row) || !wanted.contains(*name)) continue;
        const auto at = view.to_page(*anchor);
        const double inside = share_inside(view.frame, at);
        if (inside == 1.0) continue;
        const auto middle = view.frame.centre();
        const double beyond = (1.0 - inside) * std::hypot(at.x - middle.x, at.y - middle.y);
        found.push_back({*std::move(name), at, beyond * view.scale / 1000.0});
    }
}

std::string words(const Found& found, core::Language language) {
    constexpr double kFar = 9950.0;
    const auto distance = core::shown_number(found.metres / 1000.0, found.metres < kFar ? 1 : 0, language);
    return core::format_text("to {0}, {1} km", "ke {0}, {1} km", found.name, distance).in(language);
}

/// The text beside an arrow at the left or right edge, above or below one at the others; wholly in the frame.
Box box_behind(const Box& frame, const FarDestination& arrow, const Size& size) {
    constexpr double kGap = 0.8;  // mm
    const auto& tip = arrow.tip;
    const auto& direction = arrow.direction;
    const bool is_beside =
        std::min(tip.x - frame.min_x, frame.max_x - tip.x) < std::min(tip.y - frame.min_y, frame.max_y - tip.y);
    const double across = is_beside ? std::copysign(kArrow + kGap + size.width / 2.0, direction.x) : 0.0;
    const double down = is_beside ? 0.0 : std::copysign(kArrow + kGap + size.height / 2.0, direction.y);
    const Box room = frame.grown(-1.0);
    const auto within = [](double at, double least, double most) {
        return std::clamp(at, least, std::max(least, most));
    };
    const double x = within(tip.x - across, room.min_x + size.width / 2.0, room.max_x - size.width / 2.0);
    const double y = within(tip.y - down, room.min_y + size.height / 2.0, room.max_y - size.height / 2.0);
    return {x - size.width / 2.0, y - size.height / 2.0, x + size.width / 2.0, y + size.height / 2.0};
}

FarDestination arrow_to(const Canvas& canvas, const MapView& view, const Found& found, double letters) {
    const Box edge = view.frame.grown(-0.8);
    const auto middle = edge.centre();
    const double inside = share_inside(edge, found.at);
    const Point way{found.at.x - middle.x, found.at.y - middle.y};
    const double length = std::hypot(way.x, way.y);
    FarDestination made;
    made.text = words(found, canvas.language());
    made.tip = {middle.x + inside * way.x, middle.y + inside * way.y};
    made.direction = {way.x / length, way.y / length};
    made.look = {.size = letters, .bold = true};
    made.box = box_behind(view.frame, made, canvas.measure(made.text, made.look));
    return made;
}

void arrow_path(cairo_t* cairo, const FarDestination& arrow) {
    constexpr double kHalf = 0.42 * kArrow;
    const auto& [x, y] = arrow.direction;
    const Point foot{arrow.tip.x - kArrow * x, arrow.tip.y - kArrow * y};
    cairo_new_path(cairo);
    cairo_move_to(cairo, arrow.tip.x, arrow.tip.y);
    cairo_line_to(cairo, foot.x - kHalf * y, foot.y + kHalf * x);
    cairo_line_to(cairo, foot.x + kHalf * y, foot.y - kHalf * x);
    cairo_close_path(cairo);
}

}  // namespace

std::vector<FarDestination> far_destinations(const Canvas& canvas, const MapView& view, const MapContent& content) {
    const auto role = content.destinations;
    if (!role) return {};
    std::vector<Found> found;
    const auto wanted = names_of_destinations(content, *role);
    for (const auto& layer : content.base->background) {
        if (layer.role == *role) add_found(found, view, layer.prepared, wanted);
    }
    std::ranges::stable_sort(found, {}, &Found::metres);
    std::vector<FarDestination> arrows;
    for (const auto& one : found) {
        if (arrows.size() == kMost) break;
        auto arrow = arrow_to(canvas, view, one, content.letters);
        const auto meets = [&](const Box& other) { return other.meets(arrow.box); };
        const bool is_free =
            std::ranges::none_of(arrows, meets, &FarDestination::box) && std::ranges::none_of(content.reserved, meets);
        if (is_free) arrows.push_back(std::move(arrow));
    }
    return arrows;
}

void draw_far_destinations(const Canvas& canvas, const std::vector<FarDestination>& destinations) {
    auto* const cairo = canvas.cairo();
    for (const auto& arrow : destinations) {
        arrow_path(cairo, arrow);
        canvas.set_colour(kWhite);
        cairo_set_line_width(cairo, 0.8);
        cairo_stroke_preserve(cairo);
        canvas.set_colour(kInk);
        cairo_fill(cairo);
        canvas.text_with_rim(arrow.text, arrow.look, {arrow.box.min_x, arrow.box.min_y}, arrow.look.size * 0.16);
    }
}

}  // namespace desakota::maps
