#include "engine/report/page_texts.h"

#include <gtest/gtest.h>
#include <set>
#include <stdexcept>

namespace desakota::report {
namespace {

TEST(PageTexts, SpeakBothLanguagesUnderOneKeyEach) {
    std::set<std::string_view> keys;
    for (const auto& [key, text] : page_texts()) {
        EXPECT_TRUE(keys.insert(key).second) << key;
        EXPECT_FALSE(text.english.empty() || text.indonesian.empty()) << key;
    }
}

TEST(PageText, IsFoundByItsKeyOrIsAFault) {
    EXPECT_EQ(page_text("findings").indonesian, "Temuan utama");
    EXPECT_THROW((void)page_text("nothing"), std::logic_error);
}

}  // namespace
}  // namespace desakota::report
