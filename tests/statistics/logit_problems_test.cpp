#include "engine/statistics/logit_problems.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/statistics/spector_mazzeo.h"
#include "tests/support/for_each_seed.h"

namespace desakota::statistics {
namespace {

using test_support::for_each_seed;
using test_support::Random;
using testing::ElementsAre;
using testing::IsEmpty;
using Kind = LogitProblem::Kind;

std::vector<LogitProblem> problems_of(const std::vector<std::vector<double>>& traits,
                                      const std::vector<double>& outcomes) {
    core::SilentProgress progress;
    return fit_logit({traits, outcomes, {}}, progress).problems;
}

TEST(LogitProblems, AreNoneOfSoundData) {
    const SpectorMazzeo data;
    EXPECT_THAT(problems_of(data.traits, data.outcomes), IsEmpty());
    for_each_seed(100, [](Random& random) {
        std::vector<std::vector<double>> traits(3, std::vector<double>(80));
        for (auto& trait : traits) {
            for (auto& value : trait) value = random.about_normal();
        }
        std::vector<double> outcomes(80);
        for (auto& outcome : outcomes) outcome = random.chance(0.5) ? 1.0 : 0.0;
        EXPECT_THAT(problems_of(traits, outcomes), IsEmpty());
    });
}

TEST(LogitProblems, AreAsManyCoefficientsAsCases) {
    const auto problems = problems_of({{1, 2, 3, 4}, {2, 1, 2, 1}, {5, 3, 5, 2}}, {0, 1, 0, 1});
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].kind, Kind::TooFewCases);
}

TEST(LogitProblems, AreCasesOfOneOutcome) {
    for (const double outcome : {0.0, 1.0}) {
        const auto problems = problems_of({{1, 2, 3, 4, 5}}, std::vector<double>(5, outcome));
        ASSERT_EQ(problems.size(), 1U);
        EXPECT_EQ(problems[0].kind, Kind::OneOutcome);
        EXPECT_EQ(problems[0].above, outcome > 0.5);
    }
}

TEST(LogitProblems, AreConstantTraitsAllAtOnce) {
    SpectorMazzeo data;
    data.traits.emplace_back(32, 0.1);
    data.traits.emplace_back(32, 0.0);
    const auto problems = problems_of(data.traits, data.outcomes);
    ASSERT_EQ(problems.size(), 2U);
    EXPECT_EQ(problems[0].kind, Kind::Constant);
    EXPECT_EQ(problems[0].trait, 3U);
    EXPECT_EQ(problems[1].trait, 4U);
}

TEST(LogitProblems, AreTraitsThatFollowFromOthers) {
    SpectorMazzeo data;
    std::vector<double> sum;
    for (std::size_t i = 0; i < 32; ++i) sum.push_back(1e6 * (data.traits[0][i] + 3.0 * data.traits[2][i]) - 17.0);
    data.traits.push_back(sum);
    data.traits.push_back(data.traits[1]);
    const auto problems = problems_of(data.traits, data.outcomes);
    ASSERT_EQ(problems.size(), 2U);
    EXPECT_EQ(problems[0].kind, Kind::Dependent);
    EXPECT_EQ(problems[0].trait, 3U);
    EXPECT_THAT(problems[0].others, ElementsAre(0, 2));
    EXPECT_EQ(problems[1].trait, 4U);
    EXPECT_THAT(problems[1].others, ElementsAre(1));
}

TEST(LogitProblems, AreNotTraitsThatAreMerelyCorrelated) {
    SpectorMazzeo data;
    auto nearly = data.traits[1];
    for (std::size_t i = 0; i < nearly.size(); ++i) nearly[i] += 1e-3 * static_cast<double>(i * i % 7);
    data.traits.push_back(nearly);
    EXPECT_THAT(problems_of(data.traits, data.outcomes), IsEmpty());
}

TEST(LogitProblems, AreTraitsThatDecideAlone) {
    const std::vector<double> noise{3, 1, 4, 1, 5, 9, 2, 6, 5, 3};
    const std::vector<double> outcomes{0, 0, 0, 0, 1, 1, 1, 1, 1, 1};
    const auto complete = problems_of({noise, {9, 8, 7, 7, 5, 4, 3, 2, 1, 0}}, outcomes);
    ASSERT_EQ(complete.size(), 1U);
    EXPECT_EQ(complete[0].kind, Kind::Separated);
    EXPECT_EQ(complete[0].trait, 1U);
    EXPECT_TRUE(complete[0].is_complete);
    EXPECT_EQ(complete[0].limit, 7.0);
    EXPECT_EQ(complete[0].above, false);
    EXPECT_EQ(complete[0].below, true);
    const auto quasi = problems_of({noise, {0, 0, 0, 0, 0, 0, 1, 1, 0, 1}}, outcomes);
    ASSERT_EQ(quasi.size(), 1U);
    EXPECT_EQ(quasi[0].kind, Kind::Separated);
    EXPECT_FALSE(quasi[0].is_complete);
    EXPECT_EQ(quasi[0].limit, 0.0);
    EXPECT_EQ(quasi[0].above, true);
    EXPECT_FALSE(quasi[0].below);
}

/// Places on a grid, and where their sum is 4 both outcomes: neither trait decides alone.
TEST(LogitProblems, AreTraitsThatDecideTogetherButForSomeCases) {
    std::vector<std::vector<double>> traits(3);
    std::vector<double> outcomes;
    for (int i = 0; i < 100; ++i) {
        const int first = i % 5;
        const int second = i / 5 % 5;
        traits[0].push_back(std::sin(i));
        traits[1].push_back(first);
        traits[2].push_back(10.0 * second);
        const int sum = first + second;
        outcomes.push_back(sum > 4 || (sum == 4 && i % 2 == 0) ? 1.0 : 0.0);
    }
    const auto problems = problems_of(traits, outcomes);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].kind, Kind::SeparatedBy);
    EXPECT_FALSE(problems[0].is_complete);
    EXPECT_THAT(problems[0].others, ElementsAre(1, 2));
}

TEST(LogitProblems, AreTraitsThatDecideTogether) {
    for_each_seed(60, [](Random& random) {
        std::vector<std::vector<double>> traits(2, std::vector<double>(50));
        std::vector<double> outcomes(50);
        for (std::size_t i = 0; i < outcomes.size(); ++i) {
            traits[0][i] = random.about_normal();
            traits[1][i] = random.about_normal();
            outcomes[i] = traits[0][i] > traits[1][i] ? 1.0 : 0.0;
        }
        const auto problems = problems_of(traits, outcomes);
        ASSERT_EQ(problems.size(), 1U);
        EXPECT_EQ(problems[0].kind, Kind::SeparatedBy);
        EXPECT_THAT(problems[0].others, ElementsAre(0, 1));
    });
}

/// One case on the wrong side makes an estimate again, however large.
TEST(LogitProblems, AreNotNearSeparations) {
    std::vector<double> trait;
    std::vector<double> outcomes;
    for (int i = 0; i < 100; ++i) {
        trait.push_back(i);
        outcomes.push_back(i >= 50 ? 1.0 : 0.0);
    }
    std::swap(outcomes[49], outcomes[50]);
    EXPECT_THAT(problems_of({trait}, outcomes), IsEmpty());
}

}  // namespace
}  // namespace desakota::statistics
