#include "engine/io/text_encoding.h"

#include <gtest/gtest.h>

namespace desakota::io {
namespace {

TEST(TextEncoding, LeavesUtf8AsItIs) {
    for (const auto* const text : {"", "Desa", "Désa", "\xE2\x82\xAC", "\xF0\x9F\x8C\xB4", "\xEF\xBB\xBF"}) {
        EXPECT_TRUE(is_utf8(text)) << text;
        EXPECT_EQ(to_utf8(text), text);
    }
}

TEST(TextEncoding, KnowsWhatIsNotUtf8) {
    for (const auto* const text : {"\xE9", "D\xE9sa", "\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                                   "\xF5\x80\x80\x80", "\x80", "\xE2\x82"}) {
        EXPECT_FALSE(is_utf8(text));
    }
}

TEST(TextEncoding, ReadsOtherTextAsWindows1252) {
    EXPECT_EQ(to_utf8("D\xE9sa"), "Désa");
    EXPECT_EQ(to_utf8("\x80 5"), "\xE2\x82\xAC 5");
    EXPECT_EQ(to_utf8("\xFF"), "ÿ");
}

}  // namespace
}  // namespace desakota::io
