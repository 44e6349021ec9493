#include "engine/welfare/inequality.h"

#include <algorithm>
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <numeric>
#include <vector>

#include "tests/support/for_each_seed.h"
#include "tests/welfare/random_incomes.h"

namespace desakota::welfare {
namespace {

using test_support::for_each_seed;
using test_support::Random;
using testing::DoubleEq;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr double kExact = 1e-12;

Inequality figures_of(std::vector<double> incomes, const std::vector<double>& weights) {
    return IncomeOrder(std::move(incomes)).figures(weights);
}
Inequality figures_of(std::vector<double> incomes) {
    const std::vector<double> weights(incomes.size(), 1.0);
    return figures_of(std::move(incomes), weights);
}
Inequality figures_of(Incomes incomes) {
    sort(incomes);
    return figures_of(std::move(incomes.values), incomes.weights);
}

TEST(Inequality, GivesTheFiguresWorkedOutOneByOne) {
    // Gini: 2 sum of i x(i) / (n sum of x) - (n + 1) / n; T and L: the sums themselves.
    const auto figures = figures_of({1, 2, 3, 4, 5});
    EXPECT_NEAR(figures.gini, 4.0 / 15.0, kExact);
    EXPECT_NEAR(figures.theil_t, 0.028171371734073556 + 0.09151622184943564, kExact);
    EXPECT_NEAR(figures.theil_l, 0.14111394011170064, kExact);
    EXPECT_NEAR(figures.bottom_40_share, 3.0 / 15.0, kExact);
    EXPECT_NEAR(figures.top_20_share, 5.0 / 15.0, kExact);
    EXPECT_NEAR(figures.palma_ratio, 2.5 / 3.0, kExact);
    EXPECT_NEAR(figures.gini_grouped, 0.2 - 0.8 * 0.2 + 0.6 / 3.0, kExact);
    EXPECT_NEAR(figures.mean_income, 3.0, kExact);
}

TEST(Inequality, WeighsIncomes) {
    // Python 3.11: mean absolute difference of all pairs, and the sums of T and L, with these weights; the shares from
    // the Lorenz curve on straight lines.
    const auto figures = figures_of({200, 350, 350, 500, 800, 1200, 2500}, {3, 1, 2, 4, 2, 1, 0.5});
    EXPECT_NEAR(figures.gini, 0.361952861952862, kExact);
    EXPECT_NEAR(figures.theil_t, 0.24365757237549135, kExact);
    EXPECT_NEAR(figures.theil_l, 0.22047057029936568, kExact);
    EXPECT_NEAR(figures.palma_ratio, 1.576388888888889, kExact);
    EXPECT_NEAR(figures.bottom_40_share, 0.18701298701298702, kExact);
    EXPECT_NEAR(figures.top_20_share, 0.4428571428571427, kExact);
    EXPECT_NEAR(figures.gini_grouped, 0.316103896103896, kExact);
    EXPECT_NEAR(figures.mean_income, 570.3703703703703, 1e-9);
}

TEST(Inequality, GiniOfClassesHasTheExpectedValues) {
    EXPECT_NEAR(gini_of_classes(0.2, 0.4), 0.28, kExact);
    EXPECT_NEAR(gini_of_classes(0.36, 0.28), 0.08, kExact);
    EXPECT_NEAR(gini_of_classes(0.25, 0.35), 0.21, kExact);
    EXPECT_NEAR(gini_of_classes(0.0, 1.0), 0.8, kExact);
    EXPECT_NEAR(gini_of_classes(0.4, 0.2), 0.0, kExact);
}

TEST(Inequality, IsZeroWhenAllIncomesAreEqual) {
    for (const double income : {1.0, 350000.0, 1.0 / 3.0}) {
        const auto figures = figures_of(std::vector<double>(200'003, income));
        EXPECT_EQ(figures.gini, 0.0);
        EXPECT_EQ(figures.gini_grouped, 0.0);
        EXPECT_EQ(figures.theil_t, 0.0);
        EXPECT_EQ(figures.theil_l, 0.0);
        EXPECT_NEAR(figures.palma_ratio, 0.25, 1e-10);
        EXPECT_NEAR(figures.bottom_40_share, 0.4, 1e-10);
        EXPECT_NEAR(figures.top_20_share, 0.2, 1e-10);
    }
}

TEST(Inequality, TheilLAloneNeedsIncomesAboveZero) {
    const auto figures = figures_of({0, 1, 2, 3});
    EXPECT_TRUE(std::isnan(figures.theil_l));
    EXPECT_NEAR(figures.theil_t, (2.0 * std::log(2.0) + 3.0 * std::log(3.0)) / 6.0 - std::log(1.5), kExact);
    EXPECT_NEAR(figures.gini, 20.0 / 24.0 * 2.0 - 5.0 / 4.0, kExact);
}

TEST(Inequality, TheilLIsThereWhereAZeroHasNoWeight) {
    EXPECT_NEAR(figures_of({0, 1, 1}, {0, 1, 1}).theil_l, 0.0, kExact);
}

TEST(Inequality, PalmaNeedsAnIncomeOfTheBottomFortyPercent) {
    const auto figures = figures_of({0, 0, 0, 5, 5});
    EXPECT_TRUE(std::isnan(figures.palma_ratio));
    EXPECT_EQ(figures.bottom_40_share, 0.0);
    EXPECT_NEAR(figures.top_20_share, 0.5, kExact);
}

TEST(Inequality, IsMissingWithoutAnyIncome) {
    const auto figures = figures_of({0, 0, 0});
    EXPECT_TRUE(std::isnan(figures.gini));
    EXPECT_TRUE(std::isnan(figures.gini_grouped));
    EXPECT_TRUE(std::isnan(figures.theil_t));
    EXPECT_TRUE(std::isnan(figures.theil_l));
    EXPECT_TRUE(std::isnan(figures.palma_ratio));
    EXPECT_TRUE(std::isnan(figures.bottom_40_share));
    EXPECT_TRUE(std::isnan(figures.top_20_share));
    EXPECT_EQ(figures.mean_income, 0.0);
    EXPECT_TRUE(std::isnan(figures_of(std::vector<double>{}).mean_income));
    EXPECT_TRUE(std::isnan(figures_of({1, 2}, {0, 0}).gini));
}

TEST(Inequality, OfOneHouseholdIsNone) {
    const auto figures = figures_of({7});
    EXPECT_EQ(figures.gini, 0.0);
    EXPECT_NEAR(figures.bottom_40_share, 0.4, kExact);
    EXPECT_NEAR(figures.top_20_share, 0.2, kExact);
}

TEST(Gini, ForASmallSampleIsOneWhereOneHasAll) {
    EXPECT_NEAR(gini_for_small_sample(figures_of({0, 0, 0, 9}).gini, 4), 1.0, kExact);
    EXPECT_NEAR(gini_for_small_sample(0.28, 15), 0.3, kExact);
    EXPECT_EQ(gini_for_small_sample(0.9, 2), 1.0);
    EXPECT_TRUE(std::isnan(gini_for_small_sample(0.0, 1)));
    EXPECT_TRUE(std::isnan(gini_for_small_sample(std::nan(""), 5)));
}

TEST(Gini, AgreesWithTheMeanDifferenceOfAllPairs) {
    for_each_seed(300, [](Random& random) {
        const auto incomes = random_incomes(random);
        double weight = 0.0;
        double income = 0.0;
        double differences = 0.0;
        for (std::size_t i = 0; i < incomes.values.size(); ++i) {
            weight += incomes.weights[i];
            income += incomes.weights[i] * incomes.values[i];
            for (std::size_t j = 0; j < incomes.values.size(); ++j) {
                differences +=
                    incomes.weights[i] * incomes.weights[j] * std::abs(incomes.values[i] - incomes.values[j]);
            }
        }
        EXPECT_NEAR(figures_of(incomes).gini, differences / (2.0 * weight * income), kExact);
    });
}

/// Every figure but the mean.
void expect_same_inequality(const Inequality& a, const Inequality& b) {
    EXPECT_NEAR(a.gini, b.gini, kExact);
    EXPECT_NEAR(a.gini_grouped, b.gini_grouped, kExact);
    EXPECT_NEAR(a.theil_t, b.theil_t, kExact);
    EXPECT_NEAR(a.theil_l, b.theil_l, kExact);
    EXPECT_NEAR(a.palma_ratio, b.palma_ratio, 1e-9 * b.palma_ratio);
    EXPECT_NEAR(a.bottom_40_share, b.bottom_40_share, kExact);
    EXPECT_NEAR(a.top_20_share, b.top_20_share, kExact);
}

TEST(Inequality, DoesNotChangeWithTheUnitOfMoney) {
    for_each_seed(300, [](Random& random) {
        const auto incomes = random_incomes(random);
        auto scaled = incomes;
        const double factor = random.between(1e-3, 1e4);
        for (auto& value : scaled.values) value *= factor;
        expect_same_inequality(figures_of(scaled), figures_of(incomes));
        EXPECT_NEAR(figures_of(scaled).mean_income / figures_of(incomes).mean_income, factor, 1e-9 * factor);
    });
}

TEST(Inequality, DoesNotChangeWhenEveryHouseholdIsThereSeveralTimes) {
    for_each_seed(300, [](Random& random) {
        const auto incomes = random_incomes(random);
        Incomes repeated;
        for (int time = 0; time < 3; ++time) append(repeated, incomes);
        expect_same_inequality(figures_of(repeated), figures_of(incomes));
    });
}

TEST(Inequality, AWeightOfTwoIsTheHouseholdTwice) {
    for_each_seed(300, [](Random& random) {
        auto incomes = random_incomes(random);
        auto repeated = incomes;
        const auto chosen = random.below(incomes.values.size());
        repeated.values.push_back(incomes.values[chosen]);
        repeated.weights.push_back(incomes.weights[chosen]);
        incomes.weights[chosen] *= 2.0;
        expect_same_inequality(figures_of(repeated), figures_of(incomes));
    });
}

TEST(Inequality, FallsWhenTheRicherGivesToThePoorer) {
    for_each_seed(500, [](Random& random) {
        auto incomes = random_incomes(random);
        std::ranges::fill(incomes.weights, 1.0);
        sort(incomes);
        const auto poorer = random.below(incomes.values.size() - 1);
        const auto richer = poorer + 1 + random.below(incomes.values.size() - poorer - 1);
        const double gap = incomes.values[richer] - incomes.values[poorer];
        if (gap < 1.0) return;
        const auto before = figures_of(incomes);
        const double given = random.between(0.01, 0.49) * gap;
        incomes.values[richer] -= given;
        incomes.values[poorer] += given;
        const auto after = figures_of(incomes);
        EXPECT_LT(after.gini, before.gini);
        EXPECT_LT(after.theil_t, before.theil_t);
        EXPECT_LT(after.theil_l, before.theil_l);
        EXPECT_LE(after.gini_grouped, before.gini_grouped + kExact);
        EXPECT_GE(after.bottom_40_share, before.bottom_40_share - kExact);
        EXPECT_LE(after.top_20_share, before.top_20_share + kExact);
    });
}

TEST(Inequality, StaysWithinItsBounds) {
    for_each_seed(500, [](Random& random) {
        const auto figures = figures_of(random_incomes(random, 0.2));
        if (std::isnan(figures.gini)) return;
        EXPECT_GE(figures.gini, 0.0);
        EXPECT_LT(figures.gini, 1.0);
        EXPECT_GE(figures.gini_grouped, 0.0);
        EXPECT_LE(figures.gini_grouped, figures.gini + kExact);
        EXPECT_GE(figures.theil_t, 0.0);
        EXPECT_LE(figures.bottom_40_share, 0.4 + kExact);
        EXPECT_GE(figures.bottom_40_share, 0.0);
        EXPECT_GE(figures.top_20_share, 0.2 - kExact);
        EXPECT_LE(figures.top_20_share, 1.0 + kExact);
    });
}

std::vector<double> hundredths() {
    std::vector<double> shares;
    for (int i = 0; i <= 100; ++i) shares.push_back(i / 100.0);
    return shares;
}

TEST(LorenzCurve, JoinsIncomesByStraightLines) {
    const std::vector<double> values{1, 3, 6};
    const std::vector<double> weights{1, 1, 2};
    const std::vector<double> shares{0.0, 0.125, 0.25, 0.5, 0.75, 1.0};
    EXPECT_THAT(lorenz_curve({values, weights}, shares),
                ElementsAre(0.0, DoubleEq(0.03125), DoubleEq(0.0625), DoubleEq(0.25), DoubleEq(0.625), 1.0));
}

TEST(LorenzCurve, IsEmptyWithoutIncome) {
    const std::vector<double> nothing{0, 0};
    const std::vector<double> weights{1, 1};
    EXPECT_THAT(lorenz_curve({nothing, weights}, hundredths()), IsEmpty());
    EXPECT_THAT(lorenz_curve({}, hundredths()), IsEmpty());
}

TEST(LorenzCurve, IsConvexFromZeroToOneBelowTheDiagonal) {
    for_each_seed(300, [](Random& random) {
        auto incomes = random_incomes(random);
        sort(incomes);
        const auto shares = hundredths();
        const auto curve = lorenz_curve({incomes.values, incomes.weights}, shares);
        ASSERT_EQ(curve.size(), shares.size());
        EXPECT_EQ(curve.front(), 0.0);
        EXPECT_EQ(curve.back(), 1.0);
        for (std::size_t i = 1; i < curve.size(); ++i) {
            EXPECT_LE(curve[i], shares[i] + kExact);
            EXPECT_GE(curve[i], curve[i - 1]);
            if (i + 1 < curve.size()) {
                EXPECT_GE(curve[i + 1] - curve[i], curve[i] - curve[i - 1] - kExact);
            }
        }
        EXPECT_NEAR(curve[40], figures_of(incomes).bottom_40_share, kExact);
        EXPECT_NEAR(1.0 - curve[80], figures_of(incomes).top_20_share, kExact);
    });
}

TEST(LorenzParts, AreSoManyThatEachHoldsFiveHouseholds) {
    const auto parts = [](std::size_t households) { return lorenz_parts(std::vector<double>(households, 2.0), 5); };
    EXPECT_EQ(parts(5), 1);
    EXPECT_EQ(parts(9), 1);
    EXPECT_EQ(parts(10), 2);
    EXPECT_EQ(parts(18), 2);
    EXPECT_EQ(parts(25), 5);
    EXPECT_EQ(parts(80), 10);
    EXPECT_EQ(parts(100), 20);
    EXPECT_EQ(parts(100000), 20);
}

TEST(LorenzParts, AreFewerWhereOneWeighsMuch) {
    std::vector<double> weights(100, 1.0);
    weights.back() = 30.0;
    EXPECT_EQ(lorenz_parts(weights, 5), 2);
}

}  // namespace
}  // namespace desakota::welfare
