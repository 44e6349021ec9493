#include "engine/cli/language.h"

#include <gtest/gtest.h>

namespace desakota::cli {
namespace {

using core::Language;

TEST(Language, IsIndonesianForIndonesianLocalesOnly) {
    for (const char* locale : {"id_ID.UTF-8", "id_ID", "id", "id.UTF-8", "id@euro"}) {
        EXPECT_EQ(language_of_locale(locale), Language::Indonesian) << locale;
    }
    for (const char* locale : {"en_US.UTF-8", "C", "POSIX", "", "idx_ID", "jv_ID.UTF-8"}) {
        EXPECT_EQ(language_of_locale(locale), Language::English) << locale;
    }
}

TEST(Language, CodesReadBackAsWritten) {
    for (const auto language : {Language::English, Language::Indonesian}) {
        EXPECT_EQ(parse_language(language_code(language)), language);
    }
    EXPECT_EQ(parse_language("fr"), std::nullopt);
}

TEST(Language, AnOptionAnywhereOnTheLineDecides) {
    EXPECT_EQ(spoken_language({"list", "--lang", "id"}), Language::Indonesian);
    EXPECT_EQ(spoken_language({"--lang=id", "list"}), Language::Indonesian);
    EXPECT_EQ(spoken_language({"count", "--lang", "en", "--x"}), Language::English);
}

TEST(Language, WithoutASoundOptionTheMachineDecides) {
    EXPECT_EQ(spoken_language({"list", "--lang", "fr"}), machine_language());
    EXPECT_EQ(spoken_language({"list", "--lang"}), machine_language());
    EXPECT_EQ(spoken_language({}), machine_language());
}

}  // namespace
}  // namespace desakota::cli
