#include "engine/maps/sheet.h"

#include <algorithm>
#include <cstdlib>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>

#include "tests/maps/png_file.h"
#include "tests/maps/small_area.h"

#include "engine/maps/sheet_blocks.h"

namespace desakota::maps {
namespace {

using core::Language;
using testing::HasSubstr;
using testing::StartsWith;

/// Quick to draw.
constexpr SheetFormat kCoarse{Paper::A4, 60.0};

/// Whether a pixel has that colour, or nearly: Cairo and the palette round.
bool has_colour(const DecodedPng& picture, std::uint32_t wanted) {
    return std::ranges::any_of(picture.pixels, [&](std::uint32_t pixel) {
        int furthest = 0;
        for (const unsigned shift : {0U, 8U, 16U}) {
            const int difference = static_cast<int>(pixel >> shift & 0xFFU) - static_cast<int>(wanted >> shift & 0xFFU);
            furthest = std::max(furthest, std::abs(difference));
        }
        return furthest <= 4;
    });
}

/// What a map of nine settlements, 17 km wide, shows with a destination in that place.
Box area_with(const geo::Point& destination, LayerRole role, const Style& style,
              std::optional<LayerRole> to = LayerRole::Centres) {
    SmallMap map;
    const auto layer = points({destination});
    LayerPreparation preparation(map.layer, core::Parallel{}, map.progress);
    map.base.background.push_back({role, {}, preparation.prepare({&layer, style})});
    auto sheet = map.sheet();
    sheet.destinations = to;
    return area_of(sheet);
}

TEST(AreaOfASheet, TakesInDestinationsThatLieNear) {
    const Style shown{.name = "centres", .names = Names{"name"}};
    const SmallMap alone;
    const auto settlements = area_of(alone.sheet());
    const auto near = area_with({104.65, -2.5}, LayerRole::Centres, shown);
    EXPECT_LT(near.min_x, settlements.min_x - 5560.0);
    EXPECT_GT(near.min_x, settlements.min_x - 6600.0);
    EXPECT_EQ(near.max_x, settlements.max_x);
    const auto far = area_with({104.3, -2.5}, LayerRole::Centres, shown);
    EXPECT_EQ(far.min_x, settlements.min_x);
}

TEST(AreaOfASheet, LeavesOutWhatOnlyHelpsToFindTheWay) {
    auto style = distance_classes();
    style.classes.front().criteria.clear();
    style.names.reset();
    const SmallMap alone;
    const auto settlements = area_of(alone.sheet());
    const geo::Point beside{104.65, -2.5};
    constexpr auto kFacilities = LayerRole::Facilities;
    EXPECT_EQ(area_with(beside, kFacilities, style, kFacilities).min_x, settlements.min_x);
    EXPECT_EQ(area_with(beside, LayerRole::Roads, style, kFacilities).min_x, settlements.min_x);
    style.names = Names{"name"};
    EXPECT_LT(area_with(beside, kFacilities, style, kFacilities).min_x, settlements.min_x);
    EXPECT_EQ(area_with(beside, kFacilities, style, LayerRole::Centres).min_x, settlements.min_x);
    EXPECT_EQ(area_with(beside, kFacilities, style, std::nullopt).min_x, settlements.min_x);
}

TEST(AreaOfASheet, OfAnAtlasPageTakesInWhatLiesJustOutside) {
    const auto east_of_page = [](double lon) {
        SmallMap map(square_settlements(2, 1, {104.7, -2.6}, 0.05));
        const auto layer = points({{lon, -2.575}});
        LayerPreparation preparation(map.layer, core::Parallel{}, map.progress);
        const Style shown{.name = "centres", .names = Names{"name"}};
        map.base.background.push_back({LayerRole::Centres, {}, preparation.prepare({&layer, shown})});
        auto sheet = map.sheet();
        sheet.destinations = LayerRole::Centres;
        sheet.page_rows = {0};
        return area_of(sheet).max_x - map.index.projected->boxes[0].max_x;
    };
    EXPECT_GT(east_of_page(104.754), 400.0);
    EXPECT_EQ(east_of_page(104.77), 0.0);
}

TEST(AreaOfASheet, LeavesRoomForTheMarkersOfItsEdge) {
    const auto layer = points({{104.7, -2.6}, {104.8, -2.5}});
    auto style = distance_classes();
    for (auto& one : style.classes) one.symbol.size = 8.0;
    const SmallMap map(layer, style);
    const auto sheet = map.sheet();
    SheetParts parts{nullptr, &sheet, {}, content_of(sheet)};
    const Box frame{0.0, 0.0, 100.0, 100.0};
    const auto view = fitted_view(parts, frame, filling_view);
    EXPECT_EQ(view.frame.max_x, 100.0);
    for (const auto& box : map.index.projected->boxes) {
        EXPECT_TRUE(frame.contains(view.to_page(box).grown(index_reach(parts.content))));
    }
}

TEST(TitleBlock, IsSmallerRatherThanCut) {
    const auto canvas = Canvas::picture(400, 400, 4.0, Language::English);
    const SmallMap map;
    auto sheet = map.sheet();
    const auto height_with = [&](const std::string& title) {
        sheet.title = core::same_text(title);
        SheetParts parts{&canvas, &sheet, {}, content_of(sheet)};
        return title_block(parts, 1.0).height;
    };
    const std::string words = "Share of families in settlements ";
    EXPECT_LT(height_with(words + words + words), 1.2 * height_with(words + words));
    // However long it is, all of it is there.
    EXPECT_GT(height_with(words + words + words + words + words + words), height_with(words + words + words + words));
}

TEST(InsetBlock, IsOfPlacesInIndonesiaOnly) {
    const auto canvas = Canvas::picture(400, 400, 4.0, Language::English);
    const auto height_at = [&](const geo::Point& corner) {
        const SmallMap map(square_settlements(2, 2, corner, 0.05));
        const auto sheet = map.sheet();
        SheetParts parts{&canvas, &sheet, {}, content_of(sheet)};
        parts.view = fitted_view(parts, {0.0, 0.0, 80.0, 80.0}, fitting_view);
        return inset_block(parts).height;
    };
    EXPECT_GT(height_at({104.7, -2.6}), 0.0);
    EXPECT_EQ(height_at({-51.2, -30.0}), 0.0);
}

TEST(SheetPng, HasThePapersSizeAndResolution) {
    const SmallMap map(square_settlements(4, 1, {104.7, -2.6}, 0.05));
    const auto file = draw_sheet_png(map.sheet(), {}, Language::Indonesian);
    const auto read = decoded(file);
    EXPECT_EQ(read.width, 3508U);
    EXPECT_EQ(read.height, 2480U);
    EXPECT_EQ(pixels_per_metre(file), 11811U);
}

TEST(SheetPng, StandsUprightForAHighArea) {
    const SmallMap map(square_settlements(1, 4, {104.7, -2.6}, 0.05));
    const auto read = decoded(draw_sheet_png(map.sheet(), kCoarse, Language::English));
    EXPECT_EQ(read.width, 496U);
    EXPECT_EQ(read.height, 702U);
}

TEST(SheetPng, IsTheSameEachTimeAndDiffersByLanguage) {
    const SmallMap map;
    const auto first = draw_sheet_png(map.sheet(), kCoarse, Language::Indonesian);
    EXPECT_EQ(draw_sheet_png(map.sheet(), kCoarse, Language::Indonesian), first);
    EXPECT_NE(draw_sheet_png(map.sheet(), kCoarse, Language::English), first);
}

TEST(SheetPng, IsTheSameOnAnyThread) {
    const SmallMap map;
    const auto sheet = map.sheet();
    const auto wanted = draw_sheet_png(sheet, kCoarse, Language::Indonesian);
    std::vector<std::string> drawn(4);
    std::vector<std::thread> threads;
    for (auto& file : drawn) {
        threads.emplace_back([&] { file = draw_sheet_png(sheet, kCoarse, Language::Indonesian); });
    }
    for (auto& thread : threads) thread.join();
    EXPECT_THAT(drawn, testing::Each(wanted));
}

TEST(SheetPng, ShowsTheClassesColours) {
    const SmallMap map;
    const auto read = decoded(draw_sheet_png(map.sheet(), kCoarse, Language::English));
    // Sky blue and orange on white with an opacity of 0.85.
    EXPECT_TRUE(has_colour(read, 0x6FBFECU));
    EXPECT_TRUE(has_colour(read, 0xEAAD26U));
    EXPECT_FALSE(has_colour(read, 0x123456U));
}

TEST(SheetPng, ShowsAnAtlasPageLargerAndTheRestPale) {
    const SmallMap map;
    auto sheet = map.sheet();
    sheet.page_rows = {8};
    sheet.page_name = "Kecamatan Muara Telang";
    const auto page = decoded(draw_sheet_png(sheet, kCoarse, Language::Indonesian));
    // The second class's colour, at 28 % of its strength.
    EXPECT_TRUE(has_colour(page, 0xF9E8C3U));
    // The page's own settlement in the inset.
    EXPECT_TRUE(has_colour(page, 0xF2BE95U));
}

TEST(SheetPdf, IsOnePageOfThePapersSize) {
    const SmallMap map(square_settlements(4, 1, {104.7, -2.6}, 0.05));
    const auto file = draw_sheet_pdf(map.sheet(), {Paper::A3}, Language::Indonesian);
    EXPECT_THAT(file, StartsWith("%PDF"));
    EXPECT_THAT(file, HasSubstr("MediaBox [ 0 0 1190.55"));
    EXPECT_EQ(draw_sheet_pdf(map.sheet(), {Paper::A3}, Language::Indonesian), file);
    EXPECT_THAT(draw_sheet_pdf(map.sheet(), {}, Language::Indonesian), HasSubstr("MediaBox [ 0 0 841.88"));
}

TEST(Sheet, TakesAnyName) {
    auto layer = square_settlements(2, 1, {104.7, -2.6}, 0.05);
    layers::Column names({"name", layers::ColumnType::Text, "", {"Name", "Nama"}});
    names.add_text(std::string("\xFF\xFE\0\x01<b>Desa & \xE2\x80\xAE", 18));
    names.add_text(std::string(100'000, 'W'));
    layer.columns[0] = names;
    const SmallMap map(layer);
    auto sheet = map.sheet();
    sheet.title = core::same_text("\xC3<script>\n\t");
    sheet.area = std::string(5000, 'x');
    sheet.office = {"\x01\x02", "no picture", "\xF0\x9F", "a\rb", std::string(3000, '7'), "\x7F"};
    EXPECT_THAT(draw_sheet_pdf(sheet, {}, Language::Indonesian), StartsWith("%PDF"));
    EXPECT_EQ(decoded(draw_sheet_png(sheet, kCoarse, Language::English)).pixels.size(), 496U * 702U);
}

TEST(Sheet, CanBeOfASinglePoint) {
    auto layer = points({{104.7, -2.6}});
    Style style{.name = "points", .classes = {{{"all", "semua"}, {.colour = kVermilion}, {}, false, {}}}, .names = {}};
    const SmallMap map(layer, style);
    const auto read = decoded(draw_sheet_png(map.sheet(), kCoarse, Language::English));
    EXPECT_TRUE(has_colour(read, 0xD55E00U));
}

TEST(Sheet, CanBeOfNothing) {
    auto layer = points({});
    layer.geometry.end_feature();
    layer.row_count = 1;
    const SmallMap map(layer, distance_classes());
    EXPECT_NO_THROW((void)draw_sheet_png(map.sheet(), kCoarse, Language::English));
}

TEST(Sheet, FindsRoomForManyClassesAndTexts) {
    auto style = distance_classes();
    for (int i = 0; i < 60; ++i) {
        auto more = style.classes[0];
        more.label = core::same_text("Kelas " + std::to_string(i));
        style.classes.insert(style.classes.begin() + 1, more);
    }
    const SmallMap map(square_settlements(3, 2, {104.7, -2.6}, 0.05), style);
    auto sheet = map.sheet();
    for (int i = 0; i < 30; ++i) sheet.sources.push_back(core::same_text("Sumber " + std::to_string(i)));
    EXPECT_NO_THROW((void)draw_sheet_png(sheet, kCoarse, Language::Indonesian));
}

}  // namespace
}  // namespace desakota::maps
