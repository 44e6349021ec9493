#include "engine/hinterland/factors.h"

#include <cmath>
#include <gtest/gtest.h>
#include <numeric>
#include <set>

#include "tests/support/for_each_seed.h"

namespace desakota::hinterland {
namespace {

using test_support::for_each_seed;
using test_support::Random;

TEST(FactorEffect, IsTheProductOfScoresRaisedToTheirWeights) {
    const std::vector<double> scores{0.5, 1.0, 0.25};
    const std::vector<double> weights{0.5, 0.25, 0.25};
    const auto effect = factor_effect(scores, weights);
    EXPECT_NEAR(effect.multiplier, std::sqrt(0.5) * std::sqrt(0.5), 1e-15);
    ASSERT_EQ(effect.loss_share.size(), 3U);
    EXPECT_NEAR(effect.loss_share[0], 0.5, 1e-12);
    EXPECT_EQ(effect.loss_share[1], 0.0);
    EXPECT_NEAR(effect.loss_share[2], 0.5, 1e-12);
}

TEST(FactorEffect, OfFullScoresLosesNothing) {
    const std::vector<double> scores{1.0, 1.0};
    const std::vector<double> weights{0.4, 0.6};
    const auto effect = factor_effect(scores, weights);
    EXPECT_EQ(effect.multiplier, 1.0);
    EXPECT_EQ(effect.loss_share, (std::vector<double>{0.0, 0.0}));
    EXPECT_EQ(factor_effect({}, {}).multiplier, 1.0);
}

TEST(FactorEffect, SharesOutTheWholeLoss) {
    for_each_seed(100, [](Random& random) {
        std::vector<double> scores;
        std::vector<double> weights;
        for (std::size_t i = 0; i < kFactors.size(); ++i) {
            scores.push_back(random.between(kLeastScore, 0.999));
            weights.push_back(random.between(0.1, 1.0));
        }
        const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
        for (double& weight : weights) weight /= sum;
        ASSERT_TRUE(factor_faults(scores, weights).empty());
        const auto effect = factor_effect(scores, weights);
        EXPECT_NEAR(std::accumulate(effect.loss_share.begin(), effect.loss_share.end(), 0.0), 1.0, 1e-12);
        EXPECT_GE(effect.multiplier, kLeastScore * (1.0 - 1e-12));
        EXPECT_LE(effect.multiplier, 1.0);
    });
}

TEST(FactorFaults, NameWhatIsWrongInBothLanguages) {
    using Faults = std::vector<core::Text>;
    EXPECT_EQ(factor_faults({}, {}), Faults{});
    const std::vector<double> scores{0.04, 1.5};
    const std::vector<double> weights{-0.5, 1.25};
    EXPECT_EQ(
        factor_faults(scores, weights),
        Faults({{"the score 0.04 of a factor must be from 0.05 to 1", "nilai faktor 0.04 harus antara 0.05 dan 1"},
                {"the score 1.5 of a factor must be from 0.05 to 1", "nilai faktor 1.5 harus antara 0.05 dan 1"},
                {"the weight -0.5 of a factor must not be negative", "bobot faktor -0.5 tidak boleh negatif"},
                {"the weights of the factors sum to 0.75; they must sum to 1", "jumlah bobot faktor 0.75; harus 1"}}));
    const std::vector<double> one{1.0};
    EXPECT_EQ(factor_faults(one, std::vector<double>{0.5, 0.5}),
              Faults({{"there are 1 scores and 2 weights; give each factor both",
                       "ada 1 nilai faktor dan 2 bobot; beri setiap faktor keduanya"}}));
}

TEST(Factors, HaveCodesOfTheirOwn) {
    std::set<std::string_view> codes;
    for (const auto& factor : kFactors) codes.insert(factor.code);
    EXPECT_EQ(codes.size(), kFactors.size());
}

}  // namespace
}  // namespace desakota::hinterland
