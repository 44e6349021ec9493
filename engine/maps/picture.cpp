#include "engine/maps/picture.h"

#include <algorithm>
#include <cmath>

#include "engine/maps/map_names.h"
#include "engine/maps/picture_parts.h"
#include "engine/maps/sheet_blocks.h"

namespace desakota::maps {
namespace {

using core::Text;

constexpr double kMargin = 6.0;  // mm
constexpr double kGap = 3.0;

/// The files alone, each once: "Sources: desa.gpkg (2026), jalan.gpkg".
std::string short_sources(const MapSheet& sheet, core::Language language) {
    std::vector<std::string> files;
    for (const auto& source : sheet.sources) {
        const auto& text = source.in(language);
        const auto colon = text.find(": ");
        auto file = colon == std::string::npos ? text : text.substr(colon + 2);
        const bool is_said =
            std::ranges::any_of(files, [&](const std::string& other) { return other.starts_with(file); });
        if (is_said) continue;
        std::erase_if(files, [&](const std::string& other) { return file.starts_with(other); });
        files.push_back(std::move(file));
    }
    std::string list;
    for (const auto& file : files) list += (list.empty() ? "" : ", ") + file;
    return list.empty() ? list : Text{"Sources: ", "Sumber: "}.in(language) + list;
}

/// Area, office and borders' standing, small, below everything.
Block foot_block(const SheetParts& parts) {
    const auto& sheet = *parts.sheet;
    const auto language = parts.canvas->language();
    const TextLook look{.size = 0.72 * parts.letters, .colour = kDarkGrey, .width = parts.width, .lines = 1};
    std::vector<Block> blocks{text_block(*parts.canvas, joined({sheet.office.name, sheet.office.date}), look)};
    blocks.push_back(text_block(*parts.canvas, short_sources(sheet, language), look));
    if (sheet.boundaries_are_indicative) {
        const Text borders{"Administrative boundaries are indicative", "Batas administrasi indikatif"};
        blocks.push_back(text_block(*parts.canvas, borders.in(language), look));
    }
    return stacked(std::move(blocks), 0.2 * parts.letters);
}

/// Scale and north stand in the frame's emptiest corner, or where none is empty in a strip below the map.
void draw_map(SheetParts parts, const Box& frame) {
    const auto& canvas = *parts.canvas;
    parts.view = fitted_view(parts, frame, filling_view);
    auto corner = corner_box(parts.view, parts.content, parts.letters);
    if (hides_something(parts.view, parts.content, corner)) {
        auto above = frame;
        above.max_y -= corner.height();
        parts.view = fitted_view(parts, above, filling_view);
        corner = {frame.min_x, above.max_y, frame.min_x + corner.width(), frame.max_y};
    }
    auto content = parts.content;
    content.reserved.push_back(corner);
    draw_features(canvas, parts.view, content);
    draw_all_names(canvas, parts.view, content);
    draw_corner(canvas, parts.view, corner, parts.letters);
    canvas.outline(parts.view.frame, kGrey, 0.3);
}

SheetParts parts_of(const Canvas& canvas, const MapSheet& sheet, double width) {
    SheetParts parts{&canvas, &sheet, {}, content_of(sheet)};
    parts.width = width;
    parts.letters = 4.6;
    parts.content.letters = 3.2;
    parts.content.names_reach = 2.5;
    parts.content.symbols = 1.6;
    parts.content.most_lines = 20'000;
    return parts;
}

/// Two columns of a legend next to each other, in at most that height.
Block legend_columns(SheetParts parts, double most) {
    const double width = parts.width;
    parts.width = (width - 2.0 * kGap) / 2.0;
    return legend_in_columns(parts, most, width - parts.width);
}

void draw_telephone_picture(const Canvas& canvas, const MapSheet& sheet) {
    constexpr double kMostLegend = 50.0;
    auto parts = parts_of(canvas, sheet, canvas.size().width - 2.0 * kMargin);
    const auto title = title_block(parts, 0.82);
    title.draw({kMargin, kMargin});
    const auto foot = foot_block(parts);
    const double foot_y = canvas.size().height - 0.7 * kMargin - foot.height;
    foot.draw({kMargin, foot_y});
    parts.view.frame = {kMargin, kMargin + title.height + kGap, canvas.size().width - kMargin, foot_y - kGap};
    parts.view = fitted_view(parts, parts.view.frame, filling_view);
    const auto legend = legend_columns(parts, kMostLegend);
    auto frame = parts.view.frame;
    frame.max_y -= legend.height + kGap;
    draw_map(parts, frame);
    legend.draw({kMargin, frame.max_y + kGap});
}

void draw_projector_picture(const Canvas& canvas, const MapSheet& sheet) {
    constexpr double kPanel = 98.0;
    auto parts = parts_of(canvas, sheet, kPanel);
    const Box frame{kMargin, kMargin, canvas.size().width - kPanel - 2.0 * kMargin, canvas.size().height - kMargin};
    draw_map(parts, frame);
    parts.view = fitted_view(parts, frame, filling_view);
    const double x = frame.max_x + kMargin;
    const auto title = title_block(parts, 0.82);
    title.draw({x, kMargin});
    const auto foot = foot_block(parts);
    const double foot_y = canvas.size().height - kMargin - foot.height;
    foot.draw({x, foot_y});
    const double legend_y = kMargin + title.height + 2.0 * kGap;
    legend_block(parts, foot_y - legend_y - kGap).draw({x, legend_y});
}

/// With fewer colours where the file would be too large.
std::string small_file(Canvas& canvas, std::size_t most_bytes) {
    std::string file;
    for (const std::size_t colours : {256, 64, 24, 12}) {
        file = canvas.finish_png({kSmallFile, colours});
        if (file.size() <= most_bytes) break;
    }
    return file;
}

Canvas canvas_of(PictureShape shape, double scale, core::Language language) {
    const bool telephone = shape == PictureShape::Telephone;
    const auto dots = [&](int count) { return static_cast<int>(std::lround(count * scale)); };
    return Canvas::picture(dots(telephone ? 1080 : 1920), dots(telephone ? 1350 : 1080), kPicturePixels * scale,
                           language);
}

}  // namespace

std::string draw_picture_png(const MapSheet& sheet, PictureShape shape, core::Language language,
                             const PictureFile& limits) {
    auto canvas = canvas_of(shape, limits.scale, language);
    shape == PictureShape::Telephone ? draw_telephone_picture(canvas, sheet) : draw_projector_picture(canvas, sheet);
    return small_file(canvas, limits.most_bytes);
}

}  // namespace desakota::maps
