#include "engine/statistics/quantile.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <vector>

#include "tests/support/for_each_seed.h"

namespace desakota::statistics {
namespace {

using test_support::for_each_seed;
using test_support::Random;

double quantile(const std::vector<double>& values, const std::vector<double>& weights, double share) {
    return weighted_quantile({values, weights}, share);
}

TEST(WeightedQuantile, IsTheUsualMedianWithEqualWeights) {
    EXPECT_EQ(quantile({1, 2, 9}, {1, 1, 1}, 0.5), 2.0);
    EXPECT_EQ(quantile({1, 2, 4, 9}, {1, 1, 1, 1}, 0.5), 3.0);
    EXPECT_EQ(quantile({1, 2, 4, 9}, {0.1, 0.1, 0.1, 0.1}, 0.5), 3.0);
    EXPECT_EQ(quantile({7}, {3}, 0.5), 7.0);
}

// Of the values 1 (weight 1), 2 (2), 4 (1), 9 (4) the weights reach 1, 3, 4 and 8.
TEST(WeightedQuantile, TakesTheValueAtWhichTheWeightsReachTheShare) {
    const std::vector<double> values{1, 2, 4, 9};
    const std::vector<double> weights{1, 2, 1, 4};
    EXPECT_EQ(quantile(values, weights, 0.0), 1.0);
    EXPECT_EQ(quantile(values, weights, 0.1), 1.0);
    EXPECT_EQ(quantile(values, weights, 0.125), 1.5);
    EXPECT_EQ(quantile(values, weights, 0.3), 2.0);
    EXPECT_EQ(quantile(values, weights, 0.5), 6.5);
    EXPECT_EQ(quantile(values, weights, 0.51), 9.0);
    EXPECT_EQ(quantile(values, weights, 1.0), 9.0);
}

TEST(WeightedQuantile, PassesOverValuesWithoutWeight) {
    EXPECT_EQ(quantile({0, 1, 5, 9, 99}, {0, 1, 0, 1, 0}, 0.5), 5.0);
    EXPECT_EQ(quantile({0, 1, 5, 9, 99}, {0, 1, 0, 1, 0}, 0.0), 1.0);
    EXPECT_EQ(quantile({0, 1, 5, 9, 99}, {0, 1, 0, 1, 0}, 1.0), 9.0);
}

TEST(WeightedQuantile, IsNoNumberWithoutWeight) {
    EXPECT_TRUE(std::isnan(quantile({}, {}, 0.5)));
    EXPECT_TRUE(std::isnan(quantile({1, 2}, {0, 0}, 0.5)));
}

TEST(WeightedQuantile, WithWholeWeightsIsThatOfRepeatedValues) {
    for_each_seed(300, [](Random& random) {
        std::vector<double> values;
        std::vector<double> weights;
        std::vector<double> repeated;
        double value = 0.0;
        for (std::size_t i = 0, count = 1 + random.below(20); i < count; ++i) {
            value += static_cast<double>(random.below(3));
            const auto times = random.below(4) + (i == 0 ? 1 : 0);
            values.push_back(value);
            weights.push_back(static_cast<double>(times));
            repeated.insert(repeated.end(), times, value);
        }
        const std::vector<double> ones(repeated.size(), 1.0);
        const double share = static_cast<double>(random.below(21)) / 20.0;
        EXPECT_EQ(quantile(values, weights, share), quantile(repeated, ones, share));
        for (auto& weight : weights) weight *= 0.3;
        EXPECT_EQ(quantile(values, weights, share), quantile(repeated, ones, share));
    });
}

TEST(WeightedQuantile, RisesWithTheShare) {
    for_each_seed(200, [](Random& random) {
        std::vector<double> values(1 + random.below(30));
        std::vector<double> weights(values.size());
        for (auto& value : values) value = random.between(0.0, 100.0);
        for (auto& weight : weights) weight = random.between(0.001, 3.0);
        std::ranges::sort(values);
        double last = values.front();
        for (double share = 0.0; share <= 1.0; share += 0.01) {
            const double next = quantile(values, weights, share);
            EXPECT_GE(next, last);
            last = next;
        }
    });
}

}  // namespace
}  // namespace desakota::statistics
