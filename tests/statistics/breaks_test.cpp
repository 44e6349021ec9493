#include "engine/statistics/breaks.h"

#include <algorithm>
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>
#include <numeric>
#include <stdexcept>

#include "tests/support/random.h"

namespace desakota::statistics {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;
using testing::IsEmpty;

using Numbers = std::vector<double>;

/// The squared deviations of [first, last) from their mean, in two passes.
double deviations(const Numbers& sorted, std::size_t first, std::size_t last) {
    double mean = 0.0;
    for (auto i = first; i < last; ++i) mean += sorted[i];
    mean /= static_cast<double>(last - first);
    double sum = 0.0;
    for (auto i = first; i < last; ++i) sum += (sorted[i] - mean) * (sorted[i] - mean);
    return sum;
}

/// The least sum over every way to cut the first `last` values into `classes` classes; values that are the same stay
/// together.
double least_by_trying_all(const Numbers& sorted, std::size_t last, std::size_t classes) {
    if (classes == 1) return deviations(sorted, 0, last);
    double least = std::numeric_limits<double>::infinity();
    for (auto first = classes - 1; first < last; ++first) {
        if (sorted[first - 1] == sorted[first]) continue;
        least = std::min(least, least_by_trying_all(sorted, first, classes - 1) + deviations(sorted, first, last));
    }
    return least;
}

/// What breaks cost.
double sum_of(const Numbers& sorted, const Numbers& breaks) {
    double sum = 0.0;
    std::size_t first = 0;
    for (const double limit : breaks) {
        const auto last = static_cast<std::size_t>(std::ranges::upper_bound(sorted, limit) - sorted.begin());
        if (last > first) sum += deviations(sorted, first, last);
        first = last;
    }
    return sum;
}

TEST(FiniteValues, RefuseWhatIsMissing) {
    EXPECT_THROW(FiniteValues({1.0, std::nan("")}), std::logic_error);
    EXPECT_THROW(FiniteValues({std::numeric_limits<double>::infinity()}), std::logic_error);
    EXPECT_THAT(FiniteValues({3.0, 1.0, 2.0}).sorted(), ElementsAre(1.0, 2.0, 3.0));
}

TEST(JenksBreaks, CutWhereTheGapsAre) {
    const FiniteValues values({10.0, 4.0, 9.0, 5.0});
    const auto breaks = class_breaks(values, 2, BreakRule::Jenks);
    EXPECT_THAT(breaks, ElementsAre(5.0, 10.0));
    // 1 - (0.5 + 0.5) / 26
    EXPECT_NEAR(goodness_of_variance_fit(values, breaks), 0.9615384615384616, 1e-15);
}

// Computed apart from this program, by trying all cuts with fractions.
TEST(JenksBreaks, AreThoseOfTheTrialOfAllCuts) {
    const FiniteValues values({12.5, 13.1, 14.0, 22.4, 23.9, 31.0, 31.2, 31.9, 47.5, 48.0, 52.3, 80.1});
    const auto three = class_breaks(values, 3, BreakRule::Jenks);
    EXPECT_THAT(three, ElementsAre(31.9, 52.3, 80.1));
    EXPECT_NEAR(goodness_of_variance_fit(values, three), 0.8833265235506301, 1e-12);
    const auto five = class_breaks(values, 5, BreakRule::Jenks);
    EXPECT_THAT(five, ElementsAre(14.0, 23.9, 31.9, 52.3, 80.1));
    EXPECT_NEAR(goodness_of_variance_fit(values, five), 0.9962144560152817, 1e-12);
}

TEST(JenksBreaks, HaveTheLeastSumOfAllWays) {
    test_support::Random random(17);
    for (int trial = 0; trial < 60; ++trial) {
        Numbers numbers;
        const auto size = 6 + static_cast<std::size_t>(trial) % 9;
        for (std::size_t i = 0; i < size; ++i) numbers.push_back(std::floor(random.between(0.0, 40.0)));
        std::ranges::sort(numbers);
        for (std::size_t classes = 2; classes <= 5; ++classes) {
            const auto breaks = class_breaks(FiniteValues(numbers), classes, BreakRule::Jenks);
            if (breaks.size() < classes) continue;  // too few distinct values
            EXPECT_NEAR(sum_of(numbers, breaks), least_by_trying_all(numbers, numbers.size(), classes), 1e-9);
        }
    }
}

TEST(JenksBreaks, DoNotChangeWithALargeConstant) {
    const Numbers numbers{0.0, 1.0, 2.0, 10.0, 11.0, 30.0, 31.0, 33.0};
    Numbers moved;
    for (const double number : numbers) moved.push_back(number + 1e9);
    EXPECT_THAT(class_breaks(FiniteValues(numbers), 3, BreakRule::Jenks), ElementsAre(2.0, 11.0, 33.0));
    EXPECT_THAT(class_breaks(FiniteValues(moved), 3, BreakRule::Jenks), ElementsAre(1e9 + 2, 1e9 + 11, 1e9 + 33));
}

TEST(JenksBreaks, CountAValueAsOftenAsItIsThere) {
    EXPECT_THAT(class_breaks(FiniteValues({0.0, 1.0, 2.0, 4.0}), 2, BreakRule::Jenks), ElementsAre(2.0, 4.0));
    Numbers low(20, 0.0);
    low.insert(low.end(), {1.0, 2.0, 4.0});
    EXPECT_THAT(class_breaks(FiniteValues(low), 2, BreakRule::Jenks), ElementsAre(1.0, 4.0));
}

TEST(JenksBreaks, OfManyValuesAreThoseOfEveryClassesMean) {
    // In an optimum no value is nearer to the mean of the next class than to that of its own.
    test_support::Random random(5);
    Numbers numbers;
    for (int i = 0; i < 50000; ++i) numbers.push_back(std::exp(random.between(0.0, 6.0)));
    std::ranges::sort(numbers);
    const auto breaks = class_breaks(FiniteValues(numbers), 5, BreakRule::Jenks);
    ASSERT_EQ(breaks.size(), 5U);
    std::vector<double> means;
    std::size_t first = 0;
    for (const double limit : breaks) {
        const auto last = static_cast<std::size_t>(std::ranges::upper_bound(numbers, limit) - numbers.begin());
        double sum = 0.0;
        for (auto i = first; i < last; ++i) sum += numbers[i];
        means.push_back(sum / static_cast<double>(last - first));
        first = last;
    }
    for (std::size_t i = 0; i + 1 < breaks.size(); ++i) {
        const double boundary = std::midpoint(means[i], means[i + 1]);
        EXPECT_LE(breaks[i], boundary);
        EXPECT_GE(*std::ranges::upper_bound(numbers, breaks[i]), boundary);
    }
}

TEST(QuantileBreaks, AreTheLeastValuesThatReachTheShare) {
    EXPECT_THAT(class_breaks(FiniteValues({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}), 4, BreakRule::Quantile),
                ElementsAre(3.0, 5.0, 8.0, 10.0));
    EXPECT_THAT(class_breaks(FiniteValues({1, 2, 3, 4, 5, 6}), 3, BreakRule::Quantile), ElementsAre(2.0, 4.0, 6.0));
}

TEST(QuantileBreaks, ThatFallTogetherCountOnce) {
    EXPECT_THAT(class_breaks(FiniteValues({0, 0, 0, 0, 0, 0, 1, 2, 3, 4}), 4, BreakRule::Quantile),
                ElementsAre(0.0, 2.0, 4.0));
}

TEST(EqualIntervals, HaveTheSameWidth) {
    EXPECT_THAT(class_breaks(FiniteValues({0.0, 1.0, 2.0, 3.0, 10.0}), 4, BreakRule::EqualInterval),
                ElementsAre(2.5, 5.0, 7.5, 10.0));
    const auto breaks = class_breaks(FiniteValues({0.1, 0.2, 0.3, 0.7}), 3, BreakRule::EqualInterval);
    ASSERT_EQ(breaks.size(), 3U);
    EXPECT_THAT(breaks, ElementsAre(DoubleNear(0.3, 1e-12), DoubleNear(0.5, 1e-12), 0.7));
}

TEST(ClassBreaks, OfFewDistinctValuesAreThese) {
    for (const auto rule : {BreakRule::Jenks, BreakRule::Quantile, BreakRule::EqualInterval}) {
        EXPECT_THAT(class_breaks(FiniteValues({7.0, 3.0, 7.0, 3.0}), 5, rule), ElementsAre(3.0, 7.0));
        EXPECT_THAT(class_breaks(FiniteValues({4.0, 4.0}), 5, rule), ElementsAre(4.0));
        EXPECT_THAT(class_breaks(FiniteValues({1.0, 2.0, 3.0}), 1, rule), ElementsAre(3.0));
        EXPECT_THAT(class_breaks(FiniteValues({}), 5, rule), IsEmpty());
        EXPECT_THAT(class_breaks(FiniteValues({1.0, 2.0}), 0, rule), IsEmpty());
    }
}

TEST(GoodnessOfVarianceFit, IsOneWhereEachValueIsItsClass) {
    const FiniteValues values({1.0, 2.0, 5.0});
    EXPECT_DOUBLE_EQ(goodness_of_variance_fit(values, std::vector{1.0, 2.0, 5.0}), 1.0);
    EXPECT_DOUBLE_EQ(goodness_of_variance_fit(values, std::vector{5.0}), 0.0);
    EXPECT_DOUBLE_EQ(goodness_of_variance_fit(FiniteValues({3.0, 3.0}), std::vector{3.0}), 1.0);
}

}  // namespace
}  // namespace desakota::statistics
