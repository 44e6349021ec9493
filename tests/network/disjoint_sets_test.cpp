#include "engine/network/disjoint_sets.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <numeric>
#include <random>
#include <utility>
#include <vector>

#include "engine/core/parallel.h"

namespace desakota::network {
namespace {

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

constexpr std::uint32_t kMembers = 20'000;

/// Long chains and chance pairs.
Pairs made_pairs(unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_int_distribution<std::uint32_t> member(0, kMembers - 1);
    Pairs pairs;
    for (std::uint32_t i = 0; i + 1 < kMembers / 2; ++i) pairs.emplace_back(kMembers - 1 - i, kMembers - 2 - i);
    for (std::uint32_t i = 0; i < kMembers / 4; ++i) pairs.emplace_back(member(random), member(random));
    std::ranges::shuffle(pairs, random);
    return pairs;
}

/// The smallest member of each member's set, found by passing names on until none changes.
std::vector<std::uint32_t> names_passed_on(const Pairs& pairs) {
    std::vector<std::uint32_t> names(kMembers);
    std::iota(names.begin(), names.end(), 0U);
    for (bool any = true; any;) {
        any = false;
        for (const auto& [one, other] : pairs) {
            const auto name = std::min(names[one], names[other]);
            any = any || names[one] != name || names[other] != name;
            names[one] = names[other] = name;
        }
    }
    return names;
}

std::vector<std::uint32_t> names_merged(const Pairs& pairs, int threads) {
    DisjointSets sets(kMembers);
    core::SilentProgress silent;
    core::parallel_for(pairs.size(), {.threads = threads, .grain = 64}, silent,
                       [&](std::size_t begin, std::size_t end) {
                           for (auto i = begin; i < end; ++i) sets.merge(pairs[i].first, pairs[i].second);
                       });
    sets.flatten();
    std::vector<std::uint32_t> names;
    for (std::uint32_t member = 0; member < kMembers; ++member) names.push_back(sets.name(member));
    return names;
}

TEST(DisjointSets, AreNamedByTheirSmallestMemberHoweverManyThreadsMerge) {
    for (const unsigned seed : {1U, 2U, 3U}) {
        const auto pairs = made_pairs(seed);
        const auto expected = names_passed_on(pairs);
        EXPECT_EQ(names_merged(pairs, 1), expected);
        EXPECT_EQ(names_merged(pairs, 4), expected);
    }
}

}  // namespace
}  // namespace desakota::network
