#include "engine/maps/map_names.h"

#include <algorithm>
#include <optional>
#include <set>

#include "engine/maps/far_destinations.h"
#include "engine/maps/label_placement.h"
#include "engine/maps/role_symbols.h"
#include "engine/maps/symbol_drawing.h"

namespace desakota::maps {
namespace {

using geo::GeometryType;
using geo::Point;

/// More names are not tried: a map of so many places shows none of them legibly.
constexpr std::size_t kMostNames = 1500;
constexpr double kRoom = 0.5;  // mm between names

struct Wanted {
    std::string text;
    TextLook look;
    Point at;            // page
    double reach = 0.0;  // of the marker; 0 in an area
    double importance = 0.0;
    bool is_centre = false;
    const ProjectedGeometry* areas = nullptr;  ///< of a name that belongs inside row `row` of them
    std::size_t row = 0;
};
struct Candidate {
    std::string text;
    Box box;
};

std::optional<std::string> name_of(const PreparedLayer& layer, std::size_t row) {
    const auto& names = layer.drawn.style.names;
    const bool is_drawn = layer.drawn.style.classes.empty() || layer.classes[row] != kNoClass;
    if (!names || !is_drawn) return std::nullopt;
    const auto* const column = layer.drawn.layer->find(names->field);
    if (column == nullptr) return std::nullopt;
    auto text = column->as_text(row);
    if (!text || text->empty()) return std::nullopt;
    std::ranges::replace(*text, '\n', ' ');
    return text;
}

Box box_at(const Point& corner, const Size& size) {
    return {corner.x, corner.y, corner.x + size.width, corner.y + size.height};
}

/// Beside a marker: right, left, above, below, then the corners.
std::vector<Box> places_around(const Point& at, const Size& size, double reach) {
    const double gap = reach + 0.6;
    const double up = at.y - size.height / 2.0;
    const double middle = at.x - size.width / 2.0;
    const double corner = 0.7 * gap;
    return {box_at({at.x + gap, up}, size),
            box_at({at.x - gap - size.width, up}, size),
            box_at({middle, at.y - gap - size.height}, size),
            box_at({middle, at.y + gap}, size),
            box_at({at.x + corner, at.y - corner - size.height}, size),
            box_at({at.x + corner, at.y + corner}, size),
            box_at({at.x - corner - size.width, at.y - corner - size.height}, size),
            box_at({at.x - corner - size.width, at.y + corner}, size)};
}

/// On the area's own place, and a little above and below.
std::vector<Box> places_inside(const Point& at, const Size& size) {
    std::vector<Box> places;
    for (const double shift : {0.0, -0.6, 0.6, -1.2, 1.2, -1.8, 1.8}) {
        places.push_back(box_at({at.x - size.width / 2.0, at.y + (shift - 0.5) * size.height}, size));
    }
    return places;
}

/// The name with the blank nearest its middle as a line break; empty where it has none.
std::string in_two_lines(const std::string& text) {
    std::size_t best = std::string::npos;
    const auto from_middle = [&](std::size_t at) { return std::max(at, text.size() - at); };
    for (std::size_t at = text.find(' '); at != std::string::npos; at = text.find(' ', at + 1)) {
        if (best == std::string::npos || from_middle(at) < from_middle(best)) best = at;
    }
    if (best == std::string::npos) return {};
    return text.substr(0, best) + '\n' + text.substr(best + 1);
}

/// A name that reached far into the next area would be read as that one's.
bool stands_inside(const MapView& view, const Wanted& wanted, const Box& place) {
    const double quarter = place.width() / 4.0;
    const double x = place.centre().x;
    const double y = place.centre().y;
    return std::ranges::all_of(
        std::initializer_list<Point>{{x - quarter, y}, {x, y}, {x + quarter, y}},
        [&](const Point& at) { return is_inside(*wanted.areas, wanted.row, view.to_plane(at)); });
}

std::vector<Candidate> candidates_of(const Canvas& canvas, const MapView& view, const Wanted& wanted) {
    std::vector<Candidate> candidates;
    for (const auto& text : {wanted.text, in_two_lines(wanted.text)}) {
        if (text.empty()) continue;
        const auto size = canvas.measure(text, wanted.look);
        const bool in_area = wanted.areas != nullptr;
        const auto places = in_area ? places_inside(wanted.at, size) : places_around(wanted.at, size, wanted.reach);
        for (const auto& place : places) {
            if (!in_area || stands_inside(view, wanted, place)) candidates.push_back({text, place});
        }
    }
    return candidates;
}

/// How far the markers of a layer reach, class by class; one number where it has no classes.
using Reaches = std::vector<double>;

double reach_of_row(const Reaches& reaches, const PreparedLayer& layer, std::size_t row) {
    if (layer.drawn.style.classes.empty()) return reaches.empty() ? 0.0 : reaches.front();
    return reaches[layer.classes[row]];
}

/// The boxes of markers in the frame.
void add_obstacles(std::vector<Box>& obstacles, const MapView& view, const PreparedLayer& layer,
                   const Reaches& reaches) {
    if (layer.projected->type != GeometryType::Point) return;
    for (std::size_t row = 0; row < layer.classes.size(); ++row) {
        const auto& anchor = layer.projected->anchors[row];
        if (!anchor || !is_drawn(layer, row)) continue;
        Box box;
        box.add(view.to_page(*anchor));
        if (box.meets(view.frame)) obstacles.push_back(box.grown(reach_of_row(reaches, layer, row)));
    }
}

Reaches reaches_of(const PreparedLayer& layer, double times) {
    Reaches reaches;
    for (const auto& style_class : layer.drawn.style.classes) {
        auto symbol = style_class.symbol;
        symbol.size *= times;
        reaches.push_back(marker_reach(symbol));
    }
    return reaches;
}
Reaches reaches_of(const MapContent& content, const BackgroundLayer& layer, const Box& seen) {
    const double times = content.symbols * marker_times(content, layer, seen);
    if (!layer.prepared.drawn.style.classes.empty()) return reaches_of(layer.prepared, times);
    auto symbol = role_symbol(layer.role);
    symbol.size *= times;
    return {marker_reach(symbol)};
}
Reaches reaches_of_index(const MapContent& content, const Box& seen) {
    return reaches_of(*content.index, content.symbols * index_times(content, seen));
}

/// What a layer's names have in common.
struct Naming {
    TextLook look;
    Reaches reaches;
    double importance = 0.0;
    bool is_centre = false;
};

void add_wanted(std::vector<Wanted>& wanted, const MapView& view, const PreparedLayer& layer, const Naming& naming,
                const MapContent& content) {
    const bool is_area = layer.projected->type == GeometryType::Polygon;
    const bool is_index = &layer == content.index;
    for (std::size_t row = 0; row < layer.classes.size(); ++row) {
        const auto& anchor = layer.projected->anchors[row];
        if (!anchor || !is_drawn(layer, row) || !layer.projected->boxes[row].meets(view.shown())) continue;
        const auto name = name_of(layer, row);
        if (!name) continue;
        const auto& box = layer.projected->boxes[row];
        const bool bright = !is_index || content.is_bright(row);
        Wanted next{*name, naming.look, view.to_page(*anchor)};
        next.reach = reach_of_row(naming.reaches, layer, row);
        next.importance = naming.importance - (bright ? 0.0 : 1.0);
        next.is_centre = naming.is_centre;
        next.row = row;
        if (is_area) next.areas = layer.projected.get();
        if (is_area) next.importance += box.width() * box.height() / (1e12 + box.width() * box.height());
        if (!bright) next.look.colour = kGrey;
        wanted.push_back(std::move(next));
    }
}

/// Whether a layer has names at the map's scale.
bool shows_names(const PreparedLayer& layer, const MapView& view, const MapContent& content) {
    const auto& names = layer.drawn.style.names;
    return names && content.names_reach * names->smallest_scale >= view.scale;
}

Naming naming_of(const MapContent& content, const BackgroundLayer& layer, const Box& seen) {
    const bool is_centre = layer.role == LayerRole::Centres;
    const bool is_destination = content.destinations == layer.role;
    // Where the ways of a map lead elsewhere, centres stand back.
    const bool is_bold = is_destination || (is_centre && !content.destinations);
    const double letters = content.letters * (is_bold ? 1.05 : 0.85);
    const double importance = is_destination ? 11.0 : (is_centre && is_bold ? 10.0 : 6.0);
    return {{.size = letters, .bold = is_bold}, reaches_of(content, layer, seen), importance, is_centre};
}

/// The smallest scale at which a layer has names; 0 where it has none.
double smallest_scale_of(const PreparedLayer& layer) {
    const auto& names = layer.drawn.style.names;
    return names ? names->smallest_scale : 0.0;
}

/// Names of large areas, such as kecamatan, are larger and stand before those of centres.
Naming naming_of_index(const MapContent& content, const Box& seen) {
    constexpr double kOfLargeAreas = 1'000'000.0;
    const auto type = content.index->projected->type;
    const bool is_large = type == GeometryType::Polygon && smallest_scale_of(*content.index) > kOfLargeAreas;
    const double importance = is_large ? 12.0 : (type == GeometryType::Point ? 9.0 : 5.0);
    return {{.size = content.letters * (is_large ? 1.25 : 1.0), .bold = is_large},
            reaches_of_index(content, seen),
            importance};
}

/// Whether the index is of so many points that only some of their names would find room.
bool has_many_points(const MapContent& content, const Box& seen) {
    constexpr std::ptrdiff_t kMany = 120;
    const auto& projected = *content.index->projected;
    return projected.type == GeometryType::Point &&
           std::ranges::count_if(projected.boxes, [&](const Box& box) { return box.meets(seen); }) > kMany;
}

std::vector<Wanted> all_wanted(const MapView& view, const MapContent& content) {
    std::vector<Wanted> wanted;
    const auto seen = view.shown();
    for (const auto* const layer : shown_background(content, seen)) {
        const bool is_centre = layer->role == LayerRole::Centres;
        const bool is_named = layer->role == LayerRole::Facilities && shows_names(layer->prepared, view, content);
        if (!is_centre && !is_named) continue;
        add_wanted(wanted, view, layer->prepared, naming_of(content, *layer, seen), content);
    }
    if (shows_names(*content.index, view, content) && !has_many_points(content, seen)) {
        add_wanted(wanted, view, *content.index, naming_of_index(content, seen), content);
    }
    std::ranges::stable_sort(wanted, std::ranges::greater{}, &Wanted::importance);
    // A centre and the settlement it lies in often have one name.
    std::set<std::string> centres;
    // So do a centre and its hinterland: the name stands at the centre.
    for (const auto& name : wanted) {
        if (name.is_centre) centres.insert(name.text);
    }
    std::erase_if(wanted, [&](const Wanted& name) { return name.areas != nullptr && centres.contains(name.text); });
    centres.clear();
    std::erase_if(wanted, [&](const Wanted& name) {
        return name.is_centre ? !centres.insert(name.text).second : centres.contains(name.text);
    });
    if (wanted.size() > kMostNames) wanted.resize(kMostNames);
    return wanted;
}

}  // namespace

std::vector<PlacedName> placed_names(const Canvas& canvas, const MapView& view, const MapContent& content) {
    const auto wanted = all_wanted(view, content);
    std::vector<Box> obstacles = content.reserved;
    const auto seen = view.shown();
    for (const auto* const layer : shown_background(content, seen)) {
        add_obstacles(obstacles, view, layer->prepared, reaches_of(content, *layer, seen));
    }
    // Among very many points no name of a destination would find room.
    if (!has_many_points(content, seen)) {
        add_obstacles(obstacles, view, *content.index, reaches_of_index(content, seen));
    }
    std::vector<std::vector<Candidate>> candidates;
    std::vector<LabelWish> wishes;
    for (const auto& name : wanted) {
        candidates.push_back(candidates_of(canvas, view, name));
        LabelWish wish;
        for (const auto& candidate : candidates.back()) wish.places.push_back(candidate.box.grown(kRoom / 2.0));
        wishes.push_back(std::move(wish));
    }
    const auto chosen = place_labels(wishes, obstacles, view.frame);
    std::vector<PlacedName> placed;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const auto& place = chosen[i];
        if (!place) continue;
        const auto& candidate = candidates[i][*place];
        placed.push_back({candidate.text, wanted[i].look, candidate.box});
    }
    return placed;
}

void draw_all_names(const Canvas& canvas, const MapView& view, const MapContent& content) {
    const auto arrows = far_destinations(canvas, view, content);
    auto around = content;
    for (const auto& arrow : arrows) {
        Box box = arrow.box;
        box.add(arrow.tip);
        around.reserved.push_back(box);
    }
    draw_names(canvas, placed_names(canvas, view, around));
    draw_far_destinations(canvas, arrows);
}

void draw_names(const Canvas& canvas, const std::vector<PlacedName>& names) {
    for (const auto& name : names) {
        auto look = name.look;
        look.align = Align::Centre;
        canvas.text_with_rim(name.text, look, {name.box.centre().x, name.box.min_y}, look.size * 0.16);
    }
}

}  // namespace desakota::maps
