#include "engine/maps/sheet.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/maps/coordinate_frame.h"
#include "engine/maps/map_names.h"
#include "engine/maps/sheet_blocks.h"

namespace desakota::maps {
namespace {

constexpr double kMmPerInch = 25.4;
constexpr double kMargin = 6.0;    // mm round everything
constexpr double kTickRoom = 4.6;  // mm round the map, for coordinates
constexpr double kPadding = 3.0;   // mm inside a panel
constexpr int kQuick = 1;
/// More lines of a layer hide what a map is about.
constexpr std::size_t kMostLines = 40'000;

/// A sheet before the room for its texts is known. All in mm.
struct Page {
    Size size;
    bool is_upright = false;
    double letters = 2.5;
    double panel = 72.0;  ///< how wide the panel beside a lying map is, how high that below an upright one
};

struct PageLayout {
    Box outer;
    Box map;
    std::vector<Box> columns;  ///< one beside a lying map, three below an upright one
};

Page lying(Paper paper) {
    return paper == Paper::A3 ? Page{{420.0, 297.0}, false, 3.1, 96.0} : Page{{297.0, 210.0}, false, 2.5, 72.0};
}
Page upright(Paper paper) {
    return paper == Paper::A3 ? Page{{297.0, 420.0}, true, 3.1, 95.0} : Page{{210.0, 297.0}, true, 2.5, 72.0};
}

PageLayout layout_of(const Page& page) {
    PageLayout layout;
    auto& outer = layout.outer;
    outer = {kMargin, kMargin, page.size.width - kMargin, page.size.height - kMargin};
    if (!page.is_upright) {
        const double edge = outer.max_x - page.panel;
        layout.map = Box{outer.min_x, outer.min_y, edge, outer.max_y}.grown(-kTickRoom);
        layout.columns = {{edge, outer.min_y, outer.max_x, outer.max_y}};
        return layout;
    }
    const double edge = outer.max_y - page.panel;
    layout.map = Box{outer.min_x, outer.min_y, outer.max_x, edge}.grown(-kTickRoom);
    const double width = outer.width() / 3.0;
    for (int i = 0; i < 3; ++i) {
        const double left = outer.min_x + width * i;
        layout.columns.push_back({left, edge, left + width, outer.max_y});
    }
    return layout;
}

Page page_of(const MapSheet& sheet, Paper paper) {
    const auto area = area_of(sheet);
    const auto scale = [&](const Page& page) {
        const auto map = layout_of(page).map;
        return area.is_empty() ? 1.0 : filling_scale(area, map.width(), map.height());
    };
    return scale(upright(paper)) < scale(lying(paper)) ? upright(paper) : lying(paper);
}

void divide(const Canvas& canvas, const Box& column, double y) {
    canvas.line({column.min_x, y}, {column.max_x, y}, kInk, 0.2);
}

/// Blocks from the top, each with a line below; returns where the next begins.
double draw_downwards(const Canvas& canvas, const Box& column, const std::vector<Block>& blocks) {
    double y = column.min_y;
    for (const auto& block : blocks) {
        if (block.height <= 0.0) continue;
        block.draw({column.min_x + kPadding, y + 0.7 * kPadding});
        y += block.height + 1.4 * kPadding;
        // Not just above the column's own lower line.
        if (y + 2.0 * kPadding < column.max_y) divide(canvas, column, y);
    }
    return y;
}

/// Blocks from the bottom, the last lowest, each with a line above; returns where the uppermost begins.
double draw_upwards(const Canvas& canvas, const Box& column, const std::vector<Block>& blocks) {
    double y = column.max_y;
    for (auto block = blocks.rbegin(); block != blocks.rend(); ++block) {
        if (block->height <= 0.0) continue;
        y -= block->height + 1.4 * kPadding;
        block->draw({column.min_x + kPadding, y + 0.7 * kPadding});
        divide(canvas, column, y);
    }
    return y;
}

struct PanelBlocks {
    std::vector<Block> head;
    std::vector<Block> foot;
};
PanelBlocks panel_blocks(const SheetParts& parts) {
    return {{office_block(parts), title_block(parts, 1.0), scale_block(parts)},
            {inset_block(parts), sources_block(parts), signer_block(parts)}};
}

double height_of(const std::vector<Block>& blocks) {
    double height = 0.0;
    for (const auto& block : blocks) height += block.height > 0.0 ? block.height + 1.4 * kPadding : 0.0;
    return height;
}

void draw_legend(const SheetParts& parts, const Box& column) {
    const auto legend = legend_block(parts, column.height() - 1.4 * kPadding);
    legend.draw({column.min_x + kPadding, column.min_y + 0.7 * kPadding});
}

void draw_panel(const SheetParts& parts, const PageLayout& layout) {
    const auto& canvas = *parts.canvas;
    for (const auto& column : layout.columns) canvas.outline(column, kInk, 0.2);
    const auto blocks = panel_blocks(parts);
    auto free = layout.columns.front();
    if (layout.columns.size() == 1) {
        free.min_y = draw_downwards(canvas, free, blocks.head);
        free.max_y = draw_upwards(canvas, free, blocks.foot);
        return draw_legend(parts, free);
    }
    draw_downwards(canvas, layout.columns[0], blocks.head);
    draw_legend(parts, layout.columns[1]);
    draw_downwards(canvas, layout.columns[2], blocks.foot);
}

SheetParts parts_of(const Canvas& canvas, const MapSheet& sheet, const Page& page) {
    const auto layout = layout_of(page);
    SheetParts parts{&canvas, &sheet, {}, content_of(sheet)};
    parts.width = layout.columns.front().width() - 2.0 * kPadding;
    parts.letters = page.letters;
    parts.content.letters = 0.9 * page.letters;
    parts.content.symbols = page.letters / 2.5;
    parts.content.most_lines = kMostLines;
    parts.view = fitted_view(parts, layout.map, fitting_view);
    return parts;
}

/// How high the panel must be for all of its texts.
double needed_height(const SheetParts& parts, bool is_upright) {
    const auto blocks = panel_blocks(parts);
    const double legend = legend_block(parts, std::numeric_limits<double>::infinity()).height + 1.4 * kPadding;
    const double head = height_of(blocks.head);
    const double foot = height_of(blocks.foot);
    return is_upright ? std::max({head, legend, foot}) : head + legend + foot;
}

/// With letters so small that all texts find room, and an upright page's panel no higher than they need.
Page fitted(const Canvas& canvas, const MapSheet& sheet, Page page) {
    constexpr int kSteps = 4;
    constexpr double kSmaller = 0.93;
    const double most = page.is_upright ? 0.36 * page.size.height : page.size.height - 2.0 * kMargin;
    for (int step = 0; step < kSteps; ++step) {
        const double needed = needed_height(parts_of(canvas, sheet, page), page.is_upright);
        if (page.is_upright) page.panel = std::min(needed, most);
        if (needed <= most) break;
        page.letters *= kSmaller;
    }
    return page;
}

void draw_sheet(const Canvas& canvas, const MapSheet& sheet, const Page& wanted) {
    const auto page = fitted(canvas, sheet, wanted);
    const auto layout = layout_of(page);
    const auto parts = parts_of(canvas, sheet, page);
    draw_features(canvas, parts.view, parts.content);
    draw_all_names(canvas, parts.view, parts.content);
    draw_coordinate_frame(canvas, parts.view, sheet.base->zone, 0.7 * page.letters);
    draw_panel(parts, layout);
    canvas.outline(layout.outer, kInk, 0.5);
}

}  // namespace

std::string draw_sheet_png(const MapSheet& sheet, const SheetFormat& format, core::Language language) {
    const auto page = page_of(sheet, format.paper);
    const double pixels_per_mm = format.dots_per_inch / kMmPerInch;
    const auto pixels = [&](double mm) { return static_cast<int>(std::lround(mm * pixels_per_mm)); };
    auto canvas = Canvas::picture(pixels(page.size.width), pixels(page.size.height), pixels_per_mm, language);
    draw_sheet(canvas, sheet, page);
    return canvas.finish_png({kQuick});
}

std::string draw_sheet_pdf(const MapSheet& sheet, const SheetFormat& format, core::Language language) {
    const auto page = page_of(sheet, format.paper);
    auto canvas = Canvas::page(page.size, sheet.title.in(language), language);
    draw_sheet(canvas, sheet, page);
    return canvas.finish_pdf();
}

}  // namespace desakota::maps
