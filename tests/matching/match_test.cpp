#include "engine/matching/match.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/matching/match_case.h"

namespace desakota::matching {
namespace {

void expect_accepted(const Match& match, How how, std::uint32_t settlement) {
    EXPECT_EQ(match.how, how);
    EXPECT_EQ(match.why, Why::Accepted);
    ASSERT_TRUE(match.first.has_value());
    EXPECT_EQ(match.first->settlement, settlement);
}

void expect_proposal(const Match& match, Why why, std::uint32_t settlement) {
    EXPECT_EQ(match.how, How::Proposal);
    EXPECT_EQ(match.why, why);
    ASSERT_TRUE(match.first.has_value());
    EXPECT_EQ(match.first->settlement, settlement);
}

void expect_nothing(const Match& match, Why why) {
    EXPECT_EQ(match.how, How::NoMatch);
    EXPECT_EQ(match.why, why);
    EXPECT_FALSE(match.first.has_value());
}

TEST(MatchByCode, ComesBeforeTheName) {
    const auto matches = matched({{"Telang", "K", "16.07.05.2002"}},
                                 {{"Telang", "K", "16.07.05.2001"}, {"Mulyasari", "K", "16.07.05.2002"}});
    expect_accepted(matches[0], How::Code, 1);
    EXPECT_LT(matches[0].first->score, 0.7);
}

TEST(MatchByCode, NeverJoinsTheTwoSystems) {
    const auto matches = matched({{"Telang", "K", "16.07.05.2009"}}, {{"Mulyasari", "K", "1607052009"}});
    expect_nothing(matches[0], Why::NothingAlike);
}

TEST(MatchByCode, AsksWhereNothingTellsTheSystemAndTheNamesDiffer) {
    const auto doubtful = matched({{"Telang", "K", "1607052009"}}, {{"Mulyasari", "K", "1607052009"}});
    expect_proposal(doubtful[0], Why::CodeButOtherName, 0);
    const auto same = matched({{"MULYA SARI", "K", "1607052009"}}, {{"Mulyasari", "K", "1607052009"}});
    expect_accepted(same[0], How::Code, 0);
    const auto numerals = matched({{"Selimau II", "K", "1607052009"}}, {{"Selimau I", "K", "1607052009"}});
    expect_proposal(numerals[0], Why::CodeButOtherName, 0);
    const auto nameless = matched({{"", "", "CTH-1"}}, {{"Mulyasari", "K", "cth-1"}});
    expect_accepted(nameless[0], How::Code, 0);
    EXPECT_FALSE(nameless[0].first->score.has_value());
}

TEST(MatchByCode, AsksWhereSeveralSettlementsHaveIt) {
    const auto matches = matched({{"Mulyasari", "K", "A1"}}, {{"Telang", "K", "A1"}, {"Mulyasari", "K", "A1"}});
    expect_proposal(matches[0], Why::SeveralWithCode, 1);
    EXPECT_EQ(matches[0].second->settlement, 0);
}

TEST(MatchByName, IsOpenWhereOfficialCodesDiffer) {
    const auto matches = matched({{"Telang", "K", "16.07.05.2002"}}, {{"Telang", "K", "16.07.05.2001"}});
    expect_proposal(matches[0], Why::CodesDiffer, 0);
    const auto unstated = matched({{"Telang", "K", "1607051002"}}, {{"Telang", "K", "1607051001"}});
    expect_accepted(unstated[0], How::ExactName, 0);
}

TEST(MatchByName, TakesTheSameNameInItsOwnKecamatan) {
    const std::vector<Named> settlements{{"Sukamaju", "Muara Telang"}, {"Sukamaju", "Tanjung Lago"}};
    const auto matches = matched({{"Sukamaju", "Kec. Tanjung Lago"},
                                  {"SUKA MAJU", "MUARA TELANG"},
                                  {"Sukamaju, Kec. Muara Telang"},
                                  {"Sukamaju"},
                                  {"Sukamaju", "Air Salek"}},
                                 settlements);
    expect_accepted(matches[0], How::ExactName, 1);
    expect_proposal(matches[1], Why::ClaimedTwice, 0);
    expect_proposal(matches[2], Why::ClaimedTwice, 0);
    expect_proposal(matches[3], Why::SeveralWithName, 0);
    EXPECT_EQ(matches[3].second->settlement, 1);
    expect_proposal(matches[4], Why::OtherKecamatan, 0);
}

TEST(MatchByName, SplitsTheKecamatanFromTheCell) {
    const auto matches =
        matched({{"SUKAMAJU (Kec. Tanjung Lago)"}}, {{"Sukamaju", "Muara Telang"}, {"Sukamaju", "Tanjung Lago"}});
    expect_accepted(matches[0], How::NormalisedName, 1);
}

TEST(MatchByName, NeedsAnOnlyOneWithoutAKecamatan) {
    expect_accepted(matched({{"Telang"}}, {{"Telang"}, {"Mulyasari"}})[0], How::ExactName, 0);
    expect_accepted(matched({{"TELANG", "K"}}, {{"Telang"}, {"Mulyasari"}})[0], How::NormalisedName, 0);
    expect_proposal(matched({{"Mulyasari"}}, {{"Mulyasari", "A"}, {"Mulya Sari", "B"}})[0], Why::SeveralWithName, 0);
    expect_proposal(matched({{"MULYASARI"}}, {{"Mulyasari", "A"}, {"Mulya Sari", "B"}})[0], Why::SeveralWithName, 0);
}

TEST(MatchByName, TakesASettlementWithoutAKecamatanForOneOfEvery) {
    const std::vector<Named> settlements{{"Telang"}, {"Mulyasari", "A"}};
    expect_accepted(matched({{"Telang", "A"}}, settlements)[0], How::ExactName, 0);
    expect_proposal(matched({{"Tellang", "A"}}, settlements)[0], Why::Alike, 0);
}

TEST(MatchByName, LooksIntoOtherKecamatanOnlyForProposals) {
    const auto matches = matched({{"Telang", "A"}}, {{"Mulyasari", "A"}, {"TELANG", "B"}});
    expect_proposal(matches[0], Why::OtherKecamatan, 1);
}

TEST(MatchByName, NeverMixesTheNumbersOfSelimau) {
    const std::vector<std::string> names{"Selimau I", "Selimau III"};
    expect_nothing(match_in_one("Selimau II", names), Why::NothingAlike);
    expect_nothing(match_in_one("Selimau", names), Why::NothingAlike);
    expect_accepted(match_in_one("SELIMAU 3", names), How::NormalisedName, 1);
    expect_accepted(match_in_one("Selimau I", names), How::ExactName, 0);
    expect_proposal(match_in_one("Selimo III", names), Why::Alike, 1);
}

TEST(MatchByName, TakesABlankForNothingUnlessAnotherIsAsNear) {
    const auto alone = match_in_one("Mulya Sari", {"Mulyasari", "Telang"});
    expect_accepted(alone, How::NormalisedName, 0);
    EXPECT_DOUBLE_EQ(alone.first->score.value_or(0.0), 18.0 / 19.0);
    const std::vector<std::string> both{"Mulyasari", "Mulya Sari"};
    expect_proposal(match_in_one("Mul Ya Sari", both), Why::SeveralWithName, 1);
    expect_accepted(match_in_one("Mulya Sari", both), How::ExactName, 1);
    expect_accepted(match_in_one("MULYASARI", both), How::NormalisedName, 0);
}

TEST(MatchByName, TakesAUnitOnlyWhereNoOtherHasItsName) {
    expect_accepted(match_in_one("Mekar Sari (Upt XII)", {"Mekarsari", "Telang"}), How::NormalisedName, 0);
    expect_accepted(match_in_one("MEKAR SARI", {"Mekar Sari (Upt XII)"}), How::NormalisedName, 0);
    expect_proposal(match_in_one("Mekar Sari (Upt XII)", {"MEKAR SARI", "Mekar Sari (Upt XIII)"}),
                    Why::OneOfSeveralUnits, 0);
    expect_accepted(match_in_one("Mekarsari UPT 12", {"MEKAR SARI", "Mekar Sari (Upt XII)"}), How::NormalisedName, 1);
    expect_nothing(match_in_one("Mekarsari UPT 12", {"Mekar Sari (Upt XIII)"}), Why::NothingAlike);
    expect_proposal(match_in_one("MEKARSARI", {"Mekar Sari (Upt XII)", "Mekar Sari (Upt XIII)"}), Why::SeveralWithName,
                    0);
}

TEST(MatchByName, ReadsOldSpelling) {
    expect_accepted(match_in_one("Soekamadjoe", {"Telang", "Sukamaju"}), How::NormalisedName, 1);
}

TEST(MatchByLikeness, ProposesTheTwoMostAlike) {
    const auto match = match_in_one("Mulyosari", {"Mulyasri", "Telang", "Mulyasari"});
    expect_proposal(match, Why::Alike, 2);
    EXPECT_DOUBLE_EQ(match.first->score.value_or(0.0), 16.0 / 18.0);
    EXPECT_EQ(match.second->settlement, 0);
    expect_nothing(match_in_one("Purwosari", {"Telang"}), Why::NothingAlike);
}

TEST(MatchByLikeness, PutsSettlementsThatAreFreeFirst) {
    const std::vector<Named> settlements{{"Mulyasari", "K"}, {"Mulyasri", "K"}};
    const auto matches = matched({{"Mulyasari", "K"}, {"Mulyosari", "K"}}, settlements);
    expect_proposal(matches[1], Why::Alike, 1);
    const auto taken = matched({{"Mulyosari", "K"}, {"Mulyasari", "K"}}, {settlements.front()});
    expect_proposal(taken[0], Why::AlikeButTaken, 0);
    EXPECT_EQ(taken[0].other, 1);
}

TEST(MatchByLikeness, LooksEverywhereWithoutAKecamatan) {
    expect_proposal(matched({{"Mulyosari"}}, {{"Telang"}, {"Mulyasari"}})[0], Why::Alike, 1);
}

TEST(MatchByFormerName, Proposes) {
    expect_proposal(match_in_one("Mekar Sari (eks Suka Maju)", {"Telang", "Sukamaju"}), Why::FormerName, 1);
    expect_proposal(match_in_one("Sukamaju", {"Telang", "Mekar Sari (eks Suka Maju)"}), Why::FormerName, 1);
}

TEST(MatchKeys, TellOfKeysWithoutAName) {
    expect_nothing(matched({{"", "K"}}, {{"Telang", "K"}})[0], Why::Unnamed);
    expect_nothing(matched({{"-", "K", "A9"}}, {{"", "K"}})[0], Why::Unnamed);
}

}  // namespace
}  // namespace desakota::matching
