#include "engine/welfare/rank_uncertainty.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>

#include "tests/support/for_each_seed.h"
#include "tests/welfare/schemes.h"

#include "engine/welfare/scoring_method.h"

namespace desakota::welfare {
namespace {

using test_support::for_each_seed;
using test_support::Random;
using testing::Each;
using testing::ElementsAre;

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

Scheme three_indicators() {
    return scheme_of(indicator("a") + indicator("b") + indicator("c"), "minimum_coverage = 0.6\n");
}

IndicatorColumns random_columns(Random& random, std::size_t indicators, std::size_t rows) {
    IndicatorColumns columns(indicators);
    for (auto& column : columns) {
        for (std::size_t row = 0; row < rows; ++row) column.push_back(random.chance(0.05) ? kMissing : random.unit());
    }
    return columns;
}

RankIntervals intervals_of(const Scheme& scheme, const IndicatorColumns& columns, std::uint64_t seed,
                           std::size_t replications, int threads = 1) {
    core::SilentProgress progress;
    const auto composite = composite_of(scheme, columns);
    return rank_intervals({scheme, columns, composite}, {seed, replications}, threads, progress);
}

std::vector<IndicatorShift> shifts_of(const Scheme& scheme, const IndicatorColumns& columns) {
    core::SilentProgress progress;
    return leave_one_out(scheme, composite_of(scheme, columns), 1, progress);
}

TEST(RankIntervals, AreThePointItselfWhereEveryIndicatorAgrees) {
    const std::vector<double> column{0.1, 0.4, 0.9, 0.6};
    const auto intervals = intervals_of(three_indicators(), {column, column, column}, 1, 200);
    EXPECT_THAT(intervals.low, ElementsAre(4, 3, 1, 2));
    EXPECT_EQ(intervals.low, intervals.high);
}

TEST(RankIntervals, AreWideWhereTheIndicatorsDisagree) {
    const auto intervals =
        intervals_of(scheme_of(indicator("a") + indicator("b")), {{0.2, 0.8, 0.0, 1.0}, {0.81, 0.2, 0.0, 1.0}}, 1, 500);
    EXPECT_EQ(intervals.low[0], 2U);
    EXPECT_EQ(intervals.high[0], 3U);
    EXPECT_EQ(intervals.low[1], 2U);
    EXPECT_EQ(intervals.high[1], 3U);
    EXPECT_EQ(intervals.high[3], 1U);
}

TEST(RankIntervals, AreMissingForRowsWithoutAScore) {
    const auto intervals =
        intervals_of(three_indicators(), {{0.1, kMissing, 0.9}, {0.1, kMissing, 0.9}, {0.1, 0.5, 0.9}}, 1, 50);
    EXPECT_THAT(intervals.low, ElementsAre(2, 0, 1));
    EXPECT_THAT(intervals.high, ElementsAre(2, 0, 1));
}

TEST(RankIntervals, AreEmptyWithoutReplications) {
    EXPECT_TRUE(intervals_of(three_indicators(), {{0.1}, {0.1}, {0.1}}, 1, 0).low.empty());
}

TEST(RankIntervals, AreTheSameForASeedWhateverTheThreads) {
    Random random(3);
    const auto columns = random_columns(random, 3, 700);
    const auto one = intervals_of(three_indicators(), columns, 5, 100, 1);
    const auto four = intervals_of(three_indicators(), columns, 5, 100, 4);
    EXPECT_EQ(one.low, four.low);
    EXPECT_EQ(one.high, four.high);
    EXPECT_NE(one.low, intervals_of(three_indicators(), columns, 6, 100).low);
}

TEST(RankIntervals, LieWithinTheRanksThereAre) {
    for_each_seed(30, [](Random& random) {
        const auto columns = random_columns(random, 3, 25);
        const auto intervals = intervals_of(three_indicators(), columns, random.next(), 60);
        for (std::size_t row = 0; row < 25; ++row) {
            ASSERT_LE(intervals.low[row], intervals.high[row]);
            ASSERT_LE(intervals.high[row], 25U);
        }
    });
}

TEST(ScoringMethods, BeginWithTheSchemesOwnAndLeaveOutWhatIsTheSame) {
    const auto methods = scoring_methods(scheme_of(indicator("a", "normalise = {by = \"min_max\"}\n")));
    EXPECT_FALSE(methods.front().normaliser);
    EXPECT_FALSE(methods.front().aggregation);
    EXPECT_EQ(methods.size(), 5U);  // own, own geometric; rank, rank geometric; z-score
    EXPECT_EQ(scoring_methods(three_indicators()).size(), 7U);
}

TEST(ScoringMethods, KeepArithmeticMeansWhereAScoreIsNegative) {
    const auto scheme = scheme_of(indicator("a") + indicator("b"));
    const IndicatorColumns values{{-1.0, 2.0}, {0.5, 0.5}};
    const auto composite = composite_of(scheme, values);
    core::SilentProgress progress;
    const auto columns = columns_of({std::nullopt, Aggregation::Geometric}, {scheme, values, composite}, 1, progress);
    EXPECT_EQ(columns.columns, values);
}

TEST(LeaveOneOut, CountsTheRanksThatRowsMove) {
    // With all: 0.5, 0.6, 0.4; without a: 0.1, 0.3, 0.5; without b: 0.9, 0.9, 0.3.
    const auto scheme = scheme_of(indicator("a") + indicator("b"));
    const auto shifts = shifts_of(scheme, {{0.9, 0.9, 0.3}, {0.1, 0.3, 0.5}});
    EXPECT_NEAR(shifts[0].mean, 4.0 / 3.0, 1e-12);  // from 2, 1, 3 to 3, 2, 1
    EXPECT_EQ(shifts[0].largest, 2U);
    EXPECT_EQ(shifts[0].largest_row, 2U);
    EXPECT_NEAR(shifts[1].mean, 1.0 / 3.0, 1e-12);  // from 2, 1, 3 to 1, 1, 3
    EXPECT_EQ(shifts[1].rows, 3U);
}

TEST(LeaveOneOut, HasNothingToTellOfTheOnlyIndicator) {
    const auto shifts = shifts_of(scheme_of(indicator("a")), {{0.9, 0.1}});
    EXPECT_EQ(shifts[0].rows, 0U);
}

TEST(LeaveOneOut, DropsADimensionWithItsOnlyIndicator) {
    const auto scheme = scheme_of(dimension("d") + indicator("a", "dimension = \"d\"\n") + indicator("b"));
    const auto shifts = shifts_of(scheme, {{0.9, 0.1}, {0.2, 0.3}});
    EXPECT_EQ(shifts[0].largest, 1U);
    EXPECT_EQ(shifts[1].largest, 0U);
}

}  // namespace
}  // namespace desakota::welfare
