#include "engine/maps/settlement_card.h"

#include <algorithm>
#include <utility>

#include "engine/maps/map_names.h"
#include "engine/maps/picture_parts.h"
#include "engine/maps/symbol_drawing.h"

namespace desakota::maps {
namespace {

using geo::Point;

constexpr double kMargin = 8.0;  // mm
constexpr double kGap = 4.0;
constexpr double kLeastMap = 84.0;
constexpr std::size_t kMostFigures = 6;
constexpr std::size_t kFiguresInRow = 3;
constexpr double kFigureHeight = 18.5;
constexpr double kHeadEdge = 3.0;

double inner_width(const Canvas& canvas) {
    return canvas.size().width - 2.0 * kMargin;
}

const StyleClass* class_of_settlement(const SettlementCard& card) {
    const auto style_class = card.index->classes[card.row];
    return style_class == kNoClass ? nullptr : &card.index->drawn.style.classes[style_class];
}

Block head_block(const Canvas& canvas, const SettlementCard& card) {
    const double width = inner_width(canvas);
    return stacked({text_block(canvas, card.name, {.size = 10.5, .bold = true, .width = width, .lines = 2}),
                    text_block(canvas, joined({card.group, card.area}),
                               {.size = 4.8, .colour = kDarkGrey, .width = width, .lines = 2})},
                   1.0);
}

/// As many sentences as find room.
Block sentences_block(const Canvas& canvas, const SettlementCard& card, double most) {
    std::vector<Block> blocks;
    double height = 0.0;
    for (const auto& sentence : card.sentences) {
        auto block = text_block(canvas, sentence.in(canvas.language()), {.size = 5.0, .width = inner_width(canvas)});
        height += block.height + 1.8;
        if (height > most && !blocks.empty()) break;
        blocks.push_back(std::move(block));
    }
    return stacked(std::move(blocks), 1.8);
}

void draw_figure(const Canvas& canvas, const CardFigure& figure, const Box& box) {
    const auto language = canvas.language();
    constexpr double kInside = 2.4;
    canvas.fill(box, {243, 243, 240});
    const double width = box.width() - 2.0 * kInside;
    TextLook look{.size = 6.6, .bold = true};
    const auto& value = figure.value.in(language);
    look.size *= std::min(1.0, width / std::max(canvas.measure(value, look).width, 0.1));
    // A long name in two lines.
    constexpr double kSmallest = 4.2;
    const bool is_long = look.size < kSmallest;
    look.size = std::max(look.size, is_long ? 3.4 : kSmallest);
    const double middle = box.min_y + 5.2;
    look.width = width;
    look.lines = is_long ? 2 : 1;
    canvas.text(value, look, {box.min_x + kInside, middle - canvas.measure(value, look).height / 2.0});
    canvas.text(figure.label.in(language), {.size = 3.7, .colour = kDarkGrey, .width = width, .lines = 2},
                {box.min_x + kInside, box.min_y + 9.4});
}

Block figures_block(const Canvas& canvas, const SettlementCard& card) {
    const std::size_t count = std::min(card.figures.size(), kMostFigures);
    if (count == 0) return {};
    const std::size_t row_count = (count + kFiguresInRow - 1) / kFiguresInRow;
    const auto rows = static_cast<double>(row_count);
    return {rows * kFigureHeight + (rows - 1.0) * 2.0, [&canvas, &card, count](const Point& at) {
                const std::size_t in_row = std::min(count, kFiguresInRow);
                const double width = (inner_width(canvas) + 2.0) / static_cast<double>(in_row) - 2.0;
                for (std::size_t i = 0; i < count; ++i) {
                    const double x = at.x + static_cast<double>(i % kFiguresInRow) * (width + 2.0);
                    const std::size_t row = i / kFiguresInRow;
                    const double y = at.y + static_cast<double>(row) * (kFigureHeight + 2.0);
                    draw_figure(canvas, card.figures[i], {x, y, x + width, y + kFigureHeight});
                }
            }};
}

/// What the map's colours show, and the settlement's class with its colour.
Block map_title_block(const Canvas& canvas, const SettlementCard& card) {
    const auto language = canvas.language();
    auto title = text_block(canvas, card.map_title.in(language),
                            {.size = 4.2, .bold = true, .width = inner_width(canvas), .lines = 2});
    const auto* const style_class = class_of_settlement(card);
    if (style_class == nullptr) return title;
    const LegendEntry entry{
        LegendEntry::Kind::Symbol, style_class->label, style_class->symbol, card.index->projected->type, {}};
    const LegendLook look{4.2, inner_width(canvas), 1.6};
    const Block shown{entry_height(canvas, entry, look),
                      [&canvas, entry, look](const Point& at) { draw_entry(canvas, entry, look, at); }};
    return stacked({std::move(title), shown}, 1.0);
}

/// The settlement, its ways, and some of what is around.
Box surroundings(const SettlementCard& card) {
    constexpr double kLeastSide = 6000.0;  // metres
    Box box = card.index->projected->boxes[card.row];
    if (box.is_empty()) return card.index->projected->box;
    const double around = 0.6 * std::max(box.width(), box.height());
    box = box.grown(std::max(around, (kLeastSide - std::max(box.width(), box.height())) / 2.0));
    if (card.ways != nullptr) {
        for (const auto row : card.way_rows) box.add(card.ways->projected->boxes[row]);
    }
    return box;
}

/// The ways on a white ground, so that they stand out from the roads.
void draw_ways(const Canvas& canvas, const MapView& view, const SettlementCard& card) {
    draw_lines(canvas, view, {card.ways->projected.get(), card.way_rows, {.colour = kWhite, .width = 2.6}});
    draw_lines(canvas, view, {card.ways->projected.get(), card.way_rows, {.colour = kVermilion, .width = 1.3}});
}

void draw_map(const Canvas& canvas, const SettlementCard& card, const Box& frame) {
    MapContent content{card.base, card.index, std::vector<bool>(card.index->classes.size(), false), 1.6, 3.6};
    content.bright[card.row] = true;
    content.most_lines = 20'000;
    content.destinations = card.destinations;
    const auto view = filling_view(surroundings(card), frame);
    draw_features(canvas, view, content);
    if (card.index->projected->type == geo::GeometryType::Polygon) {
        draw_lines(canvas, view, {card.index->projected.get(), {card.row}, {.colour = kInk, .width = 0.9}});
    }
    if (card.ways != nullptr) draw_ways(canvas, view, card);
    constexpr double kLetters = 4.0;
    const auto corner = corner_box(view, content, kLetters);
    content.reserved.push_back(corner);
    draw_all_names(canvas, view, content);
    draw_corner(canvas, view, corner, kLetters);
    canvas.outline(frame, kGrey, 0.3);
}

void draw_foot(const Canvas& canvas, const SettlementCard& card, double y) {
    canvas.text(joined({card.office.name, card.office.date}),
                {.size = 3.3, .colour = kDarkGrey, .width = inner_width(canvas), .lines = 1}, {kMargin, y});
}

void draw_card(const Canvas& canvas, const SettlementCard& card) {
    const auto* const style_class = class_of_settlement(card);
    canvas.fill({0.0, 0.0, canvas.size().width, kHeadEdge},
                style_class == nullptr ? kGrey : style_class->symbol.colour);
    double y = kHeadEdge + 0.6 * kMargin;
    const double foot_y = canvas.size().height - 8.0;
    const auto figures = figures_block(canvas, card);
    const auto head = head_block(canvas, card);
    const auto map_title = map_title_block(canvas, card);
    const double room = foot_y - y - head.height - figures.height - map_title.height - kLeastMap - 4.0 * kGap;
    for (const auto& block : {head, sentences_block(canvas, card, room), figures}) {
        block.draw({kMargin, y});
        if (block.height > 0.0) y += block.height + kGap;
    }
    map_title.draw({kMargin, y});
    y += map_title.height + 1.5;
    draw_map(canvas, card, {kMargin, y, canvas.size().width - kMargin, foot_y - 2.0});
    draw_foot(canvas, card, foot_y);
}

}  // namespace

std::string draw_settlement_card_png(const SettlementCard& card, core::Language language) {
    auto canvas = Canvas::picture(1080, 1350, kPicturePixels, language);
    draw_card(canvas, card);
    return canvas.finish_png({kQuickFile});
}

}  // namespace desakota::maps
