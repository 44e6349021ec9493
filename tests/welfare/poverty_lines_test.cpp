#include "engine/welfare/poverty_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/error.h"

namespace desakota::welfare {
namespace {

using testing::AllOf;
using testing::HasSubstr;

constexpr const char* kName = "garis.toml";

std::string fault_of(const std::string& text) {
    try {
        static_cast<void>(parse_poverty_lines(kName, text));
    } catch (const core::Error& error) {
        EXPECT_EQ(error.status(), core::ExitStatus::UnfitInput);
        return error.what();
    }
    return {};
}

TEST(PovertyLines, EachBuiltInOneSaysWhereItComesFrom) {
    for (const auto& line : built_in_poverty_lines()) {
        EXPECT_TRUE(is_line_id(line.id)) << line.id;
        EXPECT_FALSE(line.title.english.empty() || line.title.indonesian.empty()) << line.id;
        EXPECT_FALSE(line.source.empty()) << line.id;
        EXPECT_NE(line.provenance, Provenance::Own) << line.id;
        EXPECT_EQ(line.note.english.empty(), line.provenance == Provenance::Verified) << line.id;
    }
}

TEST(PovertyLines, HoldTheNationalLinesThatWereRead) {
    EXPECT_EQ(built_in_poverty_line("bps_2011_03")->rp, 233740.0);
    EXPECT_EQ(built_in_poverty_line("bps_2012_03")->rp, 248707.0);
    EXPECT_EQ(built_in_poverty_line("bps_2013_03")->rp, 271626.0);
    EXPECT_EQ(built_in_poverty_line("bps_2013_09")->rp, 292951.0);
    EXPECT_EQ(built_in_poverty_line("bps_2015_03")->rp, 330776.0);
    EXPECT_EQ(built_in_poverty_line("bps_2016_03")->rp, 354386.0);
    EXPECT_EQ(built_in_poverty_line("bps_2018_03")->rp, 401220.0);
    EXPECT_EQ(built_in_poverty_line("bps_2018_09")->rp, 410670.0);
    EXPECT_EQ(built_in_poverty_line("bps_2019_03")->rp, 425250.0);
    EXPECT_EQ(built_in_poverty_line("bps_1900_03"), nullptr);
}

TEST(PovertyLines, OfThePaperAreMarkedAsUnverified) {
    EXPECT_EQ(built_in_poverty_line("bps_2008_03")->rp, 182636.0);
    EXPECT_EQ(built_in_poverty_line("bps_2008_03")->provenance, Provenance::Unverified);
    EXPECT_EQ(built_in_poverty_line("bulungan")->rp, 179744.0);
    EXPECT_EQ(built_in_poverty_line("bulungan")->provenance, Provenance::Unverified);
}

TEST(PovertyLines, OfTheWorldBankAreInPurchasingPowerParities) {
    // Golden vector "ppp": rupiah for a dollar of PPP, a month being a twelfth of 365 days.
    const auto implied = [](const char* id, double dollars) {
        return built_in_poverty_line(id)->rp / (dollars * 365.0 / 12.0);
    };
    EXPECT_NEAR(implied("world_bank_3_00", 3.0), 5987.9, 0.1);
    EXPECT_NEAR(implied("world_bank_4_20", 4.2), 5988.3, 0.1);
    EXPECT_NEAR(implied("world_bank_8_30", 8.3), 5989.1, 0.1);
}

TEST(PovertyLines, InDollarsFollowTheRateAndTheDays) {
    // Golden vector "wb-line".
    const auto line = dollar_poverty_line({2.0, 10000.0, 30.0});
    EXPECT_EQ(line.rp, 600000.0);
    EXPECT_EQ(line.id, "dollar_2");
    EXPECT_EQ(line.source, "$ 2 x 30 x Rp 10000");
    EXPECT_EQ(dollar_poverty_line({1.25, 9000.0, 365.0 / 12.0}).id, "dollar_1_25");
    EXPECT_EQ(dollar_poverty_line({1.25, 9000.0, 365.0 / 12.0}).source, "$ 1.25 x 30.42 x Rp 9000");
}

TEST(PovertyLines, OfOnesOwnAreNamedByTheirAmount) {
    EXPECT_EQ(own_poverty_line(250000.0).id, "line_250000");
    EXPECT_EQ(own_poverty_line(250000.5).id, "line_250000_5");
    EXPECT_TRUE(is_line_id(own_poverty_line(250000.5).id));
}

TEST(PovertyLinesFile, NeedsAnIdAndAnAmountOnly) {
    const auto lines = parse_poverty_lines(kName, "format = 1\n[[line]]\nid = \"kaltim\"\nrp_a_month = 662302.5\n");
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].id, "kaltim");
    EXPECT_EQ(lines[0].title.english, "kaltim");
    EXPECT_EQ(lines[0].rp, 662302.5);
    EXPECT_EQ(lines[0].provenance, Provenance::Own);
    EXPECT_FALSE(lines[0].year);
}

TEST(PovertyLinesFile, MayTellWhereALineComesFrom) {
    const auto lines = parse_poverty_lines(kName,
                                           "format = 1\n[[line]]\nid = \"kaltim\"\ntitle = \"Kaltim, desa\"\n"
                                           "rp_a_month = 662302\nyear = 2020\nsource = \"BPS Kaltim\"\n"
                                           "provenance = \"verified\"\nnote = {en = \"n\", id = \"c\"}\n");
    EXPECT_EQ(lines[0].title.indonesian, "Kaltim, desa");
    EXPECT_EQ(lines[0].year, 2020);
    EXPECT_EQ(lines[0].source, "BPS Kaltim");
    EXPECT_EQ(lines[0].provenance, Provenance::Verified);
    EXPECT_EQ(lines[0].note.indonesian, "c");
}

TEST(PovertyLinesFile, IsToldAllItsFaultsAtOnce) {
    EXPECT_THAT(fault_of("format = 1\n[[line]]\nid = \"Kaltim\"\nrp_a_month = 0\n[[line]]\nid = \"b\"\nrupiah = 5\n"
                         "[[line]]\nid = \"b\"\nrp_a_month = 1\nprovenance = \"sure\"\n"),
                AllOf(HasSubstr("garis.toml, line 3: `id` must be lower-case letters"),
                      HasSubstr("line 2: `rp_a_month` is needed"), HasSubstr("line 7: unknown key `rupiah`"),
                      HasSubstr("line 9: the line \"b\" is there twice"),
                      HasSubstr("`provenance` is \"sure\"; accepted: verified, unverified, own")));
}

TEST(PovertyLinesFile, WithoutALineIsAFault) {
    EXPECT_THAT(fault_of("format = 1\n"), HasSubstr("there is no line; write each as [[line]]"));
    EXPECT_THAT(fault_of("[[line]]\nid = \"a\"\nrp_a_month = 1\n"), HasSubstr("format"));
}

TEST(PovertyLineId, BeginsNamesOfColumns) {
    EXPECT_TRUE(is_line_id("bps_2019_03"));
    for (const auto* id : {"", "_a", "a_", "a__b", "A", "1a", "a-b", "a234567890123456789012345678901"}) {
        EXPECT_FALSE(is_line_id(id)) << id;
    }
}

}  // namespace
}  // namespace desakota::welfare
