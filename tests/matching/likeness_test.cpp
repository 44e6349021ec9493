#include "engine/matching/likeness.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>

namespace desakota::matching {
namespace {

TEST(Likeness, IsNineteenthsForTheNamesThatItCannotTellApart) {
    EXPECT_DOUBLE_EQ(likeness("selimau i", "selimau ii"), 18.0 / 19.0);
    EXPECT_DOUBLE_EQ(likeness("mulya sari", "mulyasari"), 18.0 / 19.0);
}

TEST(Likeness, IsOneForTheSameAndZeroForNothingInCommon) {
    EXPECT_DOUBLE_EQ(likeness("telang", "telang"), 1.0);
    EXPECT_DOUBLE_EQ(likeness("abc", "xyz"), 0.0);
    EXPECT_DOUBLE_EQ(likeness("", ""), 0.0);
    EXPECT_DOUBLE_EQ(likeness("a", ""), 0.0);
}

TEST(Likeness, CountsLettersInTheirOrder) {
    // In common, in this order: m, e, s, a, r, i.
    EXPECT_DOUBLE_EQ(likeness("mekar sari", "msesari"), 12.0 / 17.0);
    EXPECT_DOUBLE_EQ(likeness("ab", "ba"), 0.5);
    EXPECT_DOUBLE_EQ(likeness("ba", "ab"), 0.5);
}

TEST(Likeness, IsTheSameForLongTexts) {
    const std::string long_text(64, 'a');
    EXPECT_DOUBLE_EQ(likeness(long_text, long_text), 1.0);
    EXPECT_DOUBLE_EQ(likeness(long_text + "b", long_text + "c"), 128.0 / 130.0);
    EXPECT_DOUBLE_EQ(likeness(long_text + "bc", long_text), 128.0 / 130.0);
}

}  // namespace
}  // namespace desakota::matching
