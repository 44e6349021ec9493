#include "engine/statistics/interval.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <limits>
#include <vector>

#include "tests/support/for_each_seed.h"

namespace desakota::statistics {
namespace {

using test_support::for_each_seed;
using test_support::Random;

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

void expect_interval(const std::optional<Interval>& interval, double low, double high, double tolerance) {
    ASSERT_TRUE(interval);
    EXPECT_NEAR(interval->low, low, tolerance);
    EXPECT_NEAR(interval->high, high, tolerance);
}

// Newcombe (1998), "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17, 857-872,
// table I, method 3 (score).
TEST(WilsonInterval, GivesNewcombesPublishedIntervals) {
    expect_interval(wilson_interval(81, 263), 0.2553, 0.3662, 5e-5);
    expect_interval(wilson_interval(15, 148), 0.0624, 0.1605, 5e-5);
    expect_interval(wilson_interval(0, 20), 0.0, 0.1611, 5e-5);
    expect_interval(wilson_interval(1, 29), 0.0061, 0.1718, 5e-5);
}

// The ends p of the interval solve (successes / trials - p)^2 = z^2 p (1 - p) (1 - trials / population) / trials:
// found with scipy 1.10.1, optimize.brentq(..., xtol=1e-15), z = stats.norm.ppf(0.975).
TEST(WilsonInterval, ShrinksWithAFinitePopulation) {
    expect_interval(wilson_interval(5, 15, 60), 0.1690678299198202, 0.5513072227644529, 1e-12);
    expect_interval(wilson_interval(7, 18, 36), 0.24784873065371002, 0.5513554090339486, 1e-12);
}

TEST(WilsonInterval, OfAFullCountIsTheShareItself) {
    expect_interval(wilson_interval(5, 15, 15), 1.0 / 3.0, 1.0 / 3.0, 1e-15);
    expect_interval(wilson_interval(0, 15, 15), 0.0, 0.0, 0.0);
    expect_interval(wilson_interval(15, 15, 15), 1.0, 1.0, 0.0);
}

TEST(WilsonInterval, IsMissingWithoutTrials) {
    EXPECT_FALSE(wilson_interval(0, 0));
    EXPECT_FALSE(wilson_interval(0, 0, 10));
}

TEST(WilsonInterval, HoldsTheShareLiesWithinZeroAndOneAndMirrors) {
    for_each_seed(500, [](Random& random) {
        const auto trials = 1.0 + static_cast<double>(random.below(200));
        const auto successes = static_cast<double>(random.below(static_cast<std::size_t>(trials) + 1));
        std::optional<double> population;
        if (random.chance(0.5)) population = trials + static_cast<double>(random.below(300));
        const auto interval = wilson_interval(successes, trials, population);
        ASSERT_TRUE(interval);
        const double share = successes / trials;
        EXPECT_GE(interval->low, 0.0);
        EXPECT_LE(interval->high, 1.0);
        EXPECT_LE(interval->low, share + 1e-12);
        EXPECT_GE(interval->high, share - 1e-12);
        const auto mirrored = wilson_interval(trials - successes, trials, population);
        expect_interval(mirrored, 1.0 - interval->high, 1.0 - interval->low, 1e-12);
        const auto without = wilson_interval(successes, trials);
        EXPECT_LE(interval->high - interval->low, without->high - without->low + 1e-12);
    });
}

// numpy 1.24.2: quantile([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5], [.025, .975]).
TEST(PercentileInterval, InterpolatesAsNumpyDoes) {
    std::vector<double> replicates{3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5};
    expect_interval(percentile_interval(replicates), 1.0, 8.25, 1e-12);
}

TEST(PercentileInterval, PassesOverReplicatesThatAreNoNumbers) {
    std::vector<double> replicates{3, kMissing, 1, 4, 1, 5, 9, kMissing, 2, 6, 5, 3, 5, kMissing};
    expect_interval(percentile_interval(replicates), 1.0, 8.25, 1e-12);
}

TEST(PercentileInterval, IsMissingWhereFewerThanHalfAreNumbers) {
    std::vector<double> half{1, kMissing, 2, kMissing};
    EXPECT_TRUE(percentile_interval(half));
    std::vector<double> fewer{1, kMissing, 2, kMissing, kMissing};
    EXPECT_FALSE(percentile_interval(fewer));
    std::vector<double> none{kMissing};
    EXPECT_FALSE(percentile_interval(none));
    EXPECT_FALSE(percentile_interval({}));
}

TEST(PercentileInterval, DoesNotDependOnTheOrderOfTheReplicates) {
    for_each_seed(100, [](Random& random) {
        std::vector<double> replicates(1 + random.below(60));
        for (auto& value : replicates) value = random.chance(0.1) ? kMissing : random.between(-5.0, 5.0);
        auto turned = replicates;
        std::ranges::reverse(turned);
        EXPECT_EQ(percentile_interval(replicates), percentile_interval(turned));
    });
}

}  // namespace
}  // namespace desakota::statistics
