#include "engine/planning/settlement_priorities.h"

#include <gtest/gtest.h>

namespace desakota::planning {
namespace {

using Missed = std::vector<std::optional<bool>>;
using Families = std::vector<std::optional<double>>;

ThresholdFindings findings(Threshold threshold, double weight, Missed missed, Families families) {
    return {threshold, weight, std::move(missed), std::move(families)};
}

std::vector<std::size_t> order(const Ranking& ranking) {
    std::vector<std::size_t> settlements;
    for (const auto& entry : ranking.entries) settlements.push_back(entry.settlement);
    return settlements;
}

TEST(HealthThreshold, GoesByTheMajorityOfFamiliesAndOnlyThenByTheWay) {
    EXPECT_EQ(misses_health({0.5, 9000.0, true}, 5000.0), false);
    EXPECT_EQ(misses_health({0.51, 100.0, true}, 5000.0), true);
    EXPECT_EQ(misses_health({{}, 5000.0, true}, 5000.0), false);
    EXPECT_EQ(misses_health({{}, 5001.0, true}, 5000.0), true);
    EXPECT_EQ(misses_health({{}, {}, false}, 5000.0), true);
    EXPECT_EQ(misses_health({{}, {}, {}}, 5000.0), std::nullopt);
}

TEST(PovertyThreshold, IsTheAreasOwnShareWhichItselfIsNotAbove) {
    EXPECT_EQ(misses_poverty(0.353, 0.353), false);
    EXPECT_EQ(misses_poverty(0.354, 0.353), true);
    EXPECT_EQ(misses_poverty({}, 0.353), std::nullopt);
    EXPECT_EQ(misses_poverty(0.9, {}), std::nullopt);
}

TEST(FoodThreshold, IsMissedBelowTheClassOnly) {
    const std::vector<std::string> classes{"secure", "fair", "insecure"};
    EXPECT_EQ(misses_food("secure", "fair", classes), false);
    EXPECT_EQ(misses_food("fair", "fair", classes), false);
    EXPECT_EQ(misses_food("insecure", "fair", classes), true);
    EXPECT_EQ(misses_food("other", "fair", classes), std::nullopt);
    EXPECT_EQ(misses_food({}, "fair", classes), std::nullopt);
}

TEST(ConnectionThreshold, IsNotKnownWithoutAPlace) {
    EXPECT_EQ(misses_connection("reached"), false);
    EXPECT_EQ(misses_connection("beyond_cutoff"), false);
    EXPECT_EQ(misses_connection("not_connected"), true);
    EXPECT_EQ(misses_connection("no_road_in_reach"), true);
    EXPECT_EQ(misses_connection("no_geometry"), std::nullopt);
    EXPECT_EQ(misses_connection({}), std::nullopt);
}

TEST(Ranking, GoesByPointsThenFamiliesThenName) {
    const std::vector<ThresholdFindings> all{
        findings(Threshold::Health, 1.0, {true, true, true, true, false}, {10.0, 20.0, 20.0, {}, {}}),
        findings(Threshold::Connection, 2.0, {true, false, false, false, false}, {5.0, {}, {}, {}, {}})};
    const auto ranking = rank_settlements(all, {{"E", "B", "A", "D", "C"}, {"1", "2", "3", "4", "5"}});
    EXPECT_EQ(order(ranking), (std::vector<std::size_t>{0, 2, 1, 3}));
    EXPECT_EQ(ranking.entries[0].score, 3.0);
    EXPECT_EQ(ranking.entries[0].families, 10.0);
    EXPECT_EQ(ranking.entries[0].missed, (std::vector<std::size_t>{0, 1}));
    EXPECT_EQ(ranking.entries[3].families, std::nullopt);
    EXPECT_EQ(ranking.none_missed, 1U);
    EXPECT_EQ(ranking.unknown, 0U);
}

TEST(Ranking, TakesEqualNamesInTheOrderOfTheirIds) {
    const std::vector<ThresholdFindings> all{findings(Threshold::Food, 1.0, {true, true}, {7.0, 7.0})};
    EXPECT_EQ(order(rank_settlements(all, {{"A", "A"}, {"9", "10"}})), (std::vector<std::size_t>{1, 0}));
}

TEST(Ranking, CountsWhatIsNotKnownNeitherAsMissedNorAsMet) {
    const std::vector<ThresholdFindings> all{
        findings(Threshold::Health, 1.0, {std::nullopt, std::nullopt, false}, {{}, {}, {}}),
        findings(Threshold::Poverty, 1.0, {std::nullopt, true, std::nullopt}, {{}, 3.0, {}})};
    const auto ranking = rank_settlements(all, {{"A", "B", "C"}, {"1", "2", "3"}});
    EXPECT_EQ(order(ranking), std::vector<std::size_t>{1});
    EXPECT_EQ(ranking.entries[0].unknown, 1U);
    EXPECT_EQ(ranking.unknown, 1U);
    EXPECT_EQ(ranking.none_missed, 1U);
}

TEST(Ranking, LeavesThresholdsOfWeightZeroOut) {
    const std::vector<ThresholdFindings> all{findings(Threshold::Health, 0.0, {true, true}, {1.0, 1.0}),
                                             findings(Threshold::Food, 1.0, {std::nullopt, true}, {{}, 1.0})};
    const auto ranking = rank_settlements(all, {{"A", "B"}, {"1", "2"}});
    EXPECT_EQ(order(ranking), std::vector<std::size_t>{1});
    EXPECT_EQ(ranking.entries[0].missed, std::vector<std::size_t>{1});
    EXPECT_EQ(ranking.unknown, 1U);
}

}  // namespace
}  // namespace desakota::planning
