#include "engine/core/direction_marks.h"

#include <gtest/gtest.h>

namespace desakota::core {
namespace {

TEST(DirectionMarks, AreTakenOutOfNames) {
    EXPECT_EQ(without_direction_marks("a\u202Eb\u2066c\u2069d\u202A"), "abcd");
}

TEST(DirectionMarks, LeaveOtherCharactersAlone) {
    const std::string others = "é–…\u2029\u202F\u2065\u206A\xE2\x80";
    EXPECT_EQ(without_direction_marks(others), others);
    EXPECT_EQ(without_direction_marks(""), "");
}

}  // namespace
}  // namespace desakota::core
