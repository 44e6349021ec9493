#include "engine/core/suggestion.h"

#include <gtest/gtest.h>

namespace desakota::core {
namespace {

const std::vector<std::string> kOptions{"--settlements", "--roads", "--rivers", "--output"};

TEST(Suggestion, IsTheWordWithTheFewestChanges) {
    EXPECT_EQ(nearest_word("--setlements", kOptions), "--settlements");
    EXPECT_EQ(nearest_word("--road", kOptions), "--roads");
    EXPECT_EQ(nearest_word("--raods", kOptions), "--roads");
    EXPECT_EQ(nearest_word("--outputs", kOptions), "--output");
}

TEST(Suggestion, IsNoneWhereNothingIsNear) {
    EXPECT_EQ(nearest_word("--tolerance", kOptions), "");
    EXPECT_EQ(nearest_word("x", kOptions), "");
    EXPECT_EQ(nearest_word("--roads", {}), "");
}

TEST(Suggestion, IsTheFirstOfEquallyNearWords) {
    EXPECT_EQ(nearest_word("abcd", {"abce", "abcf"}), "abce");
}

TEST(Suggestion, IsAQuestionInBothLanguagesOrNothing) {
    EXPECT_EQ(did_you_mean("--roads").english, " Did you mean --roads?");
    EXPECT_EQ(did_you_mean("--roads").indonesian, " Maksud Anda --roads?");
    EXPECT_EQ(did_you_mean("").english, "");
}

}  // namespace
}  // namespace desakota::core
