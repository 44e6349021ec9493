#include "engine/study/report_charts.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/study/small_study.h"

namespace desakota::study {
namespace {

using testing::ElementsAre;
using testing::Field;

const report::Chart* find(const std::vector<report::Chart>& charts, const std::string& id) {
    const auto place = std::ranges::find(charts, id, &report::Chart::id);
    return place == charts.end() ? nullptr : &*place;
}

std::vector<report::Chart> charts_of(const StudyResults& results) {
    return report_charts(results, study_settlements({}, results));
}

auto y_is(double y) {
    return Field(&report::ChartPoint::y, y);
}

TEST(ReportCharts, CountFamiliesByDistanceClass) {
    const auto charts = charts_of(small_results());
    const auto* chart = find(charts, "families_by_distance");
    ASSERT_NE(chart, nullptr);
    ASSERT_EQ(chart->series.size(), 1U);
    EXPECT_THAT(chart->series[0].points, ElementsAre(y_is(100.0), y_is(200.0)));
    EXPECT_EQ(chart->categories.size(), 2U);
}

TEST(ReportCharts, SetDistanceAgainstPovertyOnlyWithThreePoints) {
    auto results = small_results();
    EXPECT_EQ(find(charts_of(results), "distance_and_poverty"), nullptr);
    layers::Layer near = named_settlements("health_access");
    add_numbers(near, "total_m", {1000.0, 2000.0, 3000.0});
    results.runs[0].results.layers[0] = near;
    layers::Layer poor = named_settlements("poverty");
    add_numbers(poor, "line_poor_households_share", {0.1, 0.2, 0.3});
    results.runs[1].results.layers[0] = poor;
    const auto charts = charts_of(results);
    const auto* chart = find(charts, "distance_and_poverty");
    ASSERT_NE(chart, nullptr);
    EXPECT_EQ(chart->series[0].points[2].name, "C");
    EXPECT_DOUBLE_EQ(chart->series[0].points[2].x, 3.0);
    EXPECT_DOUBLE_EQ(chart->series[0].points[2].y, 30.0);
}

TEST(ReportCharts, DrawTheLorenzCurveOfAllWithTheLineOfEquality) {
    StudyResults results;
    layers::Layer curve;
    curve.name = "inequality_lorenz";
    add_texts(curve, "group_field", {"kec", "total", "total", "total"});
    add_numbers(curve, "units_share", {0.5, 0.0, 0.4, 1.0});
    add_numbers(curve, "income_share", {0.1, 0.0, 0.2, 1.0});
    results.runs.push_back(run_of("inequality", "inequality", {named_settlements("inequality"), curve}));
    const auto charts = charts_of(results);
    const auto* chart = find(charts, "lorenz_curve");
    ASSERT_NE(chart, nullptr);
    ASSERT_EQ(chart->series.size(), 2U);
    EXPECT_THAT(chart->series[0].points, ElementsAre(y_is(0.0), y_is(20.0), y_is(100.0)));
    EXPECT_TRUE(chart->series[1].is_reference);
}

TEST(ReportCharts, DrawTheSajogyoClassesOfAll) {
    StudyResults results;
    layers::Layer summary;
    summary.name = "poverty_summary";
    add_texts(summary, "group_field", {"total"});
    auto& poorest = summary.add_column({"sajogyo_poorest_share",
                                        layers::ColumnType::Number,
                                        "",
                                        {"Sajogyo: share, poorest", "Sajogyo: bagian, termiskin"}});
    poorest.add_number(0.25);
    add_numbers(summary, "sajogyo_poor_households_share", {0.5});
    results.runs.push_back(run_of("poverty", "poverty", {named_settlements("poverty"), summary}));
    const auto charts = charts_of(results);
    const auto* chart = find(charts, "sajogyo_classes");
    ASSERT_NE(chart, nullptr);
    EXPECT_THAT(chart->categories, ElementsAre(core::Text{"poorest", "termiskin"}));
    EXPECT_THAT(chart->series[0].points, ElementsAre(y_is(25.0)));
}

TEST(ReportCharts, OrderRankIntervalsFromTheBest) {
    StudyResults results;
    auto main = named_settlements("composite_index");
    add_numbers(main, "rank", {3.0, 1.0, std::nullopt});
    add_numbers(main, "rank_low", {2.0, 1.0, std::nullopt});
    add_numbers(main, "rank_high", {3.0, 2.0, std::nullopt});
    results.runs.push_back(run_of("composite-index", "composite_index", {main}));
    const auto charts = charts_of(results);
    const auto* chart = find(charts, "rank_intervals");
    ASSERT_NE(chart, nullptr);
    EXPECT_THAT(chart->categories, ElementsAre(core::same_text("B"), core::same_text("A")));
    EXPECT_EQ(chart->series[0].points[1].low, 2.0);
}

TEST(ReportCharts, KeepTheBestRankWhereNotAllFit) {
    StudyResults results;
    layers::Layer main;
    main.name = "composite_index";
    std::vector<std::optional<std::string>> names;
    std::vector<std::optional<double>> ranks;
    for (int i = 1; i <= 60; ++i) {
        names.emplace_back("S" + std::to_string(i));
        ranks.emplace_back(i);
    }
    add_texts(main, "settlement_id", names);
    add_texts(main, "settlement_name", names);
    for (const auto* column : {"rank", "rank_low", "rank_high"}) add_numbers(main, column, ranks);
    results.runs.push_back(run_of("composite-index", "composite_index", {main}));
    const auto charts = charts_of(results);
    const auto* chart = find(charts, "rank_intervals");
    ASSERT_NE(chart, nullptr);
    EXPECT_EQ(chart->categories.size(), 42U);
    EXPECT_EQ(chart->categories.front(), core::same_text("S1"));
    EXPECT_EQ(chart->categories.back(), core::same_text("S60"));
    EXPECT_NE(chart->description.english.find("The 5 best and the 37 lowest ranks."), std::string::npos);
}

}  // namespace
}  // namespace desakota::study
