#include "engine/welfare/normalisation.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>

#include "tests/support/for_each_seed.h"

namespace desakota::welfare {
namespace {

using test_support::for_each_seed;
using test_support::Random;
using testing::DoubleEq;
using testing::ElementsAre;
using testing::Pointwise;

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();
constexpr Directions kAlong{Direction::HigherIsBetter, Direction::HigherIsBetter};
constexpr Directions kAgainst{Direction::HigherIsWorse, Direction::HigherIsBetter};

Normalisation by(Normaliser kind) {
    Normalisation how;
    how.kind = kind;
    return how;
}

std::vector<double> values_by(Normaliser kind, const std::vector<double>& values, Directions directions = kAlong) {
    return normalise(values, by(kind), directions).values;
}

TEST(Normalise, LeavesValuesAsTheyAreWithoutANormalisation) {
    EXPECT_THAT(values_by(Normaliser::None, {2.0, -1.0}), ElementsAre(2.0, -1.0));
}

TEST(Normalise, PutsTheLeastAtZeroAndTheMostAtOneByMinMax) {
    EXPECT_THAT(values_by(Normaliser::MinMax, {2.0, 4.0, 6.0, 3.0}), ElementsAre(0.0, 0.5, 1.0, 0.25));
    EXPECT_THAT(values_by(Normaliser::MinMax, {2.0, 4.0, 6.0, 3.0}, kAgainst), ElementsAre(1.0, 0.5, 0.0, 0.75));
}

/// Mean 5 and sample standard deviation sqrt(32 / 7).
TEST(Normalise, DividesByTheSamplesDeviationByZScore) {
    const std::vector<double> values{2, 4, 4, 4, 5, 5, 7, 9};
    const double deviation = std::sqrt(32.0 / 7.0);
    const auto scores = values_by(Normaliser::ZScore, values);
    EXPECT_NEAR(scores.front(), -3.0 / deviation, 1e-15);
    EXPECT_NEAR(scores.back(), 4.0 / deviation, 1e-15);
    EXPECT_NEAR(values_by(Normaliser::ZScore, values, kAgainst).back(), -4.0 / deviation, 1e-15);
}

TEST(Normalise, GivesEqualValuesTheirLowestRankByRank) {
    EXPECT_THAT(values_by(Normaliser::Rank, {10.0, 30.0, 10.0, 20.0, 40.0}), ElementsAre(0.0, 0.75, 0.0, 0.5, 1.0));
    EXPECT_THAT(values_by(Normaliser::Rank, {10.0, 30.0, 10.0, 20.0, 40.0}, kAgainst),
                ElementsAre(0.75, 0.25, 0.75, 0.5, 0.0));
}

TEST(Normalise, HoldsValuesWithinTheGoalposts) {
    auto how = by(Normaliser::Goalposts);
    how.least = 20.0;
    how.most = 85.0;
    const std::vector<double> values{10.0, 20.0, 52.5, 85.0, 90.0};
    EXPECT_THAT(normalise(values, how, kAlong).values, ElementsAre(0.0, 0.0, 0.5, 1.0, 1.0));
    EXPECT_THAT(normalise(values, how, kAgainst).values, ElementsAre(1.0, 1.0, 0.5, 0.0, 0.0));
}

TEST(Normalise, TellsThePartOfTheTargetThatIsReached) {
    auto how = by(Normaliser::Target);
    how.target = 50.0;
    const std::vector<double> values{0.0, 25.0, 50.0, 100.0};
    EXPECT_THAT(normalise(values, how, kAlong).values, ElementsAre(0.0, 0.5, 1.0, 1.0));
    EXPECT_THAT(normalise(values, how, kAgainst).values, ElementsAre(1.0, 1.0, 1.0, 0.5));
    const Directions in_an_index_of_need{Direction::HigherIsBetter, Direction::HigherIsWorse};
    EXPECT_THAT(normalise(values, how, in_an_index_of_need).values, ElementsAre(1.0, 0.5, 0.0, 0.0));
}

TEST(Normalise, ScoresByBandsWhoseBreaksSayWhichSideTheyJoin) {
    auto how = by(Normaliser::Bands);
    how.breaks = {{3000.0, Joins::Below}, {12000.0, Joins::Above}};
    how.scores = {5.0, 3.0, 1.0};
    const std::vector<double> values{0.0, 3000.0, 3000.1, 11999.9, 12000.0, 3000.0000000001};
    EXPECT_THAT(normalise(values, how, kAlong).values, ElementsAre(5.0, 5.0, 3.0, 3.0, 1.0, 5.0));
}

TEST(Normalise, LeavesWhatIsMissingMissingAndOutOfTheSpread) {
    const auto scores = values_by(Normaliser::MinMax, {2.0, kMissing, 6.0});
    EXPECT_EQ(scores[0], 0.0);
    EXPECT_TRUE(std::isnan(scores[1]));
    EXPECT_EQ(scores[2], 1.0);
    EXPECT_EQ(values_by(Normaliser::Rank, {2.0, kMissing, 6.0, 4.0})[3], 0.5);
}

TEST(Normalise, MakesAConstantColumnMissingWhereTheSpreadCounts) {
    for (const auto kind : {Normaliser::MinMax, Normaliser::ZScore, Normaliser::Rank}) {
        const auto same = normalise(std::vector{0.1 + 0.2, 0.3, 0.3}, by(kind), kAlong);
        EXPECT_TRUE(same.is_constant);
        EXPECT_TRUE(std::isnan(same.values[0]));
        EXPECT_TRUE(normalise(std::vector{4.0, kMissing}, by(kind), kAlong).is_constant);
    }
    EXPECT_FALSE(normalise(std::vector{3.0, 3.0}, by(Normaliser::Goalposts), kAlong).is_constant);
}

TEST(Normalise, GivesTheSameByMinMaxAfterZScore) {
    for_each_seed(100, [](Random& random) {
        std::vector<double> values;
        for (int i = 0; i < 20; ++i) values.push_back(random.between(-50.0, 200.0));
        for (const auto directions : {kAlong, kAgainst}) {
            const auto once = values_by(Normaliser::MinMax, values, directions);
            const auto twice = values_by(Normaliser::MinMax, values_by(Normaliser::ZScore, values, directions));
            for (std::size_t i = 0; i < values.size(); ++i) ASSERT_NEAR(once[i], twice[i], 1e-12);
        }
    });
}

TEST(Normalise, TurnsTheOrderRoundAgainstTheIndex) {
    for_each_seed(100, [](Random& random) {
        std::vector<double> values;
        for (int i = 0; i < 20; ++i) values.push_back(random.between(0.0, 100.0));
        for (const auto kind : {Normaliser::MinMax, Normaliser::ZScore, Normaliser::Rank}) {
            const auto along = values_by(kind, values);
            const auto against = values_by(kind, values, kAgainst);
            for (std::size_t i = 1; i < values.size(); ++i) {
                ASSERT_EQ(along[i] > along[0], against[i] < against[0]);
            }
        }
    });
}

}  // namespace
}  // namespace desakota::welfare
