#include "engine/maps/sheet_blocks.h"

#include <algorithm>
#include <fmt/format.h>
#include <ranges>

#include "engine/maps/location_inset.h"
#include "engine/maps/role_symbols.h"
#include "engine/maps/scale_bar.h"

namespace desakota::maps {
namespace {

using core::Text;

constexpr std::size_t kMostSources = 8;

TextLook usual(const SheetParts& parts, double times = 1.0) {
    return {.size = parts.letters * times, .width = parts.width};
}
TextLook bold(const SheetParts& parts, double times = 1.0) {
    auto look = usual(parts, times);
    look.bold = true;
    return look;
}
TextLook grey(const SheetParts& parts, double times) {
    auto look = usual(parts, times);
    look.colour = kDarkGrey;
    return look;
}

Block words(const SheetParts& parts, const Text& text, const TextLook& look) {
    return text_block(*parts.canvas, text.in(parts.canvas->language()), look);
}

Text labelled(const char* english, const char* indonesian, const std::string& value) {
    return value.empty() ? Text{}
                         : Text{fmt::format("{}: {}", english, value), fmt::format("{}: {}", indonesian, value)};
}

/// As large as the title stands in three lines; a very long one in more, but never cut.
TextLook title_look(const SheetParts& parts, double times) {
    constexpr double kLargest = 2.0;
    constexpr double kSmallest = 1.3;
    const auto& title = parts.sheet->title.in(parts.canvas->language());
    auto look = bold(parts, kLargest * times);
    auto one_line = look;
    one_line.width = 0.0;
    const double most = 3.1 * parts.canvas->measure("X", one_line).height / look.size;
    while (look.size > kSmallest * times * parts.letters &&
           parts.canvas->measure(title, look).height > most * look.size) {
        look.size *= 0.95;
    }
    return look;
}

/// "Not shown at this scale: Road."; empty where everything is shown.
Text left_out_text(const SheetParts& parts) {
    const auto shown = shown_background(parts.content, parts.view.shown());
    Text names;
    for (const auto& layer : parts.content.base->background) {
        const bool is_line = layer.prepared.projected->type == geo::GeometryType::Line;  // areas only lie hidden
        if (!is_line || std::ranges::find(shown, &layer) != shown.end()) continue;
        const Text comma = names.english.empty() ? Text{} : core::same_text(", ");
        names = names + comma + (layer.title.english.empty() ? role_title(layer.role) : layer.title);
    }
    if (names.english.empty()) return {};
    return Text{"Too dense to be shown at this scale: ", "Terlalu rapat untuk ditampilkan pada skala ini: "} + names +
           core::same_text(".");
}

Block bar_block(const SheetParts& parts, double indent) {
    const double letters = 0.9 * parts.letters;
    const auto bar = scale_bar(parts.view, parts.width - indent - 5.0 * letters);
    return {scale_bar_height(letters), [&canvas = *parts.canvas, bar, letters, indent](const geo::Point& at) {
                draw_scale_bar(canvas, bar, {at.x + indent + letters, at.y}, letters);
            }};
}

/// Adds the destinations that lie no further outside: a map of ways without their end would say little.
void add_destinations(Box& area, const MapSheet& sheet, double reach) {
    const auto near = area.grown(reach);
    Box found;
    for (const auto& layer : sheet.base->background) {
        const auto& style = layer.prepared.drawn.style;
        // Those that are only shown for orientation have no names.
        if (sheet.destinations != layer.role || (!style.classes.empty() && !style.names)) continue;
        for (std::size_t row = 0; row < layer.prepared.classes.size(); ++row) {
            const auto& box = layer.prepared.projected->boxes[row];
            if (is_drawn(layer.prepared, row) && near.contains(box)) found.add(box);
        }
    }
    // Room for the symbol itself.
    if (!found.is_empty()) area.add(found.grown(std::max(area.width(), area.height()) / 60.0));
}

}  // namespace

MapContent content_of(const MapSheet& sheet) {
    MapContent content{sheet.base, sheet.index, {}};
    content.destinations = sheet.destinations;
    if (sheet.page_rows.empty()) return content;
    content.bright.assign(sheet.index->classes.size(), false);
    for (const auto row : sheet.page_rows) content.bright[row] = true;
    return content;
}

Box area_of(const MapSheet& sheet) {
    Box box;
    for (const auto row : sheet.page_rows) box.add(sheet.index->projected->boxes[row]);
    if (!box.is_empty()) {
        // To those further off an arrow leads, so that the page stays at a large scale.
        add_destinations(box, sheet, std::max(box.width(), box.height()) / 8.0);
        return box;
    }
    box = sheet.index->projected->box;
    for (const auto& layer : sheet.base->background) {
        if (layer.role == LayerRole::Area) box.add(layer.prepared.projected->box);
    }
    constexpr double kLeastReach = 10'000.0;  // metres
    const double reach = std::max(std::max(box.width(), box.height()) / 3.0, kLeastReach);
    if (!box.is_empty()) add_destinations(box, sheet, reach);
    return box;
}

Block office_block(const SheetParts& parts) {
    const auto& office = parts.sheet->office;
    const Size most{0.3 * parts.width, 6.0 * parts.letters};
    const auto logo = picture_block(*parts.canvas, office.logo_png, most);
    const double indent = logo.height > 0.0 ? picture_width(office.logo_png, most) + parts.letters : 0.0;
    auto look = bold(parts, 1.1);
    look.width -= indent;
    const auto name = text_block(*parts.canvas, office.name, look);
    const double height = std::max(logo.height, name.height);
    return {height, [logo, name, indent, height](const geo::Point& at) {
                logo.draw({at.x, at.y + (height - logo.height) / 2.0});
                name.draw({at.x + indent, at.y + (height - name.height) / 2.0});
            }};
}

Block title_block(const SheetParts& parts, double times) {
    const auto& sheet = *parts.sheet;
    const auto title = title_look(parts, times);
    auto area = bold(parts, 1.25 * times);
    area.lines = 2;
    auto page = usual(parts, 1.25 * times);
    page.lines = 2;
    return stacked(
        {words(parts, sheet.title, title), words(parts, sheet.subtitle, page),
         words(parts, core::same_text(sheet.area), area), words(parts, core::same_text(sheet.page_name), page)},
        0.45 * parts.letters * times);
}

void draw_north_arrow(const Canvas& canvas, const geo::Point& at, double height) {
    auto* const cairo = canvas.cairo();
    const double letters = 0.34 * height;
    const double top = at.y + 1.1 * letters;
    const double bottom = at.y + height;
    const double half = 0.24 * height;
    const double middle = at.x + half;
    const bool english = canvas.language() == core::Language::English;
    canvas.text(english ? "N" : "U", {.size = letters, .bold = true, .align = Align::Centre},
                {middle, at.y - 0.1 * letters});
    for (const double side : {-1.0, 1.0}) {
        cairo_move_to(cairo, middle, top);
        cairo_line_to(cairo, middle + side * half, bottom);
        cairo_line_to(cairo, middle, bottom - 0.16 * height);
        cairo_close_path(cairo);
        canvas.set_colour(side < 0.0 ? kInk : kWhite);
        cairo_fill_preserve(cairo);
        canvas.set_colour(kInk);
        cairo_set_line_width(cairo, 0.2);
        cairo_stroke(cairo);
    }
}

Block scale_block(const SheetParts& parts) {
    constexpr double kArrow = 5.5;  // letters
    const double indent = 4.0 * parts.letters;
    const auto language = parts.canvas->language();
    auto look = bold(parts, 1.25);
    look.width = 0.0;
    const auto scale = text_block(
        *parts.canvas,
        (language == core::Language::English ? "Scale " : "Skala ") + scale_text(parts.view.scale, language), look);
    const auto bar = bar_block(parts, indent);
    const Text projection = Text{"Projection: ", "Proyeksi: "} + parts.sheet->base->zone.title();
    const auto datum =
        words(parts, projection + Text{"\nDatum: WGS 84 · North: grid north", "\nDatum: WGS 84 · Utara: utara grid"},
              grey(parts, 0.85));
    const double upper = kArrow * parts.letters;
    return {upper + 0.8 * parts.letters + datum.height,
            [&canvas = *parts.canvas, scale, bar, datum, indent, upper, letters = parts.letters](const geo::Point& at) {
                draw_north_arrow(canvas, at, upper);
                scale.draw({at.x + indent, at.y});
                bar.draw({at.x, at.y + scale.height + 0.3 * letters});
                datum.draw({at.x, at.y + upper + 0.8 * letters});
            }};
}

Block inset_block(const SheetParts& parts) {
    const auto& canvas = *parts.canvas;
    const bool is_page = !parts.sheet->page_rows.empty();
    if (!is_page && !lies_in_country(parts.view, parts.sheet->base->zone)) return {};
    const Text title = is_page ? Text{"Location in the area", "Letak dalam kawasan"}
                               : Text{"Location in Indonesia (sketch)", "Letak di Indonesia (sketsa)"};
    const auto heading = words(parts, title, grey(parts, 0.85));
    const double gap = 0.3 * parts.letters;
    const double height = country_inset_height(parts.width) * (is_page ? 1.25 : 1.0);
    return {heading.height + gap + height, [=, &canvas](const geo::Point& at) {
                heading.draw(at);
                const double top = at.y + heading.height + gap;
                const Box box{at.x, top, at.x + parts.width, top + height};
                is_page ? draw_area_inset(canvas, parts.view, parts.content, box)
                        : draw_country_inset(canvas, parts.view, parts.sheet->base->zone, box);
            }};
}

Block sources_block(const SheetParts& parts) {
    const auto& sheet = *parts.sheet;
    const auto look = grey(parts, 0.85);
    auto limited = look;
    limited.lines = 2;
    std::vector<Block> blocks;
    if (!sheet.sources.empty()) {
        auto heading = bold(parts, 0.85);
        heading.colour = kDarkGrey;
        blocks.push_back(words(parts, {"Sources", "Sumber data"}, heading));
    }
    for (const auto& source : sheet.sources | std::views::take(kMostSources)) {
        blocks.push_back(words(parts, source, limited));
    }
    if (sheet.sources.size() > kMostSources) {
        blocks.push_back(words(parts, {"Further sources: see the report", "Sumber lainnya: lihat laporan"}, look));
    }
    blocks.push_back(words(parts, sheet.note, look));
    blocks.push_back(words(parts, left_out_text(parts), look));
    if (sheet.boundaries_are_indicative) {
        blocks.push_back(words(parts,
                               {"Administrative boundaries are indicative; they are no legal reference.",
                                "Batas administrasi indikatif, bukan acuan hukum."},
                               look));
    }
    return stacked(std::move(blocks), 0.15 * parts.letters);
}

Block signer_block(const SheetParts& parts) {
    const auto& office = parts.sheet->office;
    auto centred = usual(parts);
    centred.align = Align::Centre;
    auto name = bold(parts);
    name.align = Align::Centre;
    std::vector<Block> blocks{
        words(parts, labelled("Map number", "Nomor peta", office.map_number), usual(parts)),
        words(parts, office.signer.empty() ? labelled("Date", "Tanggal", office.date) : Text{}, usual(parts))};
    if (!office.signer.empty()) {
        blocks.push_back(words(parts, core::same_text(office.date), centred));
        blocks.push_back(words(parts, core::same_text(office.signer_title), centred));
        blocks.push_back(space_block(5.0 * parts.letters));
        blocks.push_back(words(parts, core::same_text(office.signer), name));
    }
    return stacked(std::move(blocks), 0.25 * parts.letters);
}

MapView fitted_view(const SheetParts& parts, const Box& frame, MapView (*fit)(const Box&, const Box&)) {
    auto view = fit(area_of(*parts.sheet), frame.grown(-index_reach(parts.content)));
    view.frame = frame;
    return view;
}

}  // namespace desakota::maps
