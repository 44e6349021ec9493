#include "engine/maps/map_drawing.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/maps/role_symbols.h"
#include "engine/maps/symbol_drawing.h"

namespace desakota::maps {
namespace {

using geo::GeometryType;
using geo::Point;
using Rows = std::vector<std::size_t>;

/// So many rows make one path: longer paths take Cairo longer than many short ones.
constexpr std::size_t kRowsInPath = 256;

Symbol enlarged(Symbol symbol, double times) {
    symbol.size *= times;
    symbol.width *= times;
    return symbol;
}

/// The background grows less than what the map is about.
double background_times(double symbols) {
    return 1.0 + 0.4 * (symbols - 1.0);
}

/// Where is drawn, and how near to each other (mm) two points of a line need not both be drawn.
struct Pen {
    const Canvas& canvas;
    const MapView& view;
    double least = 0.0;
};

/// A third of a pixel, or more where there are so many points that nobody could see them all.
Pen pen_for(const Canvas& canvas, const MapView& view, const ProjectedGeometry& projected, const Rows& rows) {
    constexpr std::size_t kManyPoints = 100'000;
    constexpr double kCoarse = 0.12;
    std::size_t points = 0;
    for (const auto row : rows) {
        const auto parts = projected.geometry.parts(row);
        for (std::size_t part = parts.first; part < parts.last; ++part) {
            points += projected.geometry.coordinates(part).size();
        }
    }
    return {canvas, view, points > kManyPoints ? kCoarse : canvas.pixel() / 3.0};
}

/// Adds a part to the canvas's path without the points that are too near to the one before.
void add_part(const Pen& pen, std::span<const Point> part) {
    const auto& [canvas, view, least] = pen;
    auto* const cairo = canvas.cairo();
    auto last = view.to_page(part.front());
    cairo_move_to(cairo, last.x, last.y);
    for (std::size_t i = 1; i < part.size(); ++i) {
        const auto next = view.to_page(part[i]);
        const bool is_end = i + 1 == part.size();
        if (!is_end && std::abs(next.x - last.x) < least && std::abs(next.y - last.y) < least) continue;
        cairo_line_to(cairo, next.x, next.y);
        last = next;
    }
}

void add_row(const Pen& pen, const ProjectedGeometry& projected, std::size_t row) {
    const auto parts = projected.geometry.parts(row);
    for (std::size_t part = parts.first; part < parts.last; ++part) {
        const bool is_ring = projected.geometry.role(part) != geo::PartRole::Line;
        add_part(pen, projected.geometry.coordinates(part));
        if (is_ring) cairo_close_path(pen.canvas.cairo());
    }
}

template <class Draw>
void in_paths(const Canvas& canvas, const MapView& view, const ProjectedGeometry& projected, const Rows& rows,
              const Draw& draw) {
    const auto pen = pen_for(canvas, view, projected, rows);
    for (std::size_t begin = 0; begin < rows.size(); begin += kRowsInPath) {
        cairo_new_path(canvas.cairo());
        const std::size_t end = std::min(begin + kRowsInPath, rows.size());
        for (std::size_t i = begin; i < end; ++i) add_row(pen, projected, rows[i]);
        draw();
    }
}

/// How rows are drawn beyond what their symbol says.
struct Look {
    Symbol symbol;
    double rim = 0.0;       ///< white, round markers, in mm
    bool is_edged = false;  ///< pale lines have dark edges
};

void draw_points(const Canvas& canvas, const MapView& view, const ProjectedGeometry& projected, const Rows& rows,
                 const Look& look) {
    for (const auto row : rows) {
        const auto parts = projected.geometry.parts(row);
        for (std::size_t part = parts.first; part < parts.last; ++part) {
            for (const auto& point : projected.geometry.coordinates(part)) {
                draw_marker(canvas, look.symbol, view.to_page(point), look.rim);
            }
        }
    }
}

/// Borders of very many areas would hide their colours.
double border_width(const Rows& rows) {
    constexpr std::size_t kMany = 300;
    return rows.size() > kMany ? 0.4 * kAreaBorder : kAreaBorder;
}

void draw_class(const Canvas& canvas, const MapView& view, const ProjectedGeometry& projected, const Rows& rows,
                const Look& look) {
    const auto& symbol = look.symbol;
    if (projected.type == GeometryType::Point) return draw_points(canvas, view, projected, rows, look);
    in_paths(canvas, view, projected, rows, [&] {
        if (projected.type == GeometryType::Polygon) return draw_path_as_area(canvas, symbol, border_width(rows));
        look.is_edged ? draw_path_as_edged_line(canvas, symbol) : draw_path_as_line(canvas, symbol);
    });
}

/// Of each class, the rows of `wanted` that are drawn and seen.
std::vector<Rows> rows_by_class(const PreparedLayer& layer, const Rows& wanted, const Box& seen) {
    std::vector<Rows> by_class(std::max<std::size_t>(layer.drawn.style.classes.size(), 1));
    for (const auto row : wanted) {
        if (!is_drawn(layer, row) || !layer.projected->boxes[row].meets(seen)) continue;
        by_class[layer.drawn.style.classes.empty() ? 0 : layer.classes[row]].push_back(row);
    }
    return by_class;
}

Rows all_rows(const PreparedLayer& layer) {
    Rows rows(layer.classes.size());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    return rows;
}

/// Whether the index draws these very areas or places itself.
bool is_same_ground(const PreparedLayer& layer, const PreparedLayer& index) {
    return layer.projected == index.projected && index.projected->type != GeometryType::Line;
}

/// The rows that the index does not hide.
Rows uncovered_rows(const PreparedLayer& layer, const PreparedLayer& index) {
    auto rows = all_rows(layer);
    if (is_same_ground(layer, index)) std::erase_if(rows, [&](std::size_t row) { return is_drawn(index, row); });
    return rows;
}

/// A margin for what reaches over its own box: lines' widths and markers.
Box seen_box(const MapView& view) {
    constexpr double kReach = 5.0;  // mm
    return view.shown().grown(kReach / view.mm_per_metre());
}

/// Areas by their borders only, so that they hide nothing.
void draw_background_borders(const Canvas& canvas, const MapView& view, const BackgroundLayer& layer,
                             const MapContent& content) {
    const auto symbol = enlarged(role_symbol(layer.role), background_times(content.symbols));
    const auto rows = rows_by_class(layer.prepared, uncovered_rows(layer.prepared, *content.index), seen_box(view));
    for (const auto& of_class : rows) {
        in_paths(canvas, view, *layer.prepared.projected, of_class, [&] { draw_path_as_line(canvas, symbol); });
    }
}

void draw_background(const Canvas& canvas, const MapView& view, const BackgroundLayer& layer,
                     const MapContent& content) {
    const auto& projected = *layer.prepared.projected;
    const auto& classes = layer.prepared.drawn.style.classes;
    if (classes.empty() && projected.type == GeometryType::Polygon)
        return draw_background_borders(canvas, view, layer, content);
    const auto rows = rows_by_class(layer.prepared, uncovered_rows(layer.prepared, *content.index), seen_box(view));
    constexpr double kRim = 0.3;  // mm: markers are seen on every colour
    // The first class is the most important: it comes last, on top.
    for (std::size_t i = rows.size(); i-- > 0;) {
        if (rows[i].empty()) continue;
        auto symbol = enlarged(symbol_of(layer, rows[i].front()), background_times(content.symbols));
        symbol.size *= marker_times(content, layer, view.shown());
        draw_class(canvas, view, projected, rows[i], {symbol, kRim, false});
    }
}

void draw_doubts(const Canvas& canvas, const MapView& view, const MapContent& content) {
    const auto& layer = *content.index;
    Rows doubtful;
    for (std::size_t row = 0; row < layer.classes.size(); ++row) {
        if (layer.doubtful[row] && is_drawn(layer, row) && content.is_bright(row)) doubtful.push_back(row);
    }
    if (layer.projected->type == GeometryType::Polygon) {
        in_paths(canvas, view, *layer.projected, doubtful, [&] { hatch_path_as_doubtful(canvas); });
    } else if (layer.projected->type == GeometryType::Point) {
        for (const auto row : doubtful) {
            const auto& anchor = layer.projected->anchors[row];
            if (!anchor || layer.drawn.style.classes.empty()) continue;
            const double times = content.symbols * index_times(content, view.shown());
            const auto symbol = enlarged(layer.drawn.style.classes[layer.classes[row]].symbol, times);
            draw_doubtful_ring(canvas, symbol, view.to_page(*anchor));
        }
    }
}

void draw_index(const Canvas& canvas, const MapView& view, const MapContent& content) {
    const auto& layer = *content.index;
    const auto& classes = layer.drawn.style.classes;
    const auto by_class = rows_by_class(layer, all_rows(layer), seen_box(view));
    const double times = index_times(content, view.shown());
    for (const bool bright : {false, true}) {
        // Of points that lie upon each other the first class is the most important: it comes last, on top.
        for (std::size_t n = 0; n < classes.size(); ++n) {
            const auto i = layer.projected->type == GeometryType::Point ? classes.size() - 1 - n : n;
            Rows rows;
            std::ranges::copy_if(by_class[i], std::back_inserter(rows),
                                 [&](std::size_t row) { return content.is_bright(row) == bright; });
            auto symbol = enlarged(classes[i].symbol, content.symbols);
            symbol.size *= times;
            if (rows.empty()) continue;
            draw_class(canvas, view, *layer.projected, rows, {bright ? symbol : pale(symbol), 0.0, true});
        }
    }
    draw_doubts(canvas, view, content);
}

bool is_point_layer(const BackgroundLayer& layer) {
    return layer.role == LayerRole::Facilities || layer.role == LayerRole::Centres;
}

/// Whether a layer is of the lesser places of its role: others have names.
bool is_lesser(const MapContent& content, const BackgroundLayer& layer) {
    const auto has_names = [](const BackgroundLayer& one) { return one.prepared.drawn.style.names.has_value(); };
    return is_point_layer(layer) && !has_names(layer) &&
           std::ranges::any_of(content.base->background, [&](const BackgroundLayer& other) {
               return other.role == layer.role && has_names(other);
           });
}

/// Whether the ways of the map lead to the layer's places.
bool is_destination(const MapContent& content, const BackgroundLayer& layer) {
    return content.destinations == layer.role && !is_lesser(content, layer);
}

/// How high the index lies: areas under all lines and points, lines under points, points above everything but the
/// facilities that the map is about, and any destination that very many points would hide.
bool is_above_index(const MapContent& content, const BackgroundLayer& layer, const Box& seen) {
    const auto index = content.index->projected->type;
    if (index == GeometryType::Polygon) return layer.role != LayerRole::Area;
    if (!is_point_layer(layer)) return false;
    const bool is_hidden = layer.role == LayerRole::Facilities || index_times(content, seen) < 1.0;
    return index == GeometryType::Line || (is_destination(content, layer) && is_hidden);
}

void clip_to(const Canvas& canvas, const Box& box) {
    cairo_new_path(canvas.cairo());
    cairo_rectangle(canvas.cairo(), box.min_x, box.min_y, box.width(), box.height());
    cairo_clip(canvas.cairo());
}

}  // namespace

bool is_drawn(const PreparedLayer& layer, std::size_t row) {
    return !layer.projected->boxes[row].is_empty() &&
           (layer.drawn.style.classes.empty() || layer.classes[row] != kNoClass);
}

double marker_times(const PreparedLayer& layer, const Box& seen) {
    constexpr std::ptrdiff_t kMany = 150;
    constexpr double kSmaller = 0.6;
    if (layer.projected->type != GeometryType::Point) return 1.0;
    const auto& boxes = layer.projected->boxes;
    const auto shown = std::ranges::count_if(boxes, [&](const Box& box) { return box.meets(seen); });
    return shown > kMany ? kSmaller : 1.0;
}

double marker_times(const MapContent& content, const BackgroundLayer& layer, const Box& seen) {
    constexpr double kForOrientation = 0.75;
    const double times = marker_times(layer.prepared, seen);
    return is_point_layer(layer) && !is_destination(content, layer) ? kForOrientation * times : times;
}

double index_times(const MapContent& content, const Box& seen) {
    constexpr double kMany = 300.0;
    constexpr double kSmallest = 0.4;
    if (content.index->projected->type != GeometryType::Point) return 1.0;
    const auto shown =
        std::ranges::count_if(content.index->projected->boxes, [&](const Box& box) { return box.meets(seen); });
    return std::clamp(std::sqrt(kMany / std::max(static_cast<double>(shown), 1.0)), kSmallest, 1.0);
}

double index_reach(const MapContent& content) {
    double reach = 0.0;
    if (content.index->projected->type != GeometryType::Point) return reach;
    const double times = content.symbols * index_times(content, content.index->projected->box);
    for (const auto& style_class : content.index->drawn.style.classes) {
        reach = std::max(reach, marker_reach(enlarged(style_class.symbol, times)));
    }
    return reach;
}

std::vector<const BackgroundLayer*> shown_background(const MapContent& content, const Box& seen) {
    std::vector<const BackgroundLayer*> shown;
    for (const auto& layer : content.base->background) {
        const auto& boxes = layer.prepared.projected->boxes;
        const auto rows = std::ranges::count_if(boxes, [&](const Box& box) { return box.meets(seen); });
        const bool is_line = layer.prepared.projected->type == GeometryType::Line;
        const bool is_hidden =
            is_same_ground(layer.prepared, *content.index) && uncovered_rows(layer.prepared, *content.index).empty();
        const bool is_aside = content.destinations != layer.role && is_lesser(content, layer);
        if (is_hidden || is_aside) continue;
        if (!is_line || static_cast<std::size_t>(rows) <= content.most_lines) shown.push_back(&layer);
    }
    const auto rank = [&](const BackgroundLayer* layer) {
        const int of_role = content.destinations == layer->role ? 1 : 0;
        return of_role + (is_destination(content, *layer) ? 1 : 0);
    };
    std::ranges::stable_sort(shown, {}, rank);
    return shown;
}

void draw_features(const Canvas& canvas, const MapView& view, const MapContent& content) {
    const KeptState kept(canvas.cairo());
    clip_to(canvas, view.frame);
    const auto seen = view.shown();
    const auto layers = shown_background(content, seen);
    for (const auto* const layer : layers) {
        if (!is_above_index(content, *layer, seen)) draw_background(canvas, view, *layer, content);
    }
    draw_index(canvas, view, content);
    for (const auto* const layer : layers) {
        if (is_above_index(content, *layer, seen)) draw_background(canvas, view, *layer, content);
    }
}

void draw_rows(const Canvas& canvas, const MapView& view, const PreparedLayer& layer, const Rows& rows,
               double symbols) {
    const KeptState kept(canvas.cairo());
    clip_to(canvas, view.frame);
    const auto& classes = layer.drawn.style.classes;
    const auto by_class = rows_by_class(layer, rows, seen_box(view));
    for (std::size_t i = 0; i < classes.size(); ++i) {
        if (by_class[i].empty()) continue;
        draw_class(canvas, view, *layer.projected, by_class[i], {enlarged(classes[i].symbol, symbols), 0.0, false});
    }
}

void draw_lines(const Canvas& canvas, const MapView& view, const RowLines& lines) {
    const KeptState kept(canvas.cairo());
    clip_to(canvas, view.frame);
    in_paths(canvas, view, *lines.projected, lines.rows, [&] { draw_path_as_line(canvas, lines.symbol); });
}

}  // namespace desakota::maps
