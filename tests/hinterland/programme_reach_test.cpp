#include "engine/hinterland/programme_reach.h"

#include <gtest/gtest.h>

namespace desakota::hinterland {
namespace {

using Known = std::vector<std::optional<double>>;

constexpr std::int64_t kKilometre = 1'000'000;
constexpr auto kDifferent = ParticipantsAre::DifferentFamilies;
constexpr auto kSame = ParticipantsAre::SameFamilies;

/// One settlement of 100 families, 40 of them poor.
SettlementReach reach_of(const std::vector<Activity>& activities, ParticipantsAre are = kDifferent) {
    const std::vector<ProgrammeSettlement> settlements{{100.0, 40.0, 0}};
    return settlement_reach(settlements, activities, are)[0];
}

TEST(SettlementReach, ComparesParticipantsWithFamilies) {
    const auto reach = reach_of({{0, 30.0, 6.0}, {0, 20.0, 4.0}});
    EXPECT_TRUE(reach.reached);
    EXPECT_EQ(reach.activities, 2U);
    EXPECT_DOUBLE_EQ(*reach.coverage, 0.5);
    EXPECT_DOUBLE_EQ(*reach.poor_coverage, 0.25);
    EXPECT_DOUBLE_EQ(*reach.exclusion_error, 0.75);
    EXPECT_DOUBLE_EQ(*reach.inclusion_error, 0.8);
}

TEST(SettlementReach, TakesTheLargestActivityWhereParticipantsAreTheSameFamilies) {
    const auto reach = reach_of({{0, 30.0, 6.0}, {0, 20.0, 9.0}}, kSame);
    EXPECT_DOUBLE_EQ(*reach.coverage, 0.3);
    EXPECT_DOUBLE_EQ(*reach.poor_coverage, 9.0 / 40.0);
    EXPECT_DOUBLE_EQ(*reach.inclusion_error, 0.7);
}

TEST(SettlementReach, CoversNoMoreFamiliesThanThereAre) {
    const auto reach = reach_of({{0, 90.0, 30.0}, {0, 80.0, 25.0}});
    EXPECT_EQ(reach.coverage, 1.0);
    EXPECT_EQ(reach.poor_coverage, 1.0);
    EXPECT_EQ(reach.exclusion_error, 0.0);
}

TEST(SettlementReach, WithoutActivitiesCoversNobody) {
    const auto reach = reach_of({});
    EXPECT_FALSE(reach.reached);
    EXPECT_EQ(reach.coverage, 0.0);
    EXPECT_EQ(reach.exclusion_error, 1.0);
    EXPECT_FALSE(reach.inclusion_error);
}

TEST(SettlementReach, OfWorksAloneReachesAndSaysNothingOfParticipants) {
    const auto reach = reach_of({{0, std::nullopt, std::nullopt}});
    EXPECT_TRUE(reach.reached);
    EXPECT_FALSE(reach.participants);
    EXPECT_FALSE(reach.coverage);
    EXPECT_FALSE(reach.exclusion_error);
}

TEST(SettlementReach, CountsParticipantsBesideWorks) {
    const auto reach = reach_of({{0, std::nullopt, std::nullopt}, {0, 25.0, 10.0}});
    EXPECT_DOUBLE_EQ(*reach.coverage, 0.25);
    EXPECT_DOUBLE_EQ(*reach.poor_coverage, 0.25);
}

TEST(SettlementReach, DoesNotKnowThePoorWhereAnActivityDoesNotTell) {
    const auto reach = reach_of({{0, 25.0, 10.0}, {0, 15.0, std::nullopt}});
    EXPECT_DOUBLE_EQ(*reach.coverage, 0.4);
    EXPECT_FALSE(reach.poor_coverage);
    EXPECT_DOUBLE_EQ(*reach.inclusion_error, 0.6);  // of the activity that tells
}

TEST(SettlementReach, IsNotReachedByAnActivityThatNobodyAttended) {
    const auto reach = reach_of({{0, 0.0, std::nullopt}});
    EXPECT_FALSE(reach.reached);
    EXPECT_EQ(reach.coverage, 0.0);
    EXPECT_EQ(reach.poor_coverage, 0.0);
}

TEST(SettlementReach, HasNoCoverageWithoutFamilies) {
    const std::vector<ProgrammeSettlement> settlements{{std::nullopt, 0.0, 0}, {0.0, std::nullopt, 0}};
    const std::vector<Activity> activities{{0, 5.0, 1.0}, {1, 5.0, 1.0}};
    for (const auto& reach : settlement_reach(settlements, activities, kDifferent)) {
        EXPECT_FALSE(reach.coverage);
        EXPECT_FALSE(reach.poor_coverage);
        EXPECT_DOUBLE_EQ(*reach.inclusion_error, 0.8);
    }
}

/// Near, at 5 km, beyond it, far, without a way.
struct Area {
    std::vector<ProgrammeSettlement> settlements{{100.0, 40.0, 0},
                                                 {300.0, 60.0, 5 * kKilometre},
                                                 {50.0, 50.0, 5 * kKilometre + 1},
                                                 {200.0, 90.0, 60 * kKilometre},
                                                 {80.0, 70.0, core::kUnreachable}};
    std::vector<Activity> activities{{0, 80.0, 20.0}, {1, 60.0, 12.0}, {2, 10.0, 0.0}};
    std::vector<SettlementReach> reached = settlement_reach(settlements, activities, kDifferent);

    [[nodiscard]] Reach reach() const { return {settlements, reached}; }
};

TEST(PooledReach, DividesSumsBySums) {
    const Area area;
    const auto pooled = pooled_reach(area.reach(), std::vector<std::size_t>{0, 1});
    EXPECT_EQ(pooled.settlements, 2U);
    EXPECT_EQ(pooled.reached, 2U);
    EXPECT_DOUBLE_EQ(*pooled.coverage, 140.0 / 400.0);
    EXPECT_DOUBLE_EQ(*pooled.poor_coverage, 32.0 / 100.0);
    EXPECT_DOUBLE_EQ(*pooled.exclusion_error, 0.68);
    EXPECT_DOUBLE_EQ(*pooled.inclusion_error, 108.0 / 140.0);
}

TEST(ReachByCost, PutsASettlementAtALimitWithinIt) {
    const Area area;
    const auto bands = reach_by_cost(area.reach(), std::vector<std::int64_t>{5 * kKilometre, 20 * kKilometre});
    ASSERT_EQ(bands.size(), 4U);
    EXPECT_EQ(bands[0].reach.settlements, 2U);
    EXPECT_EQ(bands[1].reach.settlements, 1U);
    EXPECT_EQ(bands[2].kind, CostBand::Kind::BeyondLast);
    EXPECT_EQ(bands[2].limit, 20 * kKilometre);
    EXPECT_EQ(bands[2].reach.settlements, 1U);
    EXPECT_EQ(bands[2].reach.coverage, 0.0);
    EXPECT_EQ(bands[3].kind, CostBand::Kind::NoWay);
    EXPECT_EQ(bands[3].reach.settlements, 1U);
}

TEST(ReachByCost, SetsThoseWithoutALocationApart) {
    Area area;
    area.settlements[0].has_location = false;
    const auto bands = reach_by_cost(area.reach(), std::vector<std::int64_t>{5 * kKilometre});
    ASSERT_EQ(bands.size(), 4U);
    EXPECT_EQ(bands[3].kind, CostBand::Kind::NoLocation);
    EXPECT_EQ(bands[3].reach.settlements, 1U);
}

TEST(ReachConcentration, IsMissingWhereAllAreAsFar) {
    Area area;
    for (auto& settlement : area.settlements) settlement.cost = core::kUnreachable;
    EXPECT_FALSE(reach_concentration(area.reach()).coverage);
}

TEST(UnreachedPoor, AreThoseWithPoorFamiliesOfWhomNoneTakesPart) {
    const Area area;
    EXPECT_EQ(unreached_poor(area.reach()), (std::vector<std::size_t>{3, 4, 2}));
}

TEST(ReachConcentration, IsBelowZeroWhereTheProgrammeStaysNearTheCentre) {
    const Area area;
    const auto concentration = reach_concentration(area.reach());
    EXPECT_LT(*concentration.coverage, 0.0);
    EXPECT_LT(*concentration.poor_coverage, 0.0);
}

}  // namespace
}  // namespace desakota::hinterland
