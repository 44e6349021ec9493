#include "engine/statistics/random.h"

#include <array>
#include <cstdint>
#include <gtest/gtest.h>

namespace desakota::statistics {
namespace {

// Computed with a second implementation (Python integers) that gives SplitMix64's published values
// 6457827717110365317, 3203168211198807973, 9817491932198370423 for the state 1234567.
TEST(Random, IsTheSameEverywhere) {
    Random random(1, 2, 3);
    EXPECT_EQ(random.next(), 1321962074176129191U);
    EXPECT_EQ(random.next(), 15925659190040627001U);
    EXPECT_EQ(random.next(), 6588988029983277238U);
    Random below(7);
    for (const std::size_t expected : {1, 2, 9, 2, 0, 2, 5, 3, 2, 7}) EXPECT_EQ(below.below(10), expected);
    Random unit(7);
    EXPECT_EQ(unit.unit(), 0.17173719855229574);
    EXPECT_EQ(unit.unit(), 0.20648541744311488);
}

TEST(Random, DiffersByWhatTheDrawsAreFor) {
    const std::uint64_t plain = Random(1).next();
    EXPECT_EQ(plain, Random(1, 0, 0).next());
    EXPECT_NE(plain, Random(2).next());
    EXPECT_NE(plain, Random(1, 1).next());
    EXPECT_NE(plain, Random(1, 0, 1).next());
    EXPECT_NE(Random(1, 2, 3).next(), Random(1, 3, 2).next());
}

TEST(Random, DrawsEveryNumberAboutEquallyOften) {
    constexpr std::size_t kCount = 7;
    constexpr int kDraws = 70000;
    std::array<int, kCount> drawn{};
    double sum = 0.0;
    Random random(3);
    for (int i = 0; i < kDraws; ++i) ++drawn.at(random.below(kCount));
    for (int i = 0; i < kDraws; ++i) {
        const double unit = random.unit();
        ASSERT_GE(unit, 0.0);
        ASSERT_LT(unit, 1.0);
        sum += unit;
    }
    // Five standard deviations: sqrt(70000 x 1/7 x 6/7) = 92.6 and sqrt(1 / 12 / 70000) = 0.00109.
    for (const int times : drawn) EXPECT_NEAR(times, kDraws / static_cast<int>(kCount), 463);
    EXPECT_NEAR(sum / kDraws, 0.5, 0.0055);
    EXPECT_EQ(Random(1).below(1), 0U);
}

}  // namespace
}  // namespace desakota::statistics
