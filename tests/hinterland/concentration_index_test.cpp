#include <cmath>
#include <gtest/gtest.h>

#include "tests/support/for_each_seed.h"

#include "engine/hinterland/programme_reach.h"

namespace desakota::hinterland {
namespace {

using test_support::for_each_seed;
using test_support::Random;
using Known = std::vector<std::optional<double>>;

const Known kAlike{1.0, 1.0, 1.0, 1.0};

// r = 1/8, 3/8, 5/8, 7/8; mean of h r - mean h x 1/2 over 4 by hand.
TEST(ConcentrationIndex, IsTwiceTheCovarianceOverTheMean) {
    const std::vector<std::int64_t> costs{1, 2, 3, 4};
    EXPECT_NEAR(*concentration_index(costs, Known{4.0, 0.0, 0.0, 0.0}, kAlike), -0.75, 1e-15);
    EXPECT_NEAR(*concentration_index(costs, Known{0.0, 0.0, 0.0, 4.0}, kAlike), 0.75, 1e-15);
    // cov = (4 x -3/8 + 3 x -1/8 + 2 x 1/8 + 1 x 3/8) / 4 = -5/16 and mean 5/2.
    EXPECT_NEAR(*concentration_index(costs, Known{4.0, 3.0, 2.0, 1.0}, kAlike), -0.25, 1e-15);
    EXPECT_NEAR(*concentration_index(costs, Known{2.0, 2.0, 2.0, 2.0}, kAlike), 0.0, 1e-15);
}

TEST(ConcentrationIndex, GivesEqualCostsTheSameRank) {
    const std::vector<std::int64_t> costs{7, 7, 7, 7};
    EXPECT_NEAR(*concentration_index(costs, Known{9.0, 0.0, 1.0, 0.0}, kAlike), 0.0, 1e-15);
}

TEST(ConcentrationIndex, TakesThoseWithoutAWayForTheFarthest) {
    const std::vector<std::int64_t> costs{core::kUnreachable, 2, 3, 1};
    EXPECT_NEAR(*concentration_index(costs, Known{5.0, 0.0, 0.0, 0.0}, kAlike), 0.75, 1e-15);
}

TEST(ConcentrationIndex, LeavesOutRowsWithoutBenefitOrWeight) {
    const std::vector<std::int64_t> costs{1, 2, 3, 4, 5, 6};
    const Known benefits{4.0, std::nullopt, 3.0, 2.0, 9.0, 1.0};
    const Known weights{1.0, 1.0, 1.0, 1.0, std::nullopt, 1.0};
    EXPECT_NEAR(*concentration_index(costs, benefits, weights), -0.25, 1e-15);
}

TEST(ConcentrationIndex, IsMissingWhereThereIsNothingToShareOut) {
    const std::vector<std::int64_t> costs{1, 2, 3, 4};
    EXPECT_FALSE(concentration_index(costs, Known{0.0, 0.0, 0.0, 0.0}, kAlike));
    EXPECT_FALSE(concentration_index(costs, Known{1.0, std::nullopt, std::nullopt, std::nullopt}, kAlike));
    EXPECT_FALSE(concentration_index({}, {}, {}));
}

TEST(ConcentrationIndex, CountsAWeightAsThatManyRows) {
    for_each_seed(100, [](Random& random) {
        std::vector<std::int64_t> costs;
        Known benefits;
        Known weights;
        std::vector<std::int64_t> all_costs;
        Known all_benefits;
        for (std::size_t i = 0; i < 2 + random.below(12); ++i) {
            costs.push_back(static_cast<std::int64_t>(random.below(8)));
            benefits.emplace_back(random.between(0.1, 1.0));
            const auto copies = 1 + random.below(5);
            weights.emplace_back(static_cast<double>(copies));
            all_costs.insert(all_costs.end(), copies, costs.back());
            all_benefits.insert(all_benefits.end(), copies, benefits.back());
        }
        const Known ones(all_costs.size(), 1.0);
        const auto weighted = concentration_index(costs, benefits, weights);
        const auto spelled_out = concentration_index(all_costs, all_benefits, ones);
        ASSERT_TRUE(weighted && spelled_out);
        EXPECT_NEAR(*weighted, *spelled_out, 1e-12);
        EXPECT_LE(std::abs(*weighted), 1.0);
    });
}

TEST(ConcentrationIndex, DoesNotDependOnTheOrderOfRows) {
    const std::vector<std::int64_t> costs{4, 1, 3, 2};
    EXPECT_NEAR(*concentration_index(costs, Known{1.0, 4.0, 2.0, 3.0}, kAlike), -0.25, 1e-15);
}

}  // namespace
}  // namespace desakota::hinterland
