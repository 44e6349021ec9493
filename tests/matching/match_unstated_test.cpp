#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/matching/match_case.h"

namespace desakota::matching {
namespace {

void expect_by_code(const Match& match, std::uint32_t settlement) {
    EXPECT_EQ(match.how, How::Code);
    ASSERT_TRUE(match.first.has_value());
    EXPECT_EQ(match.first->settlement, settlement);
}

void expect_open(const Match& match, Why why, std::uint32_t first, std::uint32_t second) {
    EXPECT_EQ(match.how, How::Proposal);
    EXPECT_EQ(match.why, why);
    ASSERT_TRUE(match.first.has_value());
    ASSERT_TRUE(match.second.has_value());
    EXPECT_EQ(match.first->settlement, first);
    EXPECT_EQ(match.second->settlement, second);
}

TEST(UnstatedCodes, ThatSpeakAgainstTheNameDecideNothing) {
    // 0.84 alike: numbers of rows on both sides.
    const auto matches = matched({{"Suka Mulya", "K", "1"}, {"Suka Maju", "K", "2"}},
                                 {{"Suka Maju", "K", "1"}, {"Suka Mulya", "K", "2"}});
    expect_open(matches[0], Why::CodeAndNameDiffer, 1, 0);
    expect_open(matches[1], Why::CodeAndNameDiffer, 0, 1);
}

TEST(UnstatedCodes, OfAnotherOfficeDecideNothingAgainstTheName) {
    const std::vector<Named> settlements{{"Suka Maju", "K", "1607052009", "kode_bps"},
                                         {"Suka Makmur", "K", "1607052010", "kode_bps"}};
    expect_open(matched({{"Suka Makmur", "K", "1607052009", "kode_desa"}}, settlements)[0], Why::CodeAndNameDiffer, 1,
                0);
    const std::vector<Named> twice{
        {"Suka Maju", "K", "1607052009", "kode_bps"}, {"Suka Makmur", "A"}, {"Suka Makmur", "B"}};
    expect_open(matched({{"Suka Makmur", "", "1607052009"}}, twice)[0], Why::CodeAndNameDiffer, 1, 0);
}

TEST(UnstatedCodes, TellOfTheNameInAnotherKecamatan) {
    const auto matches = matched({{"Suka Makmur", "A", "1607052009"}},
                                 {{"Suka Maju", "A", "1607052009", "kode_bps"}, {"Suka Makmur", "B"}});
    expect_open(matches[0], Why::CodeButOtherName, 0, 1);
}

TEST(UnstatedCodes, NeedTheSameName) {
    const std::vector<Named> settlements{{"Mulyasari", "K", "1607052009", "kode_bps"}};
    const auto alike = matched({{"Mulyosari", "K", "1607052009", "kode_desa"}}, settlements);
    EXPECT_EQ(alike[0].why, Why::CodeButOtherName);
    expect_by_code(matched({{"MULYA SARI", "K", "1607052009", "kode_desa"}}, settlements)[0], 0);
    const auto own = matched({{"Mulyosari", "K", "CTH-1"}}, {{"Mulyasari", "K", "CTH-1"}});
    EXPECT_EQ(own[0].why, Why::CodeButOtherName);
}

TEST(UnstatedCodes, TellSettlementsOfOneNameApartUnlessTheyArePlainNumbers) {
    const std::vector<Named> lettered{{"Telang", "A", "CTH-1"}, {"Telang", "B", "CTH-2"}};
    expect_by_code(matched({{"Telang", "", "CTH-2"}}, lettered)[0], 1);
    const std::vector<Named> numbered{{"Telang", "A", "1"}, {"Telang", "B", "2"}};
    expect_open(matched({{"Telang", "", "2"}}, numbered)[0], Why::SeveralWithName, 1, 0);
    expect_open(matched({{"Telang", "", "1"}}, numbered)[0], Why::SeveralWithName, 0, 1);
    expect_by_code(matched({{"Telang", "B", "2"}}, numbered)[0], 1);
    const auto elsewhere = matched({{"Telang", "A", "2"}}, {{"Mulyasari", "A", "1"}, {"Telang", "B", "2"}});
    EXPECT_EQ(elsewhere[0].why, Why::OtherKecamatan);
}

TEST(UnstatedCodes, GiveWayToTheSpellingThatIsExact) {
    const std::vector<Named> settlements{{"Mulya Sari", "K", "CTH-1"}, {"Mulyasari", "K", "CTH-2"}};
    expect_by_code(matched({{"Mulya Sari", "K", "CTH-1"}}, settlements)[0], 0);
    expect_open(matched({{"Mulyasari", "K", "CTH-1"}}, settlements)[0], Why::CodeAndNameDiffer, 1, 0);
}

TEST(UnstatedCodes, WithoutANameAreAskedForWhereOneSideSaysTheSystem) {
    const std::vector<Named> stated{{"Mulyasari", "K", "1607052009", "kode_bps"}};
    const auto nameless = matched({{"", "", "1607052009", "kode_desa"}}, stated);
    EXPECT_EQ(nameless[0].how, How::Proposal);
    EXPECT_EQ(nameless[0].why, Why::CodeOfUnknownSystem);
    const std::vector<Named> unstated{{"Mulyasari", "K", "1607052009", "kode_desa"}};
    EXPECT_EQ(matched({{"", "", "1607052009", "kode_bps"}}, unstated)[0].why, Why::CodeOfUnknownSystem);
    expect_by_code(matched({{"", "", "1607052009", "kode_desa"}}, unstated)[0], 0);
    expect_by_code(matched({{"", "", "1607052009", "kode_bps"}}, stated)[0], 0);
}

}  // namespace
}  // namespace desakota::matching
