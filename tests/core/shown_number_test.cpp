#include "engine/core/shown_number.h"

#include <gtest/gtest.h>

namespace desakota::core {
namespace {

TEST(ShownNumber, UsesTheMarksOfTheLanguage) {
    EXPECT_EQ(shown_number(12345.678, 1, Language::English), "12,345.7");
    EXPECT_EQ(shown_number(12345.678, 1, Language::Indonesian), "12.345,7");
    EXPECT_EQ(shown_number(-999.0, 0, Language::Indonesian), "-999");
}

}  // namespace
}  // namespace desakota::core
