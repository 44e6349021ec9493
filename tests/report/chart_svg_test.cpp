#include "engine/report/chart_svg.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>

#include "tests/report/made_report.h"

namespace desakota::report {
namespace {

using testing::HasSubstr;
using testing::Not;

std::size_t occurrences(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

TEST(ChartSvg, SaysWhatItShows) {
    for (const auto& chart : made_report().report.charts) {
        const auto svg = chart_svg(chart, core::Language::Indonesian);
        EXPECT_THAT(svg, HasSubstr("aria-label=\"" + chart.description.indonesian + "\""));
        EXPECT_THAT(svg, HasSubstr("</svg>"));
        EXPECT_THAT(svg, Not(HasSubstr("nan")));
    }
}

TEST(ChartSvg, KeepsNamesFromTheDataText) {
    const auto made = made_report("<script>\"'&");
    for (const auto& chart : made.report.charts) {
        const auto svg = chart_svg(chart, core::Language::English);
        EXPECT_EQ(occurrences(svg, "<script"), 0U);
        EXPECT_EQ(occurrences(svg, "<svg"), 1U);
    }
}

TEST(ChartSvg, DrawsABarForEachValueThatIsThere) {
    Chart chart;
    chart.kind = ChartKind::Bars;
    chart.categories = {{"a", "a"}, {"b", "b"}, {"c", "c"}};
    chart.series = {
        {{},
         {{0, 3.0, "", {}, {}}, {0, std::numeric_limits<double>::quiet_NaN(), "", {}, {}}, {0, 5.0, "", {}, {}}},
         false}};
    EXPECT_EQ(occurrences(chart_svg(chart, core::Language::English), "z\" fill"), 2U);
}

TEST(ChartSvg, SaysWhereItShowsTheFirstCategoriesOnly) {
    Chart chart;
    chart.kind = ChartKind::Bars;
    chart.series.resize(1);
    for (int i = 0; i < 3300; ++i) {
        chart.categories.push_back(core::same_text("category"));
        chart.series[0].points.push_back({0.0, 1.0, "", {}, {}});
    }
    const auto svg = chart_svg(chart, core::Language::Indonesian);
    EXPECT_THAT(svg, HasSubstr("1–40 / 3.300"));
    EXPECT_EQ(occurrences(svg, "category"), 40U);
}

}  // namespace
}  // namespace desakota::report
