#include "engine/maps/legend.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/maps/small_area.h"

namespace desakota::maps {
namespace {

using Kind = LegendEntry::Kind;

TEST(IndexLegend, CountsWhatTheClassesTake) {
    const SmallMap map;
    const auto style = distance_classes();
    std::vector<std::size_t> counts(style.classes.size(), 0);
    for (std::size_t row = 0; row < map.layer.row_count; ++row) ++counts[class_of(style, map.layer, row).value()];
    const auto entries = index_legend({&map.base, &map.index, {}});
    ASSERT_EQ(entries.size(), counts.size());
    for (std::size_t i = 0; i < counts.size(); ++i) {
        EXPECT_EQ(entries[i].label, style.classes[i].label);
        EXPECT_EQ(entries[i].count, counts[i]);
    }
}

TEST(IndexLegend, CountsOnlyThePagesRows) {
    const SmallMap map;
    const auto entries =
        index_legend({&map.base, &map.index, {true, false, false, true, false, false, false, false, true}});
    ASSERT_EQ(entries.size(), 3U);
    EXPECT_EQ(entries[0].count, 1U);
    EXPECT_EQ(entries[1].count, 1U);
    EXPECT_EQ(entries[2].count, 1U);
}

TEST(IndexLegend, KeepsEmptyClassesOfFiguresAndDropsEmptyExceptions) {
    const SmallMap map(square_settlements(1, 1, {104.7, -2.6}, 0.05));
    const auto entries = index_legend({&map.base, &map.index, {}});
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[0].count, 1U);
    EXPECT_EQ(entries[1].count, 0U);
}

TEST(LegendTitle, IsTheFirstHeadingWhereThatSaysIt) {
    auto style = distance_classes();
    EXPECT_EQ(legend_title(style), style.title);
    style.classes.front().heading = {"Distance in metres", "Jarak dalam meter"};
    EXPECT_EQ(legend_title(style), style.classes.front().heading);
    style.classes.front().heading = {"Near", "Dekat"};
    EXPECT_EQ(legend_title(style), style.title);
}

TEST(IndexLegend, HasAHeadingBeforeItsClasses) {
    auto style = distance_classes();
    style.classes[1].heading = style.classes[2].heading = {"Far", "Jauh"};
    const SmallMap map(square_settlements(3, 3, {104.7, -2.6}, 0.05), style);
    const auto entries = index_legend({&map.base, &map.index, {}});
    ASSERT_EQ(entries.size(), 4U);
    EXPECT_EQ(entries[1].kind, Kind::Heading);
    EXPECT_EQ(entries[1].label.english, "Far");
}

TEST(EntryHeight, GrowsWithItsMarker) {
    const auto canvas = Canvas::picture(400, 400, 4.0, core::Language::English);
    LegendEntry entry{Kind::Symbol, {"a", "a"}, {.size = 2.0}, geo::GeometryType::Point, {}};
    const LegendLook look{2.5, 60.0, 1.0};
    const double small = entry_height(canvas, entry, look);
    entry.symbol.size = 5.2;
    EXPECT_GT(entry_height(canvas, entry, look), small + 1.0);
}

TEST(IndexLegend, SaysWhatMarksDoubtfulRows) {
    auto style = distance_classes();
    style.doubt = Doubt{{"not sure", "belum pasti"}, {Within{"total_m", 6500.0, {}}}};
    const SmallMap map(square_settlements(3, 3, {104.7, -2.6}, 0.05), style);
    const auto entries = index_legend({&map.base, &map.index, {}});
    EXPECT_EQ(entries.back().kind, Kind::Doubt);
    EXPECT_EQ(entries.back().count, 2U);
}

TEST(BackgroundLegend, ShowsOnlyWhatIsSeen) {
    SmallMap map;
    map.index.classes[0] = kNoClass;  // so that the area below is seen
    const MapContent content{&map.base, &map.index, {}};
    const auto seen = map.index.projected->box;
    ASSERT_EQ(background_legend(content, seen).size(), 1U);
    EXPECT_EQ(background_legend(content, seen).front().label.indonesian, "Batas wilayah");
    EXPECT_TRUE(background_legend(content, {0.0, 0.0, 1.0, 1.0}).empty());
}

}  // namespace
}  // namespace desakota::maps
