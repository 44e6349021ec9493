#include "engine/welfare/inequality_between.h"

#include <cmath>
#include <gtest/gtest.h>
#include <utility>
#include <vector>

#include "tests/support/for_each_seed.h"
#include "tests/welfare/random_incomes.h"

#include "engine/welfare/inequality.h"

namespace desakota::welfare {
namespace {

using test_support::for_each_seed;
using test_support::Random;

constexpr double kExact = 1e-12;

SettlementIncome settlement_of(Incomes incomes) {
    sort(incomes);
    const double weight = std::accumulate(incomes.weights.begin(), incomes.weights.end(), 0.0);
    const auto figures = IncomeOrder(std::move(incomes.values)).figures(incomes.weights);
    return {weight, figures.mean_income, figures.theil_t, figures.theil_l};
}

TEST(TheilParts, HaveTheExpectedValues) {
    const std::vector<SettlementIncome> settlements{settlement_of({{1, 2}, {1, 1}}),
                                                    settlement_of({{3, 4, 5}, {1, 1, 1}})};
    const auto t = theil_t_parts(settlements);
    EXPECT_NEAR(t.within, 0.028171371734073556, kExact);
    EXPECT_NEAR(t.between, 0.09151622184943564, kExact);
    EXPECT_NEAR(t.within_share() + t.between_share(), 1.0, kExact);
    // Python 3.11: the sums of L worked out one by one.
    const auto l = theil_l_parts(settlements);
    EXPECT_NEAR(l.within, 0.036464311358790955, kExact);
    EXPECT_NEAR(l.between, 0.10464962875290956, kExact);
}

TEST(TheilParts, AddUpToTheMeasureOfAllTogether) {
    for_each_seed(300, [](Random& random) {
        Incomes all;
        std::vector<SettlementIncome> settlements;
        for (std::size_t i = 1 + random.below(6); i > 0; --i) {
            const auto incomes = random_incomes(random);
            append(all, incomes);
            settlements.push_back(settlement_of(incomes));
        }
        const auto together = settlement_of(all);
        const auto t = theil_t_parts(settlements);
        EXPECT_NEAR(t.within + t.between, together.theil_t, kExact);
        const auto l = theil_l_parts(settlements);
        EXPECT_NEAR(l.within + l.between, together.theil_l, kExact);
        EXPECT_GE(t.between, 0.0);
        EXPECT_GE(l.between, 0.0);
    });
}

TEST(TheilParts, ASettlementWithoutIncomeAddsNothingToTAndLeavesLUndefined) {
    const std::vector<SettlementIncome> settlements{settlement_of({{0, 0}, {1, 1}}), settlement_of({{2, 4}, {1, 1}})};
    const auto together = settlement_of({{0, 0, 2, 4}, {1, 1, 1, 1}});
    const auto t = theil_t_parts(settlements);
    EXPECT_NEAR(t.within + t.between, together.theil_t, kExact);
    EXPECT_TRUE(std::isnan(theil_l_parts(settlements).within));
    EXPECT_TRUE(std::isnan(theil_l_parts(settlements).between));
}

TEST(TheilParts, LIsUndefinedWhereAHouseholdHasNoIncome) {
    const std::vector<SettlementIncome> settlements{settlement_of({{0, 1}, {1, 1}}), settlement_of({{2, 4}, {1, 1}})};
    EXPECT_TRUE(std::isnan(theil_l_parts(settlements).within));
    EXPECT_TRUE(std::isnan(theil_l_parts(settlements).between));
}

TEST(TheilParts, AreUndefinedWithoutAnyIncomeAndTheirSharesWithoutInequality) {
    const std::vector<SettlementIncome> poor{settlement_of({{0, 0}, {1, 1}})};
    EXPECT_TRUE(std::isnan(theil_t_parts(poor).within));
    EXPECT_TRUE(std::isnan(theil_t_parts({}).between));
    const std::vector<SettlementIncome> equal{settlement_of({{5, 5}, {1, 1}})};
    EXPECT_EQ(theil_t_parts(equal).within, 0.0);
    EXPECT_TRUE(std::isnan(theil_t_parts(equal).within_share()));
}

TEST(WilliamsonIndex, HasTheExpectedValues) {
    const std::vector<SettlementIncome> settlements{{50, 10, 0, 0}, {30, 20, 0, 0}, {20, 30, 0, 0}};
    const auto index = williamson(settlements);
    EXPECT_NEAR(index.weighted, 0.4594264515, 1e-9);
    EXPECT_NEAR(index.unweighted, 0.4082482905, 1e-9);
    EXPECT_NEAR(index.unweighted_about_all, 0.51169, 5e-6);
}

TEST(WilliamsonIndex, NeedsTwoSettlementsAndAnIncome) {
    const std::vector<SettlementIncome> one{{50, 10, 0, 0}};
    EXPECT_TRUE(std::isnan(williamson(one).weighted));
    const std::vector<SettlementIncome> poor{{50, 0, 0, 0}, {10, 0, 0, 0}};
    EXPECT_TRUE(std::isnan(williamson(poor).unweighted));
    const std::vector<SettlementIncome> alike{{50, 7, 0, 0}, {10, 7, 0, 0}};
    EXPECT_EQ(williamson(alike).weighted, 0.0);
}

}  // namespace
}  // namespace desakota::welfare
