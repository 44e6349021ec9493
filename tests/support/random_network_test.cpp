#include "tests/support/random_network.h"

#include <cmath>
#include <gtest/gtest.h>

#include "tests/support/for_each_seed.h"

namespace desakota::test_support {
namespace {

TEST(RandomNetwork, StaysWithinItsRules) {
    for_each_seed(300, [](Random& random) {
        const RandomNetworkRules rules;
        const auto network = random_network(random, rules);
        EXPECT_GE(network.lines.size(), rules.lines);
        EXPECT_EQ(network.settlements.size(), rules.settlements);
        EXPECT_EQ(network.destinations.size(), rules.destinations);
        for (const auto& line : network.lines) {
            EXPECT_GE(line.points.size(), 2U);
            EXPECT_LT(line.class_index, rules.classes);
            for (const auto& point : line.points) {
                EXPECT_NEAR(point.x, 104.7, 0.06);
                EXPECT_NEAR(point.y, -2.5, 0.06);
            }
        }
    });
}

TEST(RandomNetwork, IsTheSameForTheSameSeed) {
    Random one(7);
    Random other(7);
    const auto a = random_network(one);
    const auto b = random_network(other);
    ASSERT_EQ(a.lines.size(), b.lines.size());
    for (std::size_t i = 0; i < a.lines.size(); ++i) EXPECT_EQ(a.lines[i].points, b.lines[i].points);
    EXPECT_EQ(a.settlements, b.settlements);
    EXPECT_EQ(a.destinations, b.destinations);
}

/// What the rules promise really occurs, over many seeds.
TEST(RandomNetwork, BringsOneWaysLevelsSharedVerticesAndRepeatedLines) {
    std::size_t one_ways = 0;
    std::size_t levels = 0;
    std::size_t middles = 0;
    std::size_t repeated = 0;
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        Random random(seed);
        const auto network = random_network(random);
        for (const auto& line : network.lines) {
            one_ways += line.one_way != 0 ? 1 : 0;
            levels += line.level != 0 ? 1 : 0;
            for (const auto& other : network.lines) {
                repeated += &line != &other && line.points == other.points ? 1 : 0;
                for (std::size_t i = 1; i + 1 < other.points.size(); ++i) {
                    middles += other.points[i] == line.points.front() ? 1 : 0;
                }
            }
        }
    }
    EXPECT_GT(one_ways, 100U);
    EXPECT_GT(levels, 100U);
    EXPECT_GT(middles, 100U);
    EXPECT_GT(repeated, 20U);
}

TEST(Random, MatchesTheReferenceSequenceOfSplitMix64) {
    EXPECT_EQ(mix(0), 0xE220A8397B1DCDAFULL);
    EXPECT_EQ(mix(0x9E3779B97F4A7C15ULL), 0x6E789E6AA1B965F4ULL);
}

}  // namespace
}  // namespace desakota::test_support
