#include "engine/maps/printable.h"

#include <gtest/gtest.h>

namespace desakota::maps {
namespace {

TEST(Printable, KeepsWhatCanBeSet) {
    EXPECT_EQ(printable("Kampung Tua – 2°30' LS, 漢字 😀\nbaris"), "Kampung Tua – 2°30' LS, 漢字 😀\nbaris");
    EXPECT_EQ(printable("<b>&amp;"), "<b>&amp;");
}

TEST(Printable, ReplacesWhatIsNoUtf8) {
    const std::string mark = "\xEF\xBF\xBD";
    EXPECT_EQ(printable("a\xFFz"), "a" + mark + "z");
    EXPECT_EQ(printable("a\xC3"), "a" + mark);
    EXPECT_EQ(printable("\xC0\x80"), mark + mark);
    EXPECT_EQ(printable("\xED\xA0\x80"), mark + mark + mark);
}

TEST(Printable, TakesControlsAway) {
    EXPECT_EQ(printable(std::string("a\0b\x1B\x7F", 5)), "a b  ");
    EXPECT_EQ(printable("a\xE2\x80\xAEz"), "az");
}

TEST(Printable, EndsLongTexts) {
    EXPECT_EQ(printable(std::string(100'000, 'x')).size(), 1000U);
}

}  // namespace
}  // namespace desakota::maps
