#include "engine/welfare/next_class.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/for_each_seed.h"
#include "tests/welfare/schemes.h"

namespace desakota::welfare {
namespace {

using test_support::for_each_seed;
using test_support::Random;

const Scheme& idm() {
    return *built_in_scheme("idm-2016");
}

IndicatorColumns columns_of_scores(const std::vector<double>& scores) {
    IndicatorColumns columns;
    for (const double score : scores) columns.push_back({score});
    return columns;
}

std::vector<double> joined(std::vector<double> iks, const std::vector<double>& ike, const std::vector<double>& ikl) {
    iks.insert(iks.end(), ike.begin(), ike.end());
    iks.insert(iks.end(), ikl.begin(), ikl.end());
    return iks;
}

const std::vector<double> kUnitCosts(50, 1.0);

/// An answer of the ministry's service for 2020.
std::vector<double> village_2020() {
    std::vector<double> iks{5, 5, 5, 3, 3, 5, 5, 5, 5, 5, 5, 1, 1, 5, 5, 5, 5, 2, 2, 5, 5, 1};
    iks.resize(35, 5.0);
    return joined(iks, {5, 1, 1, 5, 3, 0, 3, 3, 3, 3, 5, 5}, {5, 5, 0});
}

/// And for 2021.
std::vector<double> village_2021() {
    std::vector<double> iks{5, 0, 5, 0, 1, 1, 3, 5, 1, 1, 1, 1, 1, 5, 5, 3, 5, 5, 5, 5, 5, 1};
    iks.resize(32, 5.0);
    iks.insert(iks.end(), {4, 4, 4});
    return joined(iks, {1, 1, 1, 5, 3, 5, 0, 2, 1, 3, 5, 5}, {5, 5, 3});
}

TEST(Idm, ReproducesTheMinistrysAnswerFor2020) {
    const auto result = composite_of(idm(), columns_of_scores(village_2020()));
    EXPECT_NEAR(result.dimensions[1][0], 0.8742857142857143, 1e-12);
    EXPECT_NEAR(result.dimensions[2][0], 0.6166666666666667, 1e-12);
    EXPECT_NEAR(result.dimensions[3][0], 0.6666666666666666, 1e-12);
    EXPECT_NEAR(result.scores[0], 0.7192063492063493, 1e-12);
    EXPECT_EQ(find_class(idm().classes, result.scores[0])->code, "advanced");
    const auto next = next_class(idm(), result, 0, kUnitCosts);
    ASSERT_TRUE(next);
    EXPECT_EQ(idm().classes.classes[next->class_place].code, "independent");
    EXPECT_NEAR(next->least_score, 0.8156, 1e-12);
    EXPECT_NEAR(next->lacking, 0.0963936507936507, 1e-12);
    ASSERT_TRUE(next->raises);
    ASSERT_EQ(next->raises->size(), 1U);  // ikl_03 alone gains 1/9
    EXPECT_EQ(idm().indicators[next->raises->front().indicator].code, "ikl_03");
}

TEST(Idm, ReproducesTheMinistrysAnswerFor2021) {
    const auto result = composite_of(idm(), columns_of_scores(village_2021()));
    EXPECT_NEAR(result.scores[0], 0.70666667, 1e-8);
    EXPECT_EQ(find_class(idm().classes, result.scores[0])->code, "developing");
    const auto next = next_class(idm(), result, 0, kUnitCosts);
    ASSERT_TRUE(next);
    EXPECT_NEAR(next->least_score, 0.7073, 1e-12);
    EXPECT_NEAR(next->lacking, 0.00063333, 1e-8);
}

TEST(Idm, GivesEachStatusItsBreaksAsTheLastOfItsValues) {
    const std::vector<std::pair<double, std::string>> expected{{0.4907, "very_underdeveloped"},
                                                               {0.4908, "underdeveloped"},
                                                               {0.5989, "underdeveloped"},
                                                               {0.599, "developing"},
                                                               {0.7072, "developing"},
                                                               {0.7073, "advanced"},
                                                               {0.8155, "advanced"},
                                                               {0.8156, "independent"},
                                                               {0.8153, "advanced"},
                                                               {0.6419, "developing"},
                                                               {0.7434, "advanced"}};
    for (const auto& [score, status] : expected) EXPECT_EQ(find_class(idm().classes, score)->code, status) << score;
}

TEST(Idm, GainsWhatItsDimensionAndScoreSay) {
    struct Case {
        double score;
        std::size_t indicator;
        double gain;
    };
    const Case cases[] = {{0, 0, 0.00952381},  {1, 0, 0.00761905},  {3, 0, 0.00380952},  {4, 0, 0.00190476},
                          {1, 35, 0.02222222}, {3, 35, 0.01111111}, {0, 35, 0.02777778}, {2, 35, 0.01666667},
                          {3, 47, 0.04444444}, {0, 47, 0.11111111}};
    for (const auto& one : cases) {
        std::vector<double> scores(50, 2.0);
        scores[one.indicator] = one.score;
        const auto before = composite_of(idm(), columns_of_scores(scores));
        const double gain = before.weights[one.indicator][0] * (1.0 - before.normalised[one.indicator][0]);
        EXPECT_NEAR(gain, one.gain, 5e-9);
        scores[one.indicator] = 5.0;
        EXPECT_NEAR(composite_of(idm(), columns_of_scores(scores)).scores[0] - before.scores[0], gain, 1e-12);
    }
}

TEST(NextClass, IsReachedByItsRaisesAndByNoneFewer) {
    for_each_seed(100, [](Random& random) {
        std::vector<double> scores;
        for (int i = 0; i < 50; ++i) scores.push_back(static_cast<double>(random.below(6)));
        const auto before = composite_of(idm(), columns_of_scores(scores));
        const auto next = next_class(idm(), before, 0, kUnitCosts);
        if (!next) return;
        ASSERT_TRUE(next->raises);
        double gained = 0.0;
        for (const auto& raise : *next->raises) {
            scores[raise.indicator] = 5.0;
            gained += raise.gain;
        }
        const auto after = composite_of(idm(), columns_of_scores(scores));
        ASSERT_GE(after.scores[0], next->least_score - 1e-9);
        ASSERT_NEAR(after.scores[0] - before.scores[0], gained, 1e-12);
        ASSERT_EQ(class_of(idm().classes, after.scores[0]).value_or(0) >= next->class_place, true);
        ASSERT_LT(gained - next->raises->front().gain, next->lacking);  // without the greatest it falls short
    });
}

TEST(NextClass, IsMissingInTheBestClassAndWithoutSteps) {
    const auto best = composite_of(idm(), columns_of_scores(std::vector<double>(50, 5.0)));
    EXPECT_FALSE(next_class(idm(), best, 0, kUnitCosts));
    const auto& other = *built_in_scheme("ifi-lamba-2006");
    EXPECT_FALSE(next_class(other, composite_of(other, columns_of_scores(std::vector<double>(9, 0.5))), 0, kUnitCosts));
}

TEST(CheapestRaises, TakeTheLeastCostRatherThanTheFewest) {
    const std::vector<Raise> possible{{0, 0.10, 10.0}, {1, 0.06, 3.0}, {2, 0.05, 3.0}, {3, 0.01, 0.5}};
    const auto raises = cheapest_raises(possible, 0.1);
    ASSERT_TRUE(raises);
    ASSERT_EQ(raises->size(), 2U);
    EXPECT_EQ((*raises)[0].indicator, 1U);
    EXPECT_EQ((*raises)[1].indicator, 2U);
}

TEST(CheapestRaises, AreMissingWhereAllTogetherAreNotEnough) {
    const std::vector<Raise> possible{{0, 0.1, 1.0}, {1, 0.1, 1.0}};
    EXPECT_FALSE(cheapest_raises(possible, 0.3));
    EXPECT_TRUE(cheapest_raises(possible, 0.2));
    EXPECT_TRUE(cheapest_raises(possible, 0.0)->empty());
}

/// Against every subset.
TEST(CheapestRaises, CostNoMoreThanAnyOtherThatIsEnough) {
    for_each_seed(300, [](Random& random) {
        std::vector<Raise> possible;
        const auto count = 1 + random.below(9);
        for (std::size_t i = 0; i < count; ++i) {
            possible.push_back({i, random.unit(), static_cast<double>(random.below(5))});
        }
        const double needed = random.unit() * static_cast<double>(count) * 0.6;
        double least = INFINITY;
        for (std::size_t set = 0; set < (std::size_t{1} << count); ++set) {
            double cost = 0.0;
            double gain = 0.0;
            for (std::size_t i = 0; i < count; ++i) {
                if (((set >> i) & 1U) == 0) continue;
                cost += possible[i].cost;
                gain += possible[i].gain;
            }
            if (gain >= needed) least = std::min(least, cost);
        }
        const auto raises = cheapest_raises(possible, needed);
        ASSERT_EQ(raises.has_value(), std::isfinite(least));
        double cost = 0.0;
        double gain = 0.0;
        for (const auto& raise : raises.value_or(std::vector<Raise>{})) {
            cost += raise.cost;
            gain += raise.gain;
        }
        if (!raises) return;
        ASSERT_EQ(cost, least);
        ASSERT_GE(gain, needed - 1e-12);
    });
}

}  // namespace
}  // namespace desakota::welfare
