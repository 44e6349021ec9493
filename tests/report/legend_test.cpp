#include "engine/report/legend.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/report/made_report.h"

namespace desakota::report {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(LegendOf, CountsTheRowsOfEachClass) {
    const auto made = made_report();
    const auto legend = legend_of(made.report.indexes[0].drawn, core::Language::Indonesian);
    ASSERT_EQ(legend.entries.size(), 4U);
    EXPECT_EQ(legend.entries[3].label, "tidak tersambung");
    EXPECT_EQ(legend.entries[3].rows, 4U);
    std::size_t rows = legend.undrawn_rows;
    for (const auto& entry : legend.entries) rows += entry.rows;
    EXPECT_EQ(rows, 42U);
    EXPECT_EQ(legend.doubt, "di tepi data");
    EXPECT_EQ(legend.doubtful_rows, 8U);
    EXPECT_TRUE(legend.is_doubtful[4]);
}

TEST(LegendOf, LeavesRowsWithoutAClassUndrawnAndUndoubted) {
    auto made = made_report();
    auto& drawn = made.report.indexes[0].drawn;
    drawn.style.classes.resize(1);
    const auto legend = legend_of(drawn, core::Language::English);
    EXPECT_EQ(legend.undrawn_rows, 36U);
    EXPECT_FALSE(legend.class_of_row[4]);
    EXPECT_FALSE(legend.is_doubtful[4]);
}

TEST(SwatchSvg, FollowsGeometryHatchAndDoubt) {
    maps::Symbol symbol;
    symbol.colour = maps::kBlue;
    const auto plain = swatch_svg(symbol, geo::GeometryType::Polygon);
    EXPECT_THAT(plain, HasSubstr("fill=\"#0072b2\""));
    EXPECT_NE(swatch_svg(symbol, geo::GeometryType::Polygon, true), plain);
    EXPECT_NE(swatch_svg(symbol, geo::GeometryType::Point), plain);
    EXPECT_THAT(swatch_svg(symbol, geo::GeometryType::Line), HasSubstr("stroke=\"#0072b2\""));
    symbol.hatch = maps::Hatch::Rising;
    EXPECT_THAT(swatch_svg(symbol, geo::GeometryType::Polygon), Not(HasSubstr("fill=\"#0072b2\"")));
}

}  // namespace
}  // namespace desakota::report
