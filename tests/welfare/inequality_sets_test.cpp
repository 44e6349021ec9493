#include "engine/welfare/inequality_sets.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <numeric>
#include <utility>
#include <vector>

#include "tests/support/for_each_seed.h"
#include "tests/welfare/random_incomes.h"

namespace desakota::welfare {
namespace {

using statistics::Interval;
using test_support::for_each_seed;
using test_support::Random;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr double kExact = 1e-12;
constexpr std::size_t kReplications = 200;

IncomeSample sample_of(const std::vector<Incomes>& settlements) {
    IncomeSample sample;
    sample.first = {0};
    for (const auto& incomes : settlements) {
        sample.incomes.insert(sample.incomes.end(), incomes.values.begin(), incomes.values.end());
        sample.weights.insert(sample.weights.end(), incomes.weights.begin(), incomes.weights.end());
        sample.first.push_back(static_cast<std::uint32_t>(sample.incomes.size()));
        sample.populations.emplace_back();
    }
    put_in_order(sample);
    return sample;
}

std::vector<Incomes> random_settlements(Random& random, std::size_t count) {
    std::vector<Incomes> settlements;
    while (settlements.size() < count) settlements.push_back(random_incomes(random));
    return settlements;
}

std::vector<std::uint32_t> all_of(const IncomeSample& sample) {
    std::vector<std::uint32_t> settlements(sample.settlement_count());
    std::iota(settlements.begin(), settlements.end(), 0U);
    return settlements;
}

InequalityQuestion bootstrap(std::size_t replications = kReplications) {
    InequalityQuestion question;
    question.resampling.replications = replications;
    return question;
}

/// All settlements of a sample as one set.
SetInequality total_of(const IncomeSample& sample, const InequalityQuestion& question) {
    core::SilentProgress progress;
    const auto settlements = all_of(sample);
    const std::vector<IncomeSet> sets{{settlements, true, true}};
    return inequality_of(sample, sets, question, progress).front();
}

void expect_same(const SetInequality& a, const SetInequality& b) {
    EXPECT_EQ(a.figures.gini, b.figures.gini);
    EXPECT_EQ(a.figures.theil_l, b.figures.theil_l);
    EXPECT_EQ(a.intervals.gini, b.intervals.gini);
    EXPECT_EQ(a.intervals.gini_grouped, b.intervals.gini_grouped);
    EXPECT_EQ(a.intervals.theil_t, b.intervals.theil_t);
    EXPECT_EQ(a.intervals.bottom_40_share, b.intervals.bottom_40_share);
    EXPECT_EQ(a.curve, b.curve);
}

TEST(InequalitySets, PoolAllHouseholdsOrTakeTheMeanOfTheSettlements) {
    const auto sample = sample_of({{{1, 2}, {1, 1}}, {{5, 3, 4}, {1, 1, 1}}});
    auto question = bootstrap(0);
    EXPECT_NEAR(total_of(sample, question).figures.gini, 4.0 / 15.0, kExact);
    EXPECT_NEAR(total_of(sample, question).figures.mean_income, 3.0, kExact);
    question.together = Together::MeanOfSettlements;
    EXPECT_NEAR(total_of(sample, question).figures.gini, (1.0 / 6.0 + 1.0 / 9.0) / 2.0, kExact);
    EXPECT_NEAR(total_of(sample, question).figures.mean_income, 2.75, kExact);
}

TEST(InequalitySets, TheMeanIsOverTheSettlementsThatHaveAFigure) {
    const auto sample = sample_of({{{0, 2}, {1, 1}}, {{5, 5}, {1, 1}}, {{}, {}}, {{0, 0}, {1, 1}}});
    auto question = bootstrap(0);
    question.together = Together::MeanOfSettlements;
    const auto figures = total_of(sample, question).figures;
    EXPECT_NEAR(figures.gini, 0.25, kExact);
    EXPECT_NEAR(figures.theil_l, 0.0, kExact);
    EXPECT_NEAR(figures.mean_income, 2.0, kExact);
}

TEST(InequalitySets, CorrectTheGiniForTheNumberOfHouseholds) {
    const auto sample = sample_of({{{0, 0, 9}, {1, 1, 1}}, {{1, 1}, {1, 1}}});
    auto question = bootstrap(0);
    question.for_small_sample = true;
    question.together = Together::MeanOfSettlements;
    EXPECT_NEAR(total_of(sample, question).figures.gini, 0.5, kExact);
    question.together = Together::Pooled;
    const double plain = total_of(sample, bootstrap(0)).figures.gini;
    EXPECT_NEAR(total_of(sample, question).figures.gini, plain * 5.0 / 4.0, kExact);
    EXPECT_NEAR(total_of(sample, question).figures.gini_grouped, total_of(sample, bootstrap(0)).figures.gini_grouped,
                kExact);
}

TEST(InequalitySets, IntervalsHoldWhatABootstrapByHandGives) {
    auto sample = sample_of({{{3, 1, 2, 8}, {1, 2, 1, 1}}, {{5, 3, 4}, {1, 1, 3}}});
    sample.populations[0] = 9.0;
    auto question = bootstrap();
    question.resampling.seed = 7;
    std::vector<double> ginis;
    std::vector<double> mean_shares;
    for (std::size_t replication = 0; replication < kReplications; ++replication) {
        std::vector<double> factors(7);
        statistics::draw_factors(question.resampling, replication, 0, 9.0, std::span(factors).first(4));
        statistics::draw_factors(question.resampling, replication, 1, std::nullopt, std::span(factors).last(3));
        // The households of each settlement by income: 1, 2, 3, 8 and 3, 4, 5.
        Incomes first{{1, 2, 3, 8}, {2 * factors[0], factors[1], factors[2], factors[3]}};
        Incomes second{{3, 4, 5}, {factors[4], 3 * factors[5], factors[6]}};
        const double of_first = IncomeOrder(first.values).figures(first.weights).bottom_40_share;
        const double of_second = IncomeOrder(second.values).figures(second.weights).bottom_40_share;
        mean_shares.push_back((of_first + of_second) / 2.0);
        append(first, second);
        sort(first);
        ginis.push_back(IncomeOrder(first.values).figures(first.weights).gini);
    }
    EXPECT_EQ(total_of(sample, question).intervals.gini, statistics::percentile_interval(ginis));
    question.together = Together::MeanOfSettlements;
    EXPECT_EQ(total_of(sample, question).intervals.bottom_40_share, statistics::percentile_interval(mean_shares));
}

TEST(InequalitySets, IntervalsOfAFullCountAreTheFiguresThemselves) {
    auto sample = sample_of({{{3, 1, 2, 8}, {1, 1, 1, 1}}});
    sample.populations[0] = 4.0;
    const auto found = total_of(sample, bootstrap());
    ASSERT_TRUE(found.intervals.gini);
    EXPECT_NEAR(found.intervals.gini->low, found.figures.gini, kExact);
    EXPECT_NEAR(found.intervals.gini->high, found.figures.gini, kExact);
}

TEST(InequalitySets, HaveNoIntervalsWhereNoneAreAskedFor) {
    const auto sample = sample_of({{{3, 1, 2, 8}, {1, 1, 1, 1}}});
    const auto settlements = all_of(sample);
    core::SilentProgress progress;
    const std::vector<IncomeSet> sets{{settlements, false, false}};
    const auto found = inequality_of(sample, sets, bootstrap(), progress);
    EXPECT_FALSE(found.front().intervals.gini);
    EXPECT_THAT(found.front().curve, IsEmpty());
    EXPECT_FALSE(total_of(sample, bootstrap(0)).intervals.gini);
}

TEST(InequalitySets, DoNotDependOnThreadsOrOtherSets) {
    for_each_seed(10, [](Random& random) {
        const auto sample = sample_of(random_settlements(random, 12));
        const auto settlements = all_of(sample);
        const auto members = std::span(settlements);
        const std::vector<IncomeSet> sets{
            {members.first(1), true, false},
            {members.first(5), true, true},
            {members, true, true},
            {members.last(1), false, true},
        };
        for (const auto together : {Together::Pooled, Together::MeanOfSettlements}) {
            auto question = bootstrap(random.chance(0.5) ? kReplications : 20000);
            question.together = together;
            core::SilentProgress progress;
            const auto expected = inequality_of(sample, sets, question, progress);
            question.threads = 4;
            const auto found = inequality_of(sample, sets, question, progress);
            for (std::size_t i = 0; i < sets.size(); ++i) expect_same(found[i], expected[i]);
            expect_same(inequality_of(sample, std::span(sets).subspan(2, 1), question, progress).front(), expected[2]);
        }
    });
}

TEST(InequalitySets, OfNoSettlementHasNoFigures) {
    const auto sample = sample_of({{{}, {}}});
    for (const auto together : {Together::Pooled, Together::MeanOfSettlements}) {
        auto question = bootstrap();
        question.together = together;
        const auto found = total_of(sample, question);
        EXPECT_TRUE(std::isnan(found.figures.gini));
        EXPECT_TRUE(std::isnan(found.figures.mean_income));
        EXPECT_FALSE(found.intervals.gini);
        EXPECT_THAT(found.curve, IsEmpty());
    }
}

TEST(InequalitySets, DoNotDependOnTheOrderOfHouseholds) {
    for_each_seed(30, [](Random& random) {
        auto settlements = random_settlements(random, 4);
        const auto expected = total_of(sample_of(settlements), bootstrap());
        for (auto& [values, weights] : settlements) {
            for (std::size_t i = values.size() - 1; i > 0; --i) {
                const auto other = random.below(i + 1);
                std::swap(values[i], values[other]);
                std::swap(weights[i], weights[other]);
            }
        }
        expect_same(total_of(sample_of(settlements), bootstrap()), expected);
    });
}

TEST(InequalitySets, ASmallIntervalHoldsTheGiniOfAPopulation) {
    // The Gini of incomes that are uniform between 0 and 1 is 1/3.
    std::vector<Incomes> settlements(40);
    Random random(1);
    for (auto& settlement : settlements) {
        for (int i = 0; i < 100; ++i) {
            settlement.values.push_back(random.unit());
            settlement.weights.push_back(1.0);
        }
    }
    const auto found = total_of(sample_of(settlements), bootstrap());
    ASSERT_TRUE(found.intervals.gini);
    EXPECT_LT(found.intervals.gini->low, 1.0 / 3.0);
    EXPECT_GT(found.intervals.gini->high, 1.0 / 3.0);
    EXPECT_LT(found.intervals.gini->high - found.intervals.gini->low, 0.02);
}

TEST(InequalitySets, TheCurveHasAsManyPointsAsItsPartsHoldFiveHouseholds) {
    Incomes incomes;
    for (int i = 1; i <= 12; ++i) {
        incomes.values.push_back(i);
        incomes.weights.push_back(1.0);
    }
    EXPECT_THAT(total_of(sample_of({incomes}), bootstrap(0)).curve,
                ElementsAre(LorenzPoint{0.0, 0.0}, LorenzPoint{0.5, 21.0 / 78.0}, LorenzPoint{1.0, 1.0}));
    EXPECT_THAT(total_of(sample_of(std::vector<Incomes>(10, incomes)), bootstrap(0)).curve, SizeIs(21));
}

}  // namespace
}  // namespace desakota::welfare
