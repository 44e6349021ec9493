#include "engine/statistics/resampling.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <numeric>
#include <vector>

#include "tests/support/for_each_seed.h"

namespace desakota::statistics {
namespace {

using test_support::for_each_seed;
using test_support::Random;
using testing::DoubleNear;
using testing::Each;
using testing::ElementsAre;

std::vector<double> factors_of(std::size_t replication, std::size_t stratum, std::optional<double> population,
                               std::size_t size) {
    std::vector<double> factors(size, -1.0);
    draw_factors({}, replication, stratum, population, factors);
    return factors;
}

// Replication 0 of stratum 4 draws the units 0, 1, 2 and 4 of five once each (a second implementation in Python):
// factors 0 and 5 / 4, and of 20 units b = sqrt(1 - 5 / 20) = 0.866: 0.134 and 0.134 + 0.866 x 5 / 4.
TEST(DrawFactors, AreThoseOfRaoWuAndYue) {
    EXPECT_THAT(factors_of(0, 4, std::nullopt, 5), ElementsAre(1.25, 1.25, 1.25, 0.0, 1.25));
    const auto drawn = DoubleNear(1.2165063509461096, 1e-12);
    EXPECT_THAT(factors_of(0, 4, 20.0, 5),
                ElementsAre(drawn, drawn, drawn, DoubleNear(0.1339745962155614, 1e-12), drawn));
}

TEST(DrawFactors, OfTheOnlyUnitAndOfAFullCountAreOne) {
    EXPECT_THAT(factors_of(3, 1, std::nullopt, 1), ElementsAre(1.0));
    EXPECT_THAT(factors_of(3, 1, 9.0, 9), Each(1.0));
    EXPECT_THAT(factors_of(3, 1, std::nullopt, 0), ElementsAre());
}

TEST(DrawFactors, SumToTheirNumberAndAreNeverNegative) {
    for_each_seed(300, [](Random& random) {
        const auto size = 1 + random.below(60);
        std::optional<double> population;
        if (random.chance(0.5)) population = static_cast<double>(size + random.below(200));
        const auto factors = factors_of(random.below(1000), random.below(1000), population, size);
        for (const double factor : factors) EXPECT_GE(factor, 0.0);
        EXPECT_NEAR(std::accumulate(factors.begin(), factors.end(), 0.0), static_cast<double>(size), 1e-9);
    });
}

TEST(DrawFactors, AreTheSameInEveryCallAndDifferBetweenReplicationsStrataAndSeeds) {
    EXPECT_EQ(factors_of(5, 6, std::nullopt, 20), factors_of(5, 6, std::nullopt, 20));
    EXPECT_NE(factors_of(5, 6, std::nullopt, 20), factors_of(6, 6, std::nullopt, 20));
    EXPECT_NE(factors_of(5, 6, std::nullopt, 20), factors_of(5, 7, std::nullopt, 20));
    std::vector<double> other(20);
    draw_factors({2, 1000}, 5, 6, std::nullopt, other);
    EXPECT_NE(factors_of(5, 6, std::nullopt, 20), other);
}

/// Mean and variance of the mean of some values over many replications.
struct Spread {
    double mean = 0.0;
    double variance = 0.0;
};
Spread spread_of_mean(const std::vector<double>& values, std::optional<double> population) {
    constexpr std::size_t kReplications = 20000;
    const auto size = static_cast<double>(values.size());
    double sum = 0.0;
    double squares = 0.0;
    for (std::size_t replication = 0; replication < kReplications; ++replication) {
        const auto factors = factors_of(replication, 8, population, values.size());
        const double mean = std::inner_product(values.begin(), values.end(), factors.begin(), 0.0) / size;
        sum += mean;
        squares += mean * mean;
    }
    const double mean = sum / kReplications;
    return {mean, squares / kReplications - mean * mean};
}

// The values 3, 1, 4, 1, 5, 9, 2, 6 have the mean 31 / 8 and s^2 = (173 - 961 / 8) / 7 = 7.553571...; the mean's
// variance is s^2 / n x (1 - n / N).
TEST(DrawFactors, GiveTheMeanTheVarianceOfSamplingWithoutReplacement) {
    const std::vector<double> values{3, 1, 4, 1, 5, 9, 2, 6};
    const double variance = (173.0 - 961.0 / 8.0) / 7.0 / 8.0;
    const auto unlimited = spread_of_mean(values, std::nullopt);
    EXPECT_NEAR(unlimited.mean, 31.0 / 8.0, 0.03);
    EXPECT_NEAR(unlimited.variance / variance, 1.0, 0.05);
    const auto limited = spread_of_mean(values, 20.0);
    EXPECT_NEAR(limited.mean, 31.0 / 8.0, 0.03);
    EXPECT_NEAR(limited.variance / (variance * (1.0 - 8.0 / 20.0)), 1.0, 0.05);
}

}  // namespace
}  // namespace desakota::statistics
