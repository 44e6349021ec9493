#include "engine/access/decay.h"

#include <cmath>
#include <gtest/gtest.h>
#include <numbers>

#include "tests/support/for_each_seed.h"

#include "engine/core/units.h"

namespace desakota::access {
namespace {

using test_support::for_each_seed;
using test_support::Random;

/// 10 km.
constexpr std::int64_t kHalf = 10'000'000;
constexpr double kKilometre = 1'000'000.0;

std::vector<Decay> decays_of_half(double half) {
    const Stepped steps{{{half / 2.0, 1.0}, {half, 0.5}, {2.0 * half, 0.1}}};
    return {Exponential{half}, power_of_half(half, half / 10.0), Gaussian{half}, logistic_of_half(half), steps};
}

TEST(Decay, IsOneAtTheCentre) {
    for (const auto& decay : decays_of_half(kHalf)) EXPECT_EQ(decay_at(decay, std::int64_t{0}), 1.0);
}

TEST(Decay, IsOneHalfAtTheHalfDistance) {
    for (const auto& decay : decays_of_half(kHalf)) {
        SCOPED_TRACE(decay.index());
        EXPECT_NEAR(decay_at(decay, kHalf), 0.5, 1e-12);
        ASSERT_TRUE(half_of(decay));
        EXPECT_NEAR(*half_of(decay), static_cast<double>(kHalf), 1e-3);
    }
}

TEST(Decay, IsNothingWhereThereIsNoWay) {
    for (const auto& decay : decays_of_half(kHalf)) {
        EXPECT_EQ(decay_at(decay, core::kUnreachable), 0.0);
        EXPECT_EQ(decay_at(decay, core::kUnreachable + 5), 0.0);
        std::vector<double> values(2, -7.0);
        fill_decay(decay, std::vector<std::int64_t>{core::kUnreachable, 0}, values);
        EXPECT_EQ(values, (std::vector<double>{0.0, 1.0}));
    }
}

TEST(Decay, NeverRisesAndStaysWithinZeroAndOne) {
    for_each_seed(300, [](Random& random) {
        const double half = random.between(0.01, 200.0) * kKilometre;
        auto decays = decays_of_half(half);
        decays.push_back(Power{random.between(0.1, 6.0), random.between(1.0, kKilometre)});
        decays.push_back(Logistic{half, half * random.between(0.01, 20.0)});
        for (const auto& decay : decays) {
            SCOPED_TRACE(decay.index());
            ASSERT_TRUE(decay_faults(decay).empty());
            const double near = random.unit() * 5.0 * half;
            const double far = near + random.unit() * half;
            EXPECT_LE(decay_at(decay, far), decay_at(decay, near) * (1.0 + 1e-15));
            EXPECT_LE(decay_at(decay, near), 1.0);
            EXPECT_GE(decay_at(decay, far), 0.0);
            EXPECT_TRUE(std::isfinite(decay_at(decay, 1e6 * half)));
        }
    });
}

TEST(Decay, FillsTheSameValuesThatItHasOneByOne) {
    const std::vector<std::int64_t> costs{0, 1, 999'999, 5'000'000, kHalf, 3 * kHalf, core::kUnreachable};
    for (const auto& decay : decays_of_half(kHalf)) {
        std::vector<double> values(costs.size());
        fill_decay(decay, costs, values);
        for (std::size_t i = 0; i < costs.size(); ++i) EXPECT_EQ(values[i], decay_at(decay, costs[i]));
    }
}

TEST(Decay, FollowsTheFormulasOfTheLiterature) {
    EXPECT_NEAR(decay_at(exponential_of_rate(0.1), 20.0), std::exp(-2.0), 1e-15);
    EXPECT_NEAR(decay_at(gaussian_of_deviation(5.0), 7.0), std::exp(-49.0 / 50.0), 1e-15);
    EXPECT_NEAR(decay_at(Power{2.0, 1.0}, 50.0), 1.0 / 2500.0, 1e-18);
    const double steepness = std::numbers::pi / (4.0 * std::numbers::sqrt3);
    const double expected = (1.0 + std::exp(-30.0 * steepness)) / (1.0 + std::exp((33.0 - 30.0) * steepness));
    EXPECT_NEAR(decay_at(logistic_of_mean(30.0, 4.0), 33.0), expected, 1e-14);
}

TEST(Decay, OfAPowerIsOneUpToItsFloor) {
    const Decay power = Power{2.0, kKilometre};
    EXPECT_EQ(decay_at(power, 0.5 * kKilometre), 1.0);
    EXPECT_EQ(decay_at(power, kKilometre), 1.0);
    EXPECT_NEAR(decay_at(power, 2.0 * kKilometre), 0.25, 1e-15);
}

// Steps 20: 1, 40: 0.68, 60: 0.22, as in the documentation of the Python package access.
TEST(Decay, OfStepsHoldsUpToAndWithEachLimit) {
    const Decay steps = Stepped{{{20.0, 1.0}, {40.0, 0.68}, {60.0, 0.22}}};
    const std::vector<double> expected{1, 1, 1, 0.68, 0.68, 0.22, 0.22, 0};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        EXPECT_EQ(decay_at(steps, 10.0 * static_cast<double>(i)), expected[i]) << i;
    }
    EXPECT_EQ(half_of(steps), std::nullopt);
    EXPECT_EQ(decay_at(within(5'000'000.0), std::int64_t{5'000'000}), 1.0);
    EXPECT_EQ(decay_at(within(5'000'000.0), std::int64_t{5'000'001}), 0.0);
}

TEST(DecayFaults, NameWhatIsOutOfRangeInBothLanguages) {
    using Faults = std::vector<core::Text>;
    const core::Text half{"the half-distance (or half-time) must be a number above 0",
                          "jarak paruh (atau waktu paruh) harus angka di atas 0"};
    EXPECT_EQ(decay_faults(Exponential{0.0}), Faults{half});
    EXPECT_EQ(decay_faults(Gaussian{-1.0}), Faults{half});
    EXPECT_EQ(decay_faults(Exponential{std::nan("")}), Faults{half});
    EXPECT_EQ(decay_faults(Logistic{1.0, 0.0}),
              Faults({{"the standard deviation must be a number above 0", "simpangan baku harus angka di atas 0"}}));
    EXPECT_EQ(
        decay_faults(Power{0.0, 0.0}),
        Faults({{"the exponent must be a number above 0", "pangkat harus angka di atas 0"},
                {"the least cost must be a number above 0", "jarak (atau waktu) terkecil harus angka di atas 0"}}));
}

TEST(DecayFaults, NameEachStepThatDoesNotFit) {
    using Faults = std::vector<core::Text>;
    EXPECT_EQ(decay_faults(Stepped{}), Faults({{"there is no step", "tidak ada langkah"}}));
    EXPECT_EQ(decay_faults(Stepped{{{-1.0, 0.9}, {-1.0, 0.95}}}),
              Faults({{"the limit of step 1 must be a number from 0", "batas langkah ke-1 harus angka mulai dari 0"},
                      {"the limit of step 2 must be a number from 0", "batas langkah ke-2 harus angka mulai dari 0"},
                      {"the value of the first step must be 1, not 0.9", "nilai langkah pertama harus 1, bukan 0.9"},
                      {"the value of step 2 is above that of step 1; values must not rise",
                       "nilai langkah ke-2 di atas nilai langkah ke-1; nilai tidak boleh naik"}}));
    EXPECT_EQ(decay_faults(Stepped{{{5.0, 1.0}, {5.0, 1.5}}}),
              Faults({{"the limit of step 2 does not come after that of step 1; sort the limits, each once",
                       "batas langkah ke-2 tidak sesudah batas langkah ke-1; urutkan batasnya, masing-masing sekali"},
                      {"the value of step 2 must be from 0 to 1", "nilai langkah ke-2 harus antara 0 dan 1"}}));
}

}  // namespace
}  // namespace desakota::access
