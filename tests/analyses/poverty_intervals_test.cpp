#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/poverty_run.h"

#include "engine/statistics/interval.h"

namespace desakota::analyses {
namespace {

using testing::ElementsAre;

constexpr const char* kHouseholds = "line_200_poor_households_share";
constexpr const char* kPersons = "line_200_poor_persons_share";

struct Ends {
    std::optional<double> low;
    std::optional<double> high;
};

Ends ends_of(const layers::Layer& layer, const std::string& share, std::size_t row = 0) {
    return {number_of(layer, share + "_low", row), number_of(layer, share + "_high", row)};
}

struct IntervalRun : PovertyRun {
    explicit IntervalRun(const std::vector<VillageRows>& villages, double replications = 500) : PovertyRun(villages) {
        with_lines({200});
        give("replications", replications);
    }
};

TEST(PovertyIntervals, OfHouseholdsThatCountAlikeAreWilsons) {
    IntervalRun run({poor_of("A", 1, 17), poor_of("B", 8, 63)}, 0);
    const auto results = run.run();
    // A single poor household among seventeen: 1.0 % to 27 %.
    const auto [low, high] = ends_of(layer_of(results, "poverty"), kHouseholds);
    EXPECT_NEAR(*low, 0.0105, 5e-5);
    EXPECT_NEAR(*high, 0.2698, 5e-5);
    const auto total = ends_of(layer_of(results, "poverty_summary"), kHouseholds);
    const auto expected = statistics::wilson_interval(9, 80);
    EXPECT_DOUBLE_EQ(*total.low, expected->low);
    EXPECT_DOUBLE_EQ(*total.high, expected->high);
    EXPECT_FALSE(ends_of(layer_of(results, "poverty"), kPersons).low);
}

TEST(PovertyIntervals, AreNarrowerWhereTheNumberOfFamiliesIsKnown) {
    IntervalRun run({poor_of("A", 4, 20), poor_of("B", 4, 20), poor_of("C", 4, 20)});
    run.settle({"A", "B", "C"}, {1e9, 40, 20});
    const auto results = run.run();
    const auto& layer = layer_of(results, "poverty");
    for (const auto* share : {kHouseholds, kPersons}) {
        const auto wide = ends_of(layer, share, 0);
        const auto half = ends_of(layer, share, 1);
        const auto full = ends_of(layer, share, 2);
        EXPECT_LT(*half.high - *half.low, *wide.high - *wide.low) << share;
        EXPECT_NEAR(*full.low, 0.2, 1e-12) << share;
        EXPECT_NEAR(*full.high, 0.2, 1e-12) << share;
    }
}

TEST(PovertyIntervals, DoNotUseFewerFamiliesThanHouseholds) {
    IntervalRun run({poor_of("A", 4, 20)});
    run.settle({"A"}, {10});
    const auto results = run.run();
    EXPECT_DOUBLE_EQ(*ends_of(layer_of(results, "poverty"), kHouseholds).low, statistics::wilson_interval(4, 20)->low);
    EXPECT_THAT(run.warnings(), ElementsAre(testing::HasSubstr("fewer families than households in the table")));
}

TEST(PovertyIntervals, HoldTheShareAndLieBetweenZeroAndOne) {
    IntervalRun run(
        {{"A", {100, 100, 150, 300, 300, 300, 400, 400}, {7, 2, 3, 4, 5, 1, 2, 2}, {1, 5, 2, 3, 1, 2, 4, 2}}});
    run.with_weights();
    const auto results = run.run();
    for (const auto* share : {kHouseholds, kPersons}) {
        const auto [low, high] = ends_of(layer_of(results, "poverty"), share);
        const auto value = *number_of(layer_of(results, "poverty"), share, 0);
        EXPECT_GE(*low, 0.0);
        EXPECT_LT(*low, value);
        EXPECT_GT(*high, value);
        EXPECT_LE(*high, 1.0);
        // A settlement alone has the total's interval.
        EXPECT_EQ(ends_of(layer_of(results, "poverty_summary"), share).low, low);
        EXPECT_EQ(ends_of(layer_of(results, "poverty_summary"), share).high, high);
    }
}

TEST(PovertyIntervals, OfABootstrapAreMissingWhereNoneOrAllArePoor) {
    IntervalRun run({poor_of("A", 0, 9), poor_of("B", 9, 9), poor_of("C", 3, 9)});
    const auto results = run.run();
    const auto& layer = layer_of(results, "poverty");
    EXPECT_FALSE(ends_of(layer, kPersons, 0).low);
    EXPECT_FALSE(ends_of(layer, kPersons, 1).high);
    EXPECT_TRUE(ends_of(layer, kPersons, 2).low);
    EXPECT_EQ(*ends_of(layer, kHouseholds, 0).low, 0.0);
    EXPECT_GT(*ends_of(layer, kHouseholds, 0).high, 0.2);
}

TEST(PovertyIntervals, OfABootstrapComeNearToWilsons) {
    IntervalRun drawn({poor_of("A", 60, 200)}, 2000);
    drawn.with_weights();
    const auto [low, high] = ends_of(layer_of(drawn.run(), "poverty"), kHouseholds);
    const auto wilson = statistics::wilson_interval(60, 200);
    EXPECT_NEAR(*low, wilson->low, 0.01);
    EXPECT_NEAR(*high, wilson->high, 0.01);
}

TEST(PovertyIntervals, OfTheMeanOfSettlementsAreDrawnToo) {
    IntervalRun run({poor_of("A", 5, 10), poor_of("B", 10, 100)});
    run.give("aggregate", "unweighted");
    const auto results = run.run();
    const auto& summary = layer_of(results, "poverty_summary");
    const auto [low, high] = ends_of(summary, kHouseholds);
    EXPECT_NEAR(*number_of(summary, kHouseholds, 0), 0.3, 1e-12);
    EXPECT_GT(*low, 0.1);
    EXPECT_LT(*low, 0.3);
    EXPECT_GT(*high, 0.3);
    EXPECT_LT(*high, 0.5);
}

TEST(PovertyIntervals, FollowFromTheSeed) {
    const auto low = [](double seed) {
        IntervalRun run({{"A", {100, 100, 150, 300, 300, 300, 400, 400}, {7, 2, 3, 4, 5, 1, 2, 2}}}, 99);
        run.give("seed", seed);
        return *ends_of(layer_of(run.run(), "poverty"), kPersons).low;
    };
    EXPECT_EQ(low(1), low(1));
    EXPECT_NE(low(1), low(2));
}

}  // namespace
}  // namespace desakota::analyses
