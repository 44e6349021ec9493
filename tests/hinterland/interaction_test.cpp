#include "engine/hinterland/interaction.h"

#include <cmath>
#include <gtest/gtest.h>

#include "engine/core/units.h"

namespace desakota::hinterland {
namespace {

using access::Decay;
using Status = SettlementTies::Status;
using Known = std::vector<std::optional<double>>;

constexpr std::int64_t kKilometre = 1'000'000;
constexpr std::int64_t kNone = core::kUnreachable;

Interactions run(const InteractionInput& input, std::size_t listed = 10) {
    core::SilentProgress progress;
    return interactions(input, listed, 1, progress);
}

/// Settlements tied to a town of 8000 and a village centre of 2000, halving every 10 km.
struct TwoCentres {
    std::vector<std::int64_t> costs;
    std::vector<double> masses{8000.0, 2000.0};
    Decay decay = access::Exponential{10.0 * kKilometre};

    [[nodiscard]] InteractionInput input() const {
        return {.costs = costs, .masses = masses, .decay = &decay, .reference_mass = greatest_mass(masses)};
    }
};

TEST(Interactions, GiveAnIndexOf100AtAFullCentreAnd50AtTheHalfDistance) {
    const TwoCentres one{{0, kNone, 10 * kKilometre, kNone, 20 * kKilometre, kNone, kNone, 0}};
    const auto result = run(one.input());
    EXPECT_DOUBLE_EQ(result.settlements[0].index, 100.0);
    EXPECT_DOUBLE_EQ(result.settlements[1].index, 50.0);
    EXPECT_DOUBLE_EQ(result.settlements[2].index, 25.0);
    EXPECT_DOUBLE_EQ(result.settlements[3].index, 25.0);  // in a centre of a quarter of the greatest mass
}

TEST(Interactions, TakeTheGreatestTieForTheIndexAndTheSumForThePotential) {
    const TwoCentres one{{20 * kKilometre, 10 * kKilometre}};
    const auto ties = run(one.input()).settlements[0];
    EXPECT_DOUBLE_EQ(ties.index, 25.0);
    EXPECT_DOUBLE_EQ(ties.potential, 25.0 + 12.5);
    ASSERT_TRUE(ties.main && ties.second);
    EXPECT_EQ(ties.main->centre, 0U);
    EXPECT_DOUBLE_EQ(ties.main->tie, 2000.0);
    EXPECT_DOUBLE_EQ(ties.main->share, 2.0 / 3.0);
    EXPECT_EQ(ties.second->centre, 1U);
    EXPECT_DOUBLE_EQ(ties.second->share, 1.0 / 3.0);
    EXPECT_EQ(ties.status, Status::Tied);
}

TEST(Interactions, MeasureTheIndexAgainstAReferenceMass) {
    const TwoCentres one{{10 * kKilometre, kNone}};
    auto input = one.input();
    input.reference_mass = 16'000.0;
    EXPECT_DOUBLE_EQ(run(input).settlements[0].index, 25.0);
}

TEST(Interactions, SayWhyASettlementHasNoTie) {
    TwoCentres one{{kNone, kNone, 60 * kKilometre, kNone}};
    one.decay = access::within(50.0 * kKilometre);
    const auto result = run(one.input());
    EXPECT_EQ(result.settlements[0].status, Status::NoWay);
    EXPECT_EQ(result.settlements[1].status, Status::BeyondDecay);
    for (const auto& ties : result.settlements) {
        EXPECT_EQ(ties.index, 0.0);
        EXPECT_EQ(ties.potential, 0.0);
        EXPECT_EQ(ties.leakage, 0.0);
        EXPECT_FALSE(ties.main);
        EXPECT_FALSE(ties.contested);
    }
    ASSERT_EQ(result.listed.size(), 1U);
    EXPECT_EQ(result.listed[0].tie.share, 0.0);
}

TEST(Interactions, CallASettlementContestedUpToAndWithTheMargin) {
    // Shares 0.55 and 0.45.
    const TwoCentres one{{0, 0}, {55.0, 45.0}};
    auto input = one.input();
    EXPECT_TRUE(run(input).settlements[0].contested);
    input.margin = 0.09;
    EXPECT_FALSE(run(input).settlements[0].contested);
}

TEST(Interactions, OfEqualTiesTakeTheNearerCentre) {
    TwoCentres one{{20 * kKilometre, 10 * kKilometre}, {4000.0, 2000.0}};
    EXPECT_EQ(run(one.input()).settlements[0].main->centre, 1U);
}

TEST(Interactions, CountTheShareOfCentresOutsideAsLeakage) {
    const TwoCentres one{{0, 0}};
    auto input = one.input();
    EXPECT_EQ(run(input).settlements[0].leakage, 0.0);
    input.outside = {true, false};
    EXPECT_DOUBLE_EQ(run(input).settlements[0].leakage, 0.8);
}

// 20,000 and 20,000 at 50: 160,000; 20,000 and 30,000 at 100: 60,000 (a school book of geography).
TEST(Interactions, GiveReillysFlow) {
    const std::vector<std::int64_t> costs{50, 100};
    const std::vector<double> masses{20'000.0, 30'000.0};
    const Known populations{20'000.0};
    const Decay decay = access::Power{2.0, 1.0};
    const auto result = run(
        {.costs = costs, .masses = masses, .decay = &decay, .reference_mass = 30'000.0, .populations = populations});
    ASSERT_EQ(result.listed.size(), 2U);
    EXPECT_NEAR(*result.listed[0].tie.flow, 160'000.0, 1e-9);
    EXPECT_NEAR(*result.listed[1].tie.flow, 60'000.0, 1e-9);
    EXPECT_NEAR(*result.settlements[0].flow, 220'000.0, 1e-9);
}

TEST(Interactions, RaisePopulationAndMassToTheirExponentsInTheFlow) {
    const TwoCentres one{{10 * kKilometre, kNone}};
    const Known populations{400.0};
    auto input = one.input();
    input.populations = populations;
    input.population_exponent = 0.5;
    input.mass_exponent = 2.0;
    EXPECT_NEAR(*run(input).settlements[0].flow, 20.0 * 8000.0 * 8000.0 * 0.5, 1e-3);
}

TEST(Interactions, HaveNoFlowWithoutAPopulation) {
    const TwoCentres one{{0, 0, 0, 0}};
    const Known populations{std::nullopt, 0.0};
    auto input = one.input();
    EXPECT_FALSE(run(input).settlements[0].flow);
    input.populations = populations;
    const auto result = run(input);
    EXPECT_FALSE(result.settlements[0].flow);
    EXPECT_EQ(result.settlements[1].flow, 0.0);
}

TEST(Interactions, WeakenTiesByFactorsOfSettlementsAndCentres) {
    const TwoCentres one{{0, 0, 0, 0}};
    const std::vector<double> of_settlements{0.5, 1.0};
    const std::vector<double> of_centres{0.25, 1.0};
    auto input = one.input();
    input.settlement_multipliers = of_settlements;
    input.centre_multipliers = of_centres;
    const auto result = run(input);
    EXPECT_DOUBLE_EQ(result.settlements[0].index, 12.5);
    EXPECT_DOUBLE_EQ(result.settlements[1].index, 25.0);
    EXPECT_DOUBLE_EQ(result.settlements[0].main->share, 0.5);
    EXPECT_DOUBLE_EQ(result.settlements[1].main->share, 0.5);
}

TEST(Interactions, ListTheStrongestCentresAndKeepSharesOverAll) {
    const std::vector<std::int64_t> costs{0, 0, 0, kNone};
    const std::vector<double> masses{100.0, 300.0, 600.0, 500.0};
    const Decay decay = access::Exponential{1.0};
    const auto result =
        run({.costs = costs, .masses = masses, .decay = &decay, .reference_mass = greatest_mass(masses)}, 2);
    ASSERT_EQ(result.listed.size(), 2U);
    EXPECT_EQ(result.listed[0].tie.centre, 2U);
    EXPECT_DOUBLE_EQ(result.listed[0].tie.share, 0.6);
    EXPECT_EQ(result.listed[1].tie.centre, 1U);
    EXPECT_DOUBLE_EQ(result.listed[1].tie.share, 0.3);
    EXPECT_EQ(result.listed[1].settlement, 0U);
}

TEST(Interactions, AddUpTheHinterlandOfEachCentre) {
    // Settlements 0 and 1 lie in the town's hinterland, 2 in the village centre's, 3 in none.
    const TwoCentres one{{0, kNone, 10 * kKilometre, 10 * kKilometre, kNone, 4 * kKilometre, kNone, kNone}};
    const Known populations{100.0, 300.0, std::nullopt, 50.0};
    const Known families{30.0, std::nullopt, 8.0, 9.0};
    auto input = one.input();
    input.populations = populations;
    input.families = families;
    const auto centres = run(input).centres;
    ASSERT_EQ(centres.size(), 2U);
    EXPECT_EQ(centres[0].settlements, 2U);
    EXPECT_EQ(centres[0].families, 30.0);
    EXPECT_EQ(centres[0].without_families, 1U);
    EXPECT_EQ(centres[0].population, 400.0);
    EXPECT_EQ(centres[0].without_population, 0U);
    EXPECT_DOUBLE_EQ(*centres[0].mean_cost, 5e6);
    EXPECT_DOUBLE_EQ(*centres[0].mean_population_cost, 7.5e6);
    EXPECT_DOUBLE_EQ(centres[0].total_tie, 8000.0 + 4000.0);
    EXPECT_DOUBLE_EQ(centres[0].expected_population, 100.0 + 300.0 * 0.8);
    EXPECT_DOUBLE_EQ(centres[0].total_flow, 100.0 * 8000.0 + 300.0 * 4000.0);
    EXPECT_EQ(centres[1].settlements, 1U);
    EXPECT_EQ(centres[1].without_population, 1U);
    EXPECT_FALSE(centres[1].mean_population_cost);
    EXPECT_DOUBLE_EQ(*centres[1].mean_cost, 4e6);
}

TEST(Interactions, OfACentreWithoutHinterlandHaveNoMeanCost) {
    const TwoCentres one{{0, 0}};
    const auto centre = run(one.input()).centres[1];
    EXPECT_EQ(centre.settlements, 0U);
    EXPECT_FALSE(centre.mean_cost);
    EXPECT_DOUBLE_EQ(centre.total_tie, 2000.0);
}

}  // namespace
}  // namespace desakota::hinterland
