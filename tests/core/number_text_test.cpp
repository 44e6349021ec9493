#include "engine/core/number_text.h"

#include <gtest/gtest.h>

namespace desakota::core {
namespace {

TEST(NumberText, ReadsTheWholeTextOrNothing) {
    EXPECT_EQ(parse_number(" 12.5 "), 12.5);
    EXPECT_EQ(parse_number("+3"), 3.0);
    EXPECT_FALSE(parse_number("12,5"));
    EXPECT_FALSE(parse_number("12 km"));
    EXPECT_FALSE(parse_number(""));
    EXPECT_FALSE(parse_number("nan"));
    EXPECT_FALSE(parse_number("inf"));
    EXPECT_EQ(parse_integer("-7"), -7);
    EXPECT_FALSE(parse_integer("7.0"));
}

TEST(NumberText, WritesTheShortestTextThatReadsBack) {
    EXPECT_EQ(number_text(0.1), "0.1");
    EXPECT_EQ(parse_number(number_text(1.0 / 3.0)), 1.0 / 3.0);
    EXPECT_EQ(number_text(7.449, 1), "7.4");
    EXPECT_EQ(number_text(5000.0, 0), "5000");
}

}  // namespace
}  // namespace desakota::core
