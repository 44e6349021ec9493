#include "engine/welfare/poverty_replications.h"

#include <array>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <vector>

namespace desakota::welfare {
namespace {

constexpr statistics::Resampling kResampling{.seed = 5, .replications = 200};

/// Ten households of which the first three are poor by one line and the first six by another; a third does not hold.
struct Sample {
    std::vector<double> weights{1, 2, 3, 1, 2, 3, 1, 2, 3, 1};
    std::vector<double> persons{4, 2, 9, 5, 8, 3, 1, 2, 3, 6};
    std::array<std::uint32_t, 3> poor{3, 6, kNoLine};

    [[nodiscard]] PovertyStratum stratum(std::optional<double> population = std::nullopt) const {
        return {7, population, {{}, weights, persons}, poor};
    }
};

std::vector<ReplicatedSums> replications(const PovertyStratum& stratum, std::size_t first, std::size_t count) {
    std::vector<ReplicatedSums> sums(count * stratum.poor.size());
    PovertyReplications(kResampling).add(stratum, first, sums);
    return sums;
}

TEST(PovertyReplications, SumTheWeightsTimesTheFactorsDrawn) {
    const Sample sample;
    const auto sums = replications(sample.stratum(), 11, 1);
    std::vector<double> factors(sample.weights.size());
    statistics::draw_factors(kResampling, 11, 7, std::nullopt, factors);
    ReplicatedSums expected;
    for (std::size_t i = 0; i < factors.size(); ++i) {
        expected += {factors[i] * sample.weights[i], factors[i] * sample.persons[i],
                     i < 3 ? factors[i] * sample.weights[i] : 0.0, i < 3 ? factors[i] * sample.persons[i] : 0.0};
    }
    EXPECT_DOUBLE_EQ(sums[0].households, expected.households);
    EXPECT_DOUBLE_EQ(sums[0].persons, expected.persons);
    EXPECT_DOUBLE_EQ(sums[0].poor_households, expected.poor_households);
    EXPECT_DOUBLE_EQ(sums[0].poor_persons, expected.poor_persons);
    EXPECT_GE(sums[1].poor_persons, sums[0].poor_persons);
}

TEST(PovertyReplications, LeaveOutALineThatDoesNotHold) {
    const Sample sample;
    const auto sums = replications(sample.stratum(), 0, 1);
    EXPECT_EQ(sums[2].households, 0.0);
    EXPECT_EQ(sums[2].poor_persons, 0.0);
}

TEST(PovertyReplications, AreTheSameInWhateverPortionsTheyAreDrawn) {
    const Sample sample;
    const auto together = replications(sample.stratum(), 0, 20);
    const auto later = replications(sample.stratum(), 15, 5);
    for (std::size_t i = 0; i < later.size(); ++i) {
        EXPECT_EQ(later[i].poor_persons, together[15 * sample.poor.size() + i].poor_persons);
    }
}

TEST(PovertyReplications, OfAFullCountDoNotVary) {
    const Sample sample;
    const auto sums = replications(sample.stratum(10.0), 0, 5);
    for (std::size_t i = 0; i < sums.size(); i += sample.poor.size()) {
        EXPECT_DOUBLE_EQ(sums[i].households, 19.0);
        EXPECT_DOUBLE_EQ(sums[i].poor_households, 6.0);
    }
}

}  // namespace
}  // namespace desakota::welfare
