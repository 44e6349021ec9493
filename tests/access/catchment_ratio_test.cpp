#include "engine/access/catchment_ratio.h"

#include <gtest/gtest.h>
#include <numeric>

#include "tests/support/for_each_seed.h"

#include "engine/core/units.h"

namespace desakota::access {
namespace {

using test_support::for_each_seed;
using test_support::Random;

/// Weights as given, one row for each settlement.
FillWeights given(const std::vector<std::vector<double>>& rows) {
    return [&rows](std::size_t settlement, std::span<double> weights) {
        std::ranges::copy(rows[settlement], weights.begin());
    };
}

CatchmentRatios ratios_of(const Catchments& catchments, int threads = 1) {
    core::SilentProgress progress;
    return catchment_ratios(catchments, threads, progress);
}

// The example of the R package fca: all weights 1.
TEST(CatchmentRatio, IsThatOfThePublishedExample) {
    const std::vector<double> demand{1, 2, 3, 4};
    const std::vector<double> capacity{1, 2, 3, 4, 5, 6};
    const std::vector<std::vector<double>> weights(4, std::vector<double>(6, 1.0));
    const auto ratios = ratios_of({demand, capacity, given(weights)});
    for (const double ratio : ratios.of_settlement) EXPECT_NEAR(ratio, 2.1, 1e-12);
    EXPECT_EQ(ratios.used_capacity, 21.0);
    EXPECT_EQ(ratios.unused_capacity, 0.0);
}

// The formula of fca::spai_3sfca on its example, computed independently.
TEST(CatchmentRatio, OfThreeStepsIsThatOfThePublishedFormula) {
    const std::vector<double> demand{1, 2, 3, 4};
    const std::vector<double> capacity{1, 2, 3, 4, 5, 6};
    const std::vector<std::vector<double>> weights{
        {1, 2, 3, 4, 5, 6}, {7, 8, 9, 10, 11, 12}, {13, 14, 15, 16, 17, 18}, {19, 20, 21, 22, 23, 24}};
    const auto ratios = ratios_of({demand, capacity, given(weights), Catchments::Method::ThreeSteps});
    const std::vector<double> expected{0.6686168136, 1.3565093063, 2.0921208138, 2.8355005331};
    for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_NEAR(ratios.of_settlement[i], expected[i], 1e-9);
    EXPECT_NEAR(std::inner_product(demand.begin(), demand.end(), ratios.of_settlement.begin(), 0.0), 21.0, 1e-9);
}

TEST(CatchmentRatio, CountsOnlyThoseWithinReachAndReportsUnusedCapacity) {
    const std::vector<double> demand{100, 300, 50};
    const std::vector<double> capacity{4, 9};
    // Settlement 3 has no way to the first facility; nobody is within 5 km of the second.
    const std::vector<std::int64_t> costs{1'000'000, 6'000'000, 5'000'000, 8'000'000, core::kUnreachable, 5'000'001};
    const Decay five_kilometres = within(5'000'000.0);
    const auto ratios = ratios_of({demand, capacity, weights_from_costs(five_kilometres, costs)});
    EXPECT_EQ(ratios.of_facility, (std::vector<double>{4.0 / 400.0, 0.0}));
    EXPECT_EQ(ratios.of_settlement, (std::vector<double>{0.01, 0.01, 0.0}));
    EXPECT_EQ(ratios.reached_demand, (std::vector<double>{400.0, 0.0}));
    EXPECT_EQ(ratios.used_capacity, 4.0);
    EXPECT_EQ(ratios.unused_capacity, 9.0);
}

TEST(CatchmentRatio, WithoutAnyDemandUsesNothing) {
    const std::vector<double> demand{0, 0};
    const std::vector<double> capacity{7};
    const std::vector<std::vector<double>> weights(2, {1.0});
    const auto ratios = ratios_of({demand, capacity, given(weights)});
    EXPECT_EQ(ratios.of_settlement, (std::vector<double>{0.0, 0.0}));
    EXPECT_EQ(ratios.unused_capacity, 7.0);
}

struct RandomCase {
    std::vector<double> demand;
    std::vector<double> capacity;
    std::vector<std::int64_t> costs;

    explicit RandomCase(Random& random) {
        const auto settlements = 1 + random.below(700);
        for (std::size_t i = 0; i < settlements; ++i)
            demand.push_back(random.chance(0.1) ? 0.0 : random.between(1, 900));
        const auto facilities = 1 + random.below(12);
        for (std::size_t i = 0; i < facilities; ++i) capacity.push_back(random.between(0, 50));
        for (std::size_t i = 0; i < settlements * facilities; ++i) {
            const auto cost = static_cast<std::int64_t>(random.below(40'000'000));
            costs.push_back(random.chance(0.2) ? core::kUnreachable : cost);
        }
    }
};

Decay random_decay(Random& random) {
    constexpr double kHalf = 8e6;
    switch (random.below(5)) {
        case 0:
            return Exponential{kHalf};
        case 1:
            return Power{random.between(0.5, 3.0), 1e6};
        case 2:
            return Gaussian{kHalf};
        case 3:
            return logistic_of_half(kHalf);
        default:
            return Stepped{{{1e6, 1.0}, {5e6, 0.6}, {1.5e7, 0.2}}};
    }
}

TEST(CatchmentRatio, GivesOutTheUsedCapacityAndNoMore) {
    for_each_seed(60, [](Random& random) {
        const RandomCase one(random);
        const Decay decay = random_decay(random);
        for (const auto method : {Catchments::Method::TwoSteps, Catchments::Method::ThreeSteps}) {
            const auto ratios = ratios_of({one.demand, one.capacity, weights_from_costs(decay, one.costs), method});
            const double given_out =
                std::inner_product(one.demand.begin(), one.demand.end(), ratios.of_settlement.begin(), 0.0);
            EXPECT_NEAR(given_out, ratios.used_capacity, 1e-9 * (1.0 + ratios.used_capacity));
            const double all = std::accumulate(one.capacity.begin(), one.capacity.end(), 0.0);
            EXPECT_NEAR(ratios.used_capacity + ratios.unused_capacity, all, 1e-9 * (1.0 + all));
        }
    });
}

TEST(CatchmentRatio, IsTheSameForAnyNumberOfThreads) {
    Random random(5);
    const RandomCase one(random);
    const Decay decay = Exponential{8e6};
    const Catchments catchments{one.demand, one.capacity, weights_from_costs(decay, one.costs)};
    const auto alone = ratios_of(catchments, 1);
    const auto together = ratios_of(catchments, 4);
    EXPECT_EQ(alone.of_settlement, together.of_settlement);
    EXPECT_EQ(alone.of_facility, together.of_facility);
}

// O = 100, 50 at costs 10, 20 with e^(-0.1 c).
TEST(ReachableCapacity, IsHansensSum) {
    const std::vector<double> demand{1};
    const std::vector<double> capacity{100, 50};
    const std::vector<std::int64_t> costs{10, 20};
    const Decay decay = exponential_of_rate(0.1);
    core::SilentProgress progress;
    const auto sums = reachable_capacity({demand, capacity, weights_from_costs(decay, costs)}, 1, progress);
    ASSERT_EQ(sums.size(), 1U);
    EXPECT_NEAR(sums[0], 43.55470827897487, 1e-12);
}

}  // namespace
}  // namespace desakota::access
