#include "engine/report/chart_axis.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace desakota::report {
namespace {

TEST(AxisOver, CoversItsValuesWithRoundMarks) {
    const auto axis = axis_over(3.0, 47.0);
    EXPECT_DOUBLE_EQ(axis.from, 0.0);
    EXPECT_DOUBLE_EQ(axis.to, 50.0);
    EXPECT_DOUBLE_EQ(axis.step, 10.0);
    EXPECT_EQ(axis.marks().size(), 6U);
}

TEST(AxisOver, HasRoomForOneValue) {
    for (const double value : {0.0, 5.0, -0.02, 1e9}) {
        const auto axis = axis_over(value, value);
        EXPECT_LT(axis.from, value);
        EXPECT_GT(axis.to, value);
        EXPECT_LT(axis.marks().size(), 12U);
    }
}

TEST(Axis, ShowsAsManyDecimalsAsItsStepNeeds) {
    EXPECT_EQ(axis_over(0.0, 0.9).shown(0.4, core::Language::Indonesian), "0,4");
    EXPECT_EQ(axis_over(0.0, 9000.0).shown(4000.0, core::Language::English), "4,000");
    EXPECT_EQ(axis_over(-0.3, 0.3).shown(-1e-17, core::Language::English), "0.0");
}

TEST(AxesOfAChart, CoverLimitsAndBeginBarsAtZero) {
    Chart chart;
    chart.series = {{{}, {{1.0, 60.0, "", 20.0, 97.0}}, false}};
    chart.kind = ChartKind::Intervals;
    EXPECT_DOUBLE_EQ(y_axis_of(chart).from, 20.0);
    EXPECT_DOUBLE_EQ(y_axis_of(chart).to, 100.0);
    chart.kind = ChartKind::Bars;
    EXPECT_DOUBLE_EQ(y_axis_of(chart).from, 0.0);
}

TEST(AxesOfAChart, StandWithoutPoints) {
    EXPECT_DOUBLE_EQ(x_axis_of({}).share(0.5), 0.5);
}

}  // namespace
}  // namespace desakota::report
