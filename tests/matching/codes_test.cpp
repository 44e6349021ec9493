#include "engine/matching/codes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace desakota::matching {
namespace {

Code code(const char* text, const char* column = "kode") {
    return read_code(text, system_of_column(column)).value_or(Code{});
}

TEST(ColumnNames, TellTheSystemOfACode) {
    for (const auto* name : {"kode_bps", "KDEBPS", "idbps", "iddesa", "ID_DESA", "adm4_pcode"}) {
        EXPECT_EQ(system_of_column(name), CodeSystem::Bps) << name;
    }
    for (const auto* name : {"kode_kemendagri", "Kode Permendagri", "kode_wilayah", "KDEPUM", "kode_dagri"}) {
        EXPECT_EQ(system_of_column(name), CodeSystem::HomeAffairs) << name;
    }
    for (const auto* name : {"kode", "kode_desa", "id", "kode_sp"}) {
        EXPECT_EQ(system_of_column(name), std::nullopt) << name;
    }
}

TEST(Codes, OfTheStatisticsOfficeAreEqualWithAndWithoutIdAndInGroups) {
    EXPECT_TRUE(is_same_code(code("1607051009"), code("id1607051009")));
    EXPECT_TRUE(is_same_code(code("ID 1607051009"), code("16.07.051.009")));
    EXPECT_TRUE(is_same_code(code("1607051009", "kode_bps"), code(" 1607051009 ")));
    EXPECT_TRUE(is_same_code(code("1607051"), code("16.07.051")));
    EXPECT_FALSE(is_same_code(code("1607051009"), code("1607051010")));
}

TEST(Codes, OfTwoSystemsAreNeverEqualByTheirDigits) {
    EXPECT_EQ(code("16.07.05.2009").system, CodeSystem::HomeAffairs);
    EXPECT_FALSE(is_same_code(code("16.07.05.2009"), code("1607052009")));
    EXPECT_FALSE(is_same_code(code("1607052009", "kode_kemendagri"), code("1607052009", "kode_bps")));
    EXPECT_NE(code_key(code("16.07.05.2009")), code_key(code("1607052009")));
}

TEST(Codes, WithoutDotsAreOfHomeAffairsWhereTheColumnSaysSo) {
    EXPECT_TRUE(is_same_code(code("1607052009", "kode_kemendagri"), code("16.07.05.2009")));
    EXPECT_TRUE(is_same_code(code("160705", "kode_wilayah"), code("16.07.05")));
}

TEST(Codes, SayTheirSystemByDotsPrefixOrColumn) {
    EXPECT_TRUE(code("16.07.05.2009").is_stated);
    EXPECT_TRUE(code("id1607051009").is_stated);
    EXPECT_TRUE(code("1607051009", "kode_bps").is_stated);
    EXPECT_FALSE(code("1607051009").is_stated);
}

TEST(Codes, ThatAreOnesOwnAreEqualAsWholeTextsOnly) {
    EXPECT_TRUE(is_same_code(code("CTH-012"), code(" cth-012")));
    EXPECT_FALSE(is_same_code(code("CTH-012"), code("CTH-12")));
    EXPECT_FALSE(is_same_code(code("CTH-012"), code("012")));
    EXPECT_EQ(code("16.07.5").system, CodeSystem::Own);
    EXPECT_EQ(code("16..07").system, CodeSystem::Own);
    EXPECT_EQ(code("id12").system, CodeSystem::Own);
    EXPECT_FALSE(read_code("  ", std::nullopt).has_value());
}

TEST(Codes, ContradictEachOtherWithinOneStatedSystemOnly) {
    EXPECT_TRUE(contradict(code("16.07.05.2009"), code("16.07.05.2010")));
    EXPECT_FALSE(contradict(code("16.07.05.2009"), code("16.07.05.2009")));
    EXPECT_FALSE(contradict(code("16.07.05.2009"), code("1607051010", "kode_bps")));
    EXPECT_FALSE(contradict(code("1607051009"), code("1607051010")));
    EXPECT_FALSE(contradict(code("1607051009", "kode_bps"), code("1607051", "kode_bps")));
    EXPECT_FALSE(contradict(code("A1"), code("A2")));
}

TEST(Codes, KeepTheirSystemInAList) {
    EXPECT_EQ(lasting_text(code("1607052009", "kode_kemendagri"), "1607052009"), "16.07.05.2009");
    EXPECT_EQ(lasting_text(code("160705", "kode_kemendagri"), "160705"), "16.07.05");
    EXPECT_EQ(lasting_text(code("id1607051009"), " id1607051009"), "id1607051009");
    EXPECT_EQ(lasting_text(code("CTH-012"), "CTH-012 "), "CTH-012");
}

}  // namespace
}  // namespace desakota::matching
