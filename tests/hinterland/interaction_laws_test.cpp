#include <algorithm>
#include <gtest/gtest.h>
#include <numeric>

#include "tests/support/for_each_seed.h"

#include "engine/core/units.h"
#include "engine/hinterland/interaction.h"

namespace desakota::hinterland {
namespace {

using access::Decay;
using test_support::for_each_seed;
using test_support::Random;

constexpr double kHalf = 1e7;

Decay random_decay(Random& random) {
    switch (random.below(5)) {
        case 0:
            return access::Exponential{kHalf};
        case 1:
            return access::Power{random.between(0.5, 3.0), 1e6};
        case 2:
            return access::Gaussian{kHalf};
        case 3:
            return access::logistic_of_half(kHalf);
        default:
            return access::Stepped{{{2e6, 1.0}, {kHalf, 0.5}, {2.5e7, 0.1}}};
    }
}

struct World {
    std::vector<std::int64_t> costs;
    std::vector<double> masses;
    std::vector<std::optional<double>> populations;
    Decay decay;

    explicit World(Random& random) : decay(random_decay(random)) {
        const auto settlements = 1 + random.below(300);
        const auto centres = 1 + random.below(12);
        for (std::size_t j = 0; j < centres; ++j) masses.push_back(random.between(1.0, 5000.0));
        for (std::size_t i = 0; i < settlements; ++i) {
            populations.emplace_back(random.between(0.0, 900.0));
            for (std::size_t j = 0; j < centres; ++j) {
                const auto cost = static_cast<std::int64_t>(random.below(30'000'000));
                costs.push_back(random.chance(0.2) ? core::kUnreachable : cost);
            }
        }
    }
    [[nodiscard]] InteractionInput input() const {
        return {.costs = costs,
                .masses = masses,
                .decay = &decay,
                .reference_mass = greatest_mass(masses),
                .populations = populations};
    }
    [[nodiscard]] Interactions run(int threads = 1) const {
        core::SilentProgress progress;
        return interactions(input(), masses.size(), threads, progress);
    }
};

TEST(InteractionLaws, SharesOfASettlementSumToOne) {
    for_each_seed(60, [](Random& random) {
        const World world(random);
        const auto result = world.run();
        std::vector<double> sums(result.settlements.size(), 0.0);
        for (const auto& one : result.listed) sums[one.settlement] += one.tie.share;
        for (std::size_t i = 0; i < sums.size(); ++i) {
            const bool is_tied = result.settlements[i].status == SettlementTies::Status::Tied;
            EXPECT_NEAR(sums[i], is_tied ? 1.0 : 0.0, 1e-12);
        }
    });
}

TEST(InteractionLaws, TheIndexIsWithin0And100AndNotAboveThePotential) {
    for_each_seed(60, [](Random& random) {
        const World world(random);
        for (const auto& ties : world.run().settlements) {
            EXPECT_GE(ties.index, 0.0);
            EXPECT_LE(ties.index, 100.0);
            EXPECT_LE(ties.index, ties.potential * (1.0 + 1e-12));
        }
    });
}

TEST(InteractionLaws, TheIndexNeverFallsWhereACostFalls) {
    for_each_seed(100, [](Random& random) {
        World world(random);
        const auto before = world.run();
        for (auto& cost : world.costs) {
            if (random.chance(0.5)) cost = std::min(cost, static_cast<std::int64_t>(random.below(30'000'000)));
        }
        const auto after = world.run();
        for (std::size_t i = 0; i < before.settlements.size(); ++i) {
            EXPECT_GE(after.settlements[i].index, before.settlements[i].index * (1.0 - 1e-14));
            EXPECT_GE(after.settlements[i].potential, before.settlements[i].potential * (1.0 - 1e-14));
        }
    });
}

TEST(InteractionLaws, ASettlementDependsOnNoOther) {
    for_each_seed(40, [](Random& random) {
        const World world(random);
        const auto all = world.run();
        const auto chosen = random.below(all.settlements.size());
        World alone = world;
        const auto begin = world.costs.begin() + static_cast<std::ptrdiff_t>(chosen * world.masses.size());
        alone.costs.assign(begin, begin + static_cast<std::ptrdiff_t>(world.masses.size()));
        alone.populations = {world.populations[chosen]};
        const auto same = alone.run().settlements[0];
        EXPECT_EQ(same.index, all.settlements[chosen].index);
        EXPECT_EQ(same.potential, all.settlements[chosen].potential);
        EXPECT_EQ(same.flow, all.settlements[chosen].flow);
    });
}

/// The same world with its centres in the order `order`.
World relabelled(const World& world, const std::vector<std::size_t>& order) {
    World other = world;
    const auto centres = order.size();
    for (std::size_t j = 0; j < centres; ++j) other.masses[j] = world.masses[order[j]];
    for (std::size_t cell = 0; cell < world.costs.size(); ++cell) {
        other.costs[cell] = world.costs[cell / centres * centres + order[cell % centres]];
    }
    return other;
}

void expect_same_ties(const SettlementTies& ties, const SettlementTies& same, const std::vector<std::size_t>& order) {
    EXPECT_EQ(ties.status, same.status);
    EXPECT_EQ(ties.index, same.index);
    EXPECT_NEAR(ties.potential, same.potential, 1e-12 * ties.potential);
    ASSERT_EQ(ties.main.has_value(), same.main.has_value());
    if (!ties.main) return;
    EXPECT_EQ(order[same.main->centre], ties.main->centre);
    EXPECT_EQ(same.main->cost, ties.main->cost);
    EXPECT_NEAR(same.main->share, ties.main->share, 1e-12);
    EXPECT_EQ(same.contested, ties.contested);
}

TEST(InteractionLaws, RelabellingCentresChangesNothing) {
    for_each_seed(60, [](Random& random) {
        const World world(random);
        std::vector<std::size_t> order(world.masses.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        for (std::size_t j = order.size(); j > 1; --j) std::swap(order[j - 1], order[random.below(j)]);
        const auto result = world.run();
        const auto other = relabelled(world, order).run();
        for (std::size_t i = 0; i < result.settlements.size(); ++i) {
            expect_same_ties(result.settlements[i], other.settlements[i], order);
        }
        for (std::size_t j = 0; j < order.size(); ++j) {
            EXPECT_EQ(other.centres[j].settlements, result.centres[order[j]].settlements);
            EXPECT_EQ(other.centres[j].mean_cost, result.centres[order[j]].mean_cost);
            EXPECT_NEAR(other.centres[j].total_tie, result.centres[order[j]].total_tie,
                        1e-12 * result.centres[order[j]].total_tie);
        }
    });
}

TEST(InteractionLaws, HinterlandsAddUpToTheTiedSettlements) {
    for_each_seed(40, [](Random& random) {
        const World world(random);
        const auto result = world.run();
        double population = 0.0;
        double expected = 0.0;
        double in_hinterlands = 0.0;
        for (std::size_t i = 0; i < result.settlements.size(); ++i) {
            if (result.settlements[i].main) population += *world.populations[i];
        }
        for (const auto& centre : result.centres) {
            expected += centre.expected_population;
            in_hinterlands += centre.population;
        }
        EXPECT_NEAR(expected, population, 1e-9 * (1.0 + population));
        EXPECT_NEAR(in_hinterlands, population, 1e-9 * (1.0 + population));
    });
}

TEST(InteractionLaws, ResultsAreTheSameForAnyNumberOfThreads) {
    for_each_seed(10, [](Random& random) {
        const World world(random);
        const auto alone = world.run(1);
        const auto together = world.run(3);
        for (std::size_t j = 0; j < alone.centres.size(); ++j) {
            EXPECT_EQ(alone.centres[j].total_tie, together.centres[j].total_tie);
            EXPECT_EQ(alone.centres[j].total_flow, together.centres[j].total_flow);
            EXPECT_EQ(alone.centres[j].expected_population, together.centres[j].expected_population);
        }
        ASSERT_EQ(alone.listed.size(), together.listed.size());
        for (std::size_t i = 0; i < alone.listed.size(); ++i) {
            EXPECT_EQ(alone.listed[i].settlement, together.listed[i].settlement);
            EXPECT_EQ(alone.listed[i].tie.centre, together.listed[i].tie.centre);
        }
    });
}

}  // namespace
}  // namespace desakota::hinterland
