#include "engine/maps/legend.h"

#include <algorithm>
#include <set>

#include "engine/core/shown_number.h"
#include "engine/maps/map_drawing.h"
#include "engine/maps/role_symbols.h"
#include "engine/maps/symbol_drawing.h"

namespace desakota::maps {
namespace {

using Kind = LegendEntry::Kind;

/// Widths in sizes of letters.
constexpr double kSwatchWidth = 3.2;
constexpr double kSwatchHeight = 1.35;
constexpr double kGap = 0.8;
constexpr double kCountWidth = 3.2;
constexpr double kLineSpacing = 0.55;
constexpr double kLargestMarker = 2.2;

/// Whether a class is of rows without the figure that the map is about.
bool is_exception(const StyleClass& style_class) {
    return style_class.otherwise || style_class.symbol.hatch != Hatch::None ||
           std::ranges::any_of(style_class.criteria,
                               [](const Criterion& criterion) { return std::holds_alternative<Missing>(criterion); });
}

TextLook label_look(const LegendEntry& entry, const LegendLook& look) {
    TextLook made{.size = look.letters};
    made.bold = entry.kind == Kind::Heading;
    made.width = look.width;
    if (entry.kind != Kind::Heading) made.width -= (kSwatchWidth + kGap) * look.letters;
    if (entry.count) made.width -= kCountWidth * look.letters;
    made.lines = 3;
    return made;
}

void draw_doubt_swatch(const Canvas& canvas, geo::GeometryType type, const Box& box) {
    if (type == geo::GeometryType::Point) {
        return draw_doubtful_ring(canvas, {.size = 0.6 * box.height()}, box.centre());
    }
    cairo_rectangle(canvas.cairo(), box.min_x, box.min_y, box.width(), box.height());
    hatch_path_as_doubtful(canvas);
    canvas.outline(box, kGrey, 0.2);
}

/// Very large markers become smaller, so that they stay within their line.
Symbol for_swatch(Symbol symbol, const LegendLook& look) {
    symbol.size = std::min(symbol.size * look.symbols, kLargestMarker * look.letters);
    symbol.width = std::min(symbol.width * look.symbols, 0.8 * look.letters);
    return symbol;
}

std::vector<std::size_t> counts_of(const MapContent& content) {
    std::vector<std::size_t> counts(content.index->drawn.style.classes.size(), 0);
    if (counts.empty()) return counts;
    for (std::size_t row = 0; row < content.index->classes.size(); ++row) {
        if (is_drawn(*content.index, row) && content.is_bright(row)) ++counts[content.index->classes[row]];
    }
    return counts;
}

std::size_t doubtful_rows(const MapContent& content) {
    std::size_t count = 0;
    for (std::size_t row = 0; row < content.index->doubtful.size(); ++row) {
        if (content.index->doubtful[row] && is_drawn(*content.index, row) && content.is_bright(row)) ++count;
    }
    return count;
}

void add_background(std::vector<LegendEntry>& entries, const MapContent& content, const BackgroundLayer& layer,
                    const Box& seen) {
    const auto& prepared = layer.prepared;
    std::set<std::uint16_t> classes;
    for (std::size_t row = 0; row < prepared.classes.size(); ++row) {
        if (is_drawn(prepared, row) && prepared.projected->boxes[row].meets(seen))
            classes.insert(prepared.classes[row]);
    }
    if (classes.empty()) return;
    const auto& style = prepared.drawn.style;
    auto type = prepared.projected->type;
    if (style.classes.empty()) {
        // Areas without classes are drawn by their borders.
        if (type == geo::GeometryType::Polygon) type = geo::GeometryType::Line;
        const auto title = layer.title.english.empty() ? role_title(layer.role) : layer.title;
        entries.push_back({Kind::Symbol, title, role_symbol(layer.role), type, {}});
        return;
    }
    for (const auto style_class : classes) {
        auto symbol = style.classes[style_class].symbol;
        symbol.size *= marker_times(content, layer, seen);
        entries.push_back({Kind::Symbol, style.classes[style_class].label, symbol, type, {}});
    }
}

}  // namespace

core::Text legend_title(const Style& style) {
    if (style.classes.empty() || style.title.english.empty()) return style.title;
    const auto& heading = style.classes.front().heading;
    const bool is_said =
        heading.english.starts_with(style.title.english) && heading.indonesian.starts_with(style.title.indonesian);
    return is_said ? heading : style.title;
}

std::vector<LegendEntry> index_legend(const MapContent& content) {
    const auto& style = content.index->drawn.style;
    const auto counts = counts_of(content);
    std::vector<LegendEntry> entries;
    const auto title = legend_title(style);
    core::Text heading;
    for (std::size_t i = 0; i < style.classes.size(); ++i) {
        const auto& style_class = style.classes[i];
        if (counts[i] == 0 && is_exception(style_class)) continue;
        if (style_class.heading != heading && style_class.heading != title && !style_class.heading.english.empty()) {
            entries.push_back({Kind::Heading, style_class.heading, {}, {}, {}});
        }
        heading = style_class.heading;
        entries.push_back(
            {Kind::Symbol, style_class.label, style_class.symbol, content.index->projected->type, counts[i]});
    }
    const std::size_t doubtful = doubtful_rows(content);
    const auto& doubt = style.doubt;
    if (doubt && doubtful > 0) {
        entries.push_back({Kind::Doubt, doubt->label, {}, content.index->projected->type, doubtful});
    }
    return entries;
}

std::vector<LegendEntry> background_legend(const MapContent& content, const Box& seen) {
    std::vector<LegendEntry> entries;
    const auto layers = shown_background(content, seen);
    for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) add_background(entries, content, **layer, seen);
    return entries;
}

double entry_height(const Canvas& canvas, const LegendEntry& entry, const LegendLook& look) {
    const auto size = canvas.measure(entry.label.in(canvas.language()), label_look(entry, look));
    double least = entry.kind == Kind::Heading ? 0.0 : kSwatchHeight * look.letters;
    const bool is_marker = entry.kind == Kind::Symbol && entry.type == geo::GeometryType::Point;
    if (is_marker) least = std::max(least, 2.0 * marker_reach(for_swatch(entry.symbol, look)) - 0.4 * look.letters);
    return std::max(size.height, least) + kLineSpacing * look.letters;
}

void draw_entry(const Canvas& canvas, const LegendEntry& entry, const LegendLook& look, const geo::Point& at) {
    const double height = entry_height(canvas, entry, look) - kLineSpacing * look.letters;
    const auto text_look = label_look(entry, look);
    const auto& label = entry.label.in(canvas.language());
    const double text_y = at.y + (height - canvas.measure(label, text_look).height) / 2.0;
    if (entry.kind == Kind::Heading) return canvas.text(label, text_look, {at.x, text_y});
    const double middle = at.y + height / 2.0;
    const double half = kSwatchHeight * look.letters / 2.0;
    const Box swatch{at.x, middle - half, at.x + kSwatchWidth * look.letters, middle + half};
    if (entry.kind == Kind::Doubt) {
        draw_doubt_swatch(canvas, entry.type, swatch);
    } else {
        draw_swatch(canvas, for_swatch(entry.symbol, look), entry.type, swatch);
    }
    canvas.text(label, text_look, {swatch.max_x + kGap * look.letters, text_y});
    if (!entry.count) return;
    const auto count = core::shown_number(static_cast<double>(*entry.count), 0, canvas.language());
    const TextLook count_look{.size = look.letters, .align = Align::Right};
    canvas.text(count, count_look, {at.x + look.width, middle - canvas.measure(count, count_look).height / 2.0});
}

}  // namespace desakota::maps
