#include "engine/analyses/quantity_text.h"

#include <gtest/gtest.h>

namespace desakota::analyses {
namespace {

using core::Text;

TEST(QuantityText, GroupsThousandsAsEachLanguageDoes) {
    EXPECT_EQ(grouped(1234567.0), (Text{"1,234,567", "1.234.567"}));
    EXPECT_EQ(grouped(999.0), (Text{"999", "999"}));
    EXPECT_EQ(grouped(-1234.5, 1), (Text{"-1,234.5", "-1.234,5"}));
    EXPECT_EQ(grouped(-123.0), (Text{"-123", "-123"}));
}

TEST(QuantityText, TellsLengthsInMetresBelowAKilometre) {
    EXPECT_EQ(length_text(7'400), (Text{"7 m", "7 m"}));
    EXPECT_EQ(length_text(424'000).english, "420 m");
    EXPECT_EQ(length_text(994'000).english, "990 m");
    EXPECT_EQ(length_text(995'000), (Text{"1.0 km", "1,0 km"}));
    EXPECT_EQ(length_text(1'234'567'000), (Text{"1,234.6 km", "1.234,6 km"}));
}

TEST(QuantityText, TellsPartsLikeTheirWhole) {
    EXPECT_EQ(part_length_text(900'000, 7'400'000).english, "0.9 km");
    EXPECT_EQ(part_length_text(60'000, 7'400'000).english, "60 m");
    EXPECT_EQ(part_length_text(600'000, 800'000).english, "600 m");
}

TEST(QuantityText, TellsTimesAndShares) {
    EXPECT_EQ(duration_text(32 * 60'000), (Text{"32 min", "32 menit"}));
    EXPECT_EQ(duration_text(65 * 60'000), (Text{"1 h 5 min", "1 jam 5 menit"}));
    EXPECT_EQ(percent_text(0.4094), (Text{"41 %", "41 %"}));
    EXPECT_EQ(percent_text(0.041), (Text{"4.1 %", "4,1 %"}));
    EXPECT_EQ(percent_text(0.0).english, "0 %");
}

}  // namespace
}  // namespace desakota::analyses
