#include "engine/welfare/composite.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>

#include "tests/support/for_each_seed.h"
#include "tests/welfare/schemes.h"

namespace desakota::welfare {
namespace {

using test_support::for_each_seed;
using test_support::Random;
using testing::ElementsAre;

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

/// Two dimensions of two indicators each.
Scheme two_by_two(const std::string& keys = "") {
    return scheme_of(dimension("d", "weight = 0.6\n") + dimension("e", "weight = 0.4\n") +
                         indicator("a", "dimension = \"d\"\nweight = 0.25\n") +
                         indicator("b", "dimension = \"d\"\nweight = 0.75\n") + indicator("c", "dimension = \"e\"\n") +
                         indicator("f", "dimension = \"e\"\n"),
                     keys);
}

IndicatorColumns row_of(const std::vector<double>& values) {
    IndicatorColumns columns;
    for (const double value : values) columns.push_back({value});
    return columns;
}

TEST(Composite, IsTheWeightedMeanOfItsDimensions) {
    const auto result = composite_of(two_by_two(), row_of({0.4, 0.8, 0.1, 0.3}));
    EXPECT_NEAR(result.dimensions[1][0], 0.7, 1e-15);
    EXPECT_NEAR(result.dimensions[2][0], 0.2, 1e-15);
    EXPECT_NEAR(result.scores[0], 0.6 * 0.7 + 0.4 * 0.2, 1e-15);
    EXPECT_NEAR(result.weights[1][0], 0.45, 1e-15);
    EXPECT_NEAR(result.contributions[1][0], 0.36, 1e-15);
    EXPECT_EQ(result.coverage[0], 1.0);
}

TEST(Composite, IsMultipliedByTheScale) {
    const auto result = composite_of(two_by_two("scale = 100\n"), row_of({0.4, 0.8, 0.1, 0.3}));
    EXPECT_NEAR(result.scores[0], 50.0, 1e-12);
    EXPECT_NEAR(result.contributions[1][0], 36.0, 1e-12);
}

TEST(Composite, RescalesTheWeightsOverTheIndicatorsThatAreThere) {
    const auto scheme = two_by_two("minimum_coverage = 0.5\n");
    const auto result = composite_of(scheme, row_of({0.4, 0.8, kMissing, 0.3}));
    EXPECT_NEAR(result.coverage[0], 0.8, 1e-15);
    EXPECT_NEAR(result.scores[0], 0.6 * 0.7 + 0.4 * 0.3, 1e-15);
    EXPECT_EQ(result.weights[2][0], 0.0);
    EXPECT_NEAR(result.weights[3][0], 0.4, 1e-15);
    const auto one_dimension = composite_of(scheme, row_of({0.4, 0.8, kMissing, kMissing}));
    EXPECT_NEAR(one_dimension.scores[0], 0.7, 1e-15);
    EXPECT_TRUE(std::isnan(one_dimension.dimensions[2][0]));
}

TEST(Composite, IsNotComputedBelowTheLeastCoverage) {
    const auto scheme = two_by_two("minimum_coverage = 0.5\n");
    const auto result = composite_of(scheme, row_of({0.4, kMissing, 0.1, kMissing}));
    EXPECT_NEAR(result.coverage[0], 0.35, 1e-15);
    EXPECT_EQ(result.faults[0], ScoreFault::TooFewIndicators);
    EXPECT_TRUE(std::isnan(result.scores[0]));
    EXPECT_EQ(result.ranks[0], 0U);
    EXPECT_EQ(composite_of(two_by_two(), row_of({0.4, 0.8, 0.1, kMissing})).faults[0], ScoreFault::TooFewIndicators);
    EXPECT_EQ(
        composite_of(two_by_two("minimum_coverage = 0\n"), row_of({kMissing, kMissing, kMissing, kMissing})).faults[0],
        ScoreFault::TooFewIndicators);
}

TEST(Composite, MultipliesInGeometricMeans) {
    const auto scheme = scheme_of(indicator("a", "weight = 0.25\n") + indicator("b", "weight = 0.75\n"),
                                  "aggregation = \"geometric\"\n");
    EXPECT_NEAR(composite_of(scheme, row_of({0.4, 0.8})).scores[0], std::pow(0.4, 0.25) * std::pow(0.8, 0.75), 1e-15);
    EXPECT_EQ(composite_of(scheme, row_of({0.0, 0.8})).scores[0], 0.0);
    EXPECT_EQ(composite_of(scheme, row_of({-0.1, 0.8})).faults[0], ScoreFault::Negative);
    EXPECT_TRUE(composite_of(scheme, row_of({0.4, 0.8})).contributions.empty());
}

/// The human development index's form: arithmetic within a dimension, geometric between them.
TEST(Composite, TakesEachDimensionsOwnMean) {
    const auto scheme =
        scheme_of(dimension("d", "aggregation = \"arithmetic\"\n") + indicator("a", "dimension = \"d\"\n") +
                      indicator("b", "dimension = \"d\"\n") + indicator("c"),
                  "aggregation = \"geometric\"\n");
    const auto result = composite_of(scheme, row_of({0.2, 0.6, 0.9}));
    EXPECT_NEAR(result.scores[0], std::sqrt(0.4 * 0.9), 1e-15);
    EXPECT_NEAR(result.dimensions[1][0], 0.4, 1e-15);
}

TEST(Composite, NamesIndicatorsThatAreConstant) {
    const auto scheme = scheme_of(
        indicator("a", "normalise = {by = \"min_max\"}\n") + indicator("b", "normalise = {by = \"min_max\"}\n"),
        "minimum_coverage = 0.5\n");
    const auto result = composite_of(scheme, {{3.0, 3.0, 3.0}, {1.0, 2.0, 3.0}});
    EXPECT_THAT(result.constant, ElementsAre(0U));
    EXPECT_THAT(result.scores, ElementsAre(0.0, 0.5, 1.0));
}

TEST(Ranks, AreOneForTheBestAndSharedByEqualScores) {
    const std::vector<double> scores{0.2, 0.9, kMissing, 0.5, 0.9, 0.1 + 0.4};
    EXPECT_THAT(ranks_of(scores, Direction::HigherIsBetter), ElementsAre(5, 1, 0, 3, 1, 3));
    EXPECT_THAT(ranks_of(scores, Direction::HigherIsWorse), ElementsAre(1, 4, 0, 2, 4, 2));
}

TEST(QuantileBreaks, PutAsManyScoresIntoEachClass) {
    const std::vector<double> scores{6.0, 1.0, 2.0, kMissing, 5.0, 3.0, 4.0};
    const auto breaks = quantile_breaks(scores, 3);
    EXPECT_THAT(breaks, ElementsAre(Break{2.5, Joins::Below}, Break{4.5, Joins::Below}));
    EXPECT_TRUE(quantile_breaks({kMissing}, 3).empty());
}

/// Table 6 of the paper on Tanjung Selor; IFLA and IFU stand for each of their parts.
struct Table6Row {
    double iav;
    double ifla;
    double ifu;
    double index;
    const char* index_class;
    const char* ifla_class;
    const char* ifu_class;
};
constexpr Table6Row kTable6[] = {
    {1.15, 0.15, 0.20, 0.5, "slightly_insecure", "very_secure", "secure"},
    {1.36, 0.23, 0.16, 0.5833333333333334, "slightly_insecure", "secure", "secure"},
    {0.48, 0.11, 0.16, 0.25, "secure", "very_secure", "secure"},
    {0.71, 0.28, 0.37, 0.4533333333333333, "fairly_secure", "secure", "fairly_secure"},
    {0.70, 0.27, 0.40, 0.4566666666666667, "fairly_secure", "secure", "fairly_secure"},
    {0.81, 0.26, 0.24, 0.4366666666666667, "fairly_secure", "secure", "secure"},
};

TEST(IfiLamba, ReproducesTable6) {
    const auto& scheme = *built_in_scheme("ifi-lamba-2006");
    for (const auto& row : kTable6) {
        const auto result = composite_of(
            scheme, row_of({row.iav, row.ifla, row.ifla, row.ifla, row.ifla, row.ifu, row.ifu, row.ifu, row.ifu}));
        EXPECT_NEAR(result.scores[0], row.index, 1e-12);
        EXPECT_EQ(find_class(scheme.classes, result.scores[0])->code, row.index_class);
        EXPECT_EQ(find_class(scheme.classes, row.ifla)->code, row.ifla_class);
        EXPECT_EQ(find_class(scheme.classes, row.ifu)->code, row.ifu_class);
    }
}

TEST(IfiLamba, HasTheEffectiveWeightsOfItsFormula) {
    const auto weights = built_in_scheme("ifi-lamba-2006")->effective_weights();
    const double third = 1.0 / 3.0;
    const std::vector<double> expected{third,      third / 4,  third / 4,  third / 4, third / 4,
                                       1.0 / 18.0, 1.0 / 18.0, 1.0 / 18.0, 1.0 / 6.0};
    ASSERT_EQ(weights.size(), expected.size());
    for (std::size_t i = 0; i < weights.size(); ++i) EXPECT_NEAR(weights[i], expected[i], 1e-15);
}

IndicatorColumns random_columns(Random& random, std::size_t indicators, std::size_t rows) {
    IndicatorColumns columns(indicators);
    for (auto& column : columns) {
        for (std::size_t row = 0; row < rows; ++row) column.push_back(random.chance(0.1) ? kMissing : random.unit());
    }
    return columns;
}

TEST(Composite, ContributionsAddUpToTheScore) {
    for_each_seed(50, [](Random& random) {
        const auto scheme = two_by_two("minimum_coverage = 0.3\nscale = 100\n");
        const auto result = composite_of(scheme, random_columns(random, 4, 30));
        for (std::size_t row = 0; row < 30; ++row) {
            if (std::isnan(result.scores[row])) continue;
            double sum = 0.0;
            double weights = 0.0;
            for (std::size_t indicator = 0; indicator < 4; ++indicator) {
                weights += result.weights[indicator][row];
                if (!std::isnan(result.contributions[indicator][row])) sum += result.contributions[indicator][row];
            }
            ASSERT_NEAR(sum, result.scores[row], 1e-10);
            ASSERT_NEAR(weights, 1.0, 1e-12);
        }
    });
}

TEST(Composite, DoesNotDependOnTheNumberOfThreads) {
    Random random(7);
    const auto columns = random_columns(random, 4, 30000);
    const auto scheme = two_by_two("minimum_coverage = 0.3\n");
    const auto one = composite_of(scheme, columns, 1);
    const auto four = composite_of(scheme, columns, 4);
    EXPECT_EQ(one.ranks, four.ranks);
    for (std::size_t row = 0; row < 30000; ++row) {
        ASSERT_TRUE(one.scores[row] == four.scores[row] || std::isnan(one.scores[row]));
    }
}

TEST(Composite, DoesNotDependOnTheOrderOfTheRows) {
    for_each_seed(50, [](Random& random) {
        const auto scheme = scheme_of(indicator("a", "normalise = {by = \"min_max\"}\n") +
                                      indicator("b", "normalise = {by = \"rank\"}\n"));
        IndicatorColumns columns = random_columns(random, 2, 20);
        const auto before = composite_of(scheme, columns);
        for (auto& column : columns) std::ranges::reverse(column);
        auto after = composite_of(scheme, columns);
        std::ranges::reverse(after.ranks);
        EXPECT_EQ(before.ranks, after.ranks);
    });
}

TEST(Composite, ReversesItsRanksWhereEveryDirectionIsTurned) {
    for_each_seed(50, [](Random& random) {
        const std::string by = "normalise = {by = \"min_max\"}\n";
        const auto along = scheme_of(indicator("a", by) + indicator("b", by));
        const std::string worse = "direction = \"higher_is_worse\"\n" + by;
        const auto against = scheme_of(indicator("a", worse) + indicator("b", worse));
        IndicatorColumns columns(2);
        for (auto& column : columns) {
            for (int row = 0; row < 15; ++row) column.push_back(random.unit());
        }
        const auto up = composite_of(along, columns);
        const auto down = composite_of(against, columns);
        for (std::size_t row = 0; row < 15; ++row) ASSERT_EQ(up.ranks[row] + down.ranks[row], 16U);
    });
}

}  // namespace
}  // namespace desakota::welfare
