#include "engine/matching/footnote_marks.h"

#include <gtest/gtest.h>

#include "engine/matching/place_names.h"

namespace desakota::matching {
namespace {

std::string letters(const char* name) {
    return read_place_name(name).letters;
}

TEST(FootnoteMarks, AreNoPartOfAName) {
    for (const auto* name :
         {"Tani Jaya 1)", "Tani Jaya1)", "Tani Jaya 1 )", "Tani Jaya *)", "Tani Jaya **)", "Tani Jaya*",
          "Tani Jaya 1,2)", "Tani Jaya 1)2)", "Tani Jaya r)", "TANI JAYA R)", "Tani Jaya e)", "Tani Jaya x)",
          "Tani Jaya\xC2\xB2", "Tani Jaya \xC2\xB9)", "Tani Jaya \xE2\x81\xB4\xE2\x81\xBE", "Tani Jaya\xE2\x80\xA0",
          "1) Tani Jaya", "a) Tani Jaya"}) {
        EXPECT_EQ(letters(name), "tanijaya") << name;
        EXPECT_TRUE(read_place_name(name).numbers.empty()) << name;
    }
    EXPECT_EQ(letters("Sri Mukti r)"), "srimukti");
    EXPECT_EQ(read_place_name("Tani Jaya 1), Kec. Air Salek *)").kecamatan, "airsalek");
}

TEST(FootnoteMarks, AreNoNumbersInBrackets) {
    EXPECT_EQ(letters("Tani Jaya (II)"), "tanijaya#2");
    EXPECT_EQ(letters("Tani Jaya (1)"), "tanijaya#1");
    EXPECT_EQ(letters("Tani Jaya (II) 1)"), "tanijaya#2");
    EXPECT_EQ(read_place_name("Mekar Sari (UPT XII)").upt, 12);
}

TEST(FootnoteMarks, AreNoNumeralsOrUnitsWhoseBracketIsMissing) {
    EXPECT_EQ(letters("Selimau II)"), "selimau#2");
    EXPECT_EQ(letters("Selimau I)"), "selimau#1");
    EXPECT_EQ(letters("Selimau I\xC2\xB9)"), "selimau#1");
    EXPECT_EQ(read_place_name("Mekar Sari UPT 3)").upt, 3);
    EXPECT_EQ(read_place_name("Mekar Sari, SP.3)").sp, 3);
    EXPECT_EQ(without_footnote_marks("Bukit )"), "Bukit ");
    EXPECT_EQ(without_footnote_marks(")"), " ");
    EXPECT_EQ(without_footnote_marks(""), "");
}

}  // namespace
}  // namespace desakota::matching
