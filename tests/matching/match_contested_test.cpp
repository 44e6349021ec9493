#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/matching/match_case.h"

namespace desakota::matching {
namespace {

std::vector<Match> matched_keys(const std::vector<TableKey>& keys, const std::vector<Named>& named) {
    core::SilentProgress progress;
    return match_keys(keys, known(named), progress);
}

TEST(ContestedSettlements, AreProposedToEveryKeyThatClaimsThem) {
    const auto matches =
        matched({{"Mulya Sari", "K"}, {"Telang", "K"}, {"Mulyasari", "K"}}, {{"Mulyasari", "K"}, {"Telang", "K"}});
    EXPECT_EQ(matches[0].why, Why::ClaimedTwice);
    EXPECT_EQ(matches[0].how, How::Proposal);
    EXPECT_EQ(matches[0].other, 2);
    EXPECT_EQ(matches[2].how, How::Proposal);
    EXPECT_EQ(matches[2].other, 0);
    EXPECT_EQ(matches[1].how, How::ExactName);
}

TEST(ContestedSettlements, AreNoneWhereTheKeysShareTheCode) {
    const auto matches =
        matched({{"Mulya Sari", "K", "CTH-1"}, {"MULYASARI", "K", "cth-1"}}, {{"Mulyasari", "K", "CTH-1"}});
    EXPECT_EQ(matches[0].how, How::Code);
    EXPECT_EQ(matches[1].how, How::Code);
}

TEST(ContestedSettlements, StayWithThoseThatAPersonConfirmed) {
    const auto matches = matched_keys(
        {{std::nullopt, "Mulya Sari", "K", 0}, {std::nullopt, "Mulyasari", "K"}, {std::nullopt, "Mulyo", "K", 0}},
        {{"Mulyasari", "K"}});
    EXPECT_EQ(matches[0].how, How::Confirmed);
    EXPECT_EQ(matches[1].how, How::Proposal);
    EXPECT_EQ(matches[1].why, Why::ClaimedTwice);
    EXPECT_EQ(matches[2].how, How::Confirmed);
}

TEST(ContestedSettlements, KeepAConfirmedKeyBeforeItsCode) {
    const auto matches = matched_keys({{read_code("A1", {}), "Telang", "K", 1}}, {{"Telang", "K", "A1"}, {"X", "K"}});
    EXPECT_EQ(matches[0].how, How::Confirmed);
    EXPECT_EQ(matches[0].first->settlement, 1);
}

TEST(MatchKeys, AreManyInSeconds) {
    // So many that comparing each with each would take minutes; no kecamatan bounds the search.
    constexpr std::uint32_t kMany = 8000;
    std::vector<KnownSettlement> settlements;
    std::vector<TableKey> keys;
    for (std::uint32_t i = 0; i < kMany; ++i) {
        std::string name = "sumber ";
        for (auto rest = i + 1; rest > 0; rest /= 20) name += "bcdfghjklmnpqrstvwyz"[rest % 20] + std::string("a");
        settlements.push_back({{}, name, ""});
        keys.push_back({std::nullopt, name + "x", ""});
    }
    core::SilentProgress progress;
    const auto matches = match_keys(keys, settlements, progress);
    EXPECT_EQ(matches.back().how, How::Proposal);
    EXPECT_EQ(matches.back().first->settlement, kMany - 1);
}

}  // namespace
}  // namespace desakota::matching
