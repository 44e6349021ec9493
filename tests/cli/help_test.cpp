#include "engine/cli/help.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/test_catalogue.h"

namespace desakota::cli {
namespace {

using core::Language;
using testing::HasSubstr;
using testing::Not;

TEST(Wrapped, BreaksAtBlanksOnly) {
    EXPECT_EQ(wrapped("one two three", 8, 2, 0), "one two\n  three");
    EXPECT_EQ(wrapped("a-word-longer-than-the-line next", 10, 0, 0), "a-word-longer-than-the-line\nnext");
    EXPECT_EQ(wrapped("", 10, 0, 0), "");
}

TEST(Wrapped, CountsLettersNotBytes) {
    EXPECT_EQ(wrapped("\xC3\xA9\xC3\xA9\xC3\xA9 ab", 6, 0, 0), "\xC3\xA9\xC3\xA9\xC3\xA9 ab");
}

TEST(AnalysisList, IsGroupedInTheLanguage) {
    const auto english = analysis_list(test_catalogue(), Language::English);
    EXPECT_THAT(english, HasSubstr("tests\n  count-points            how many points are there?\n"));
    EXPECT_LT(english.find("count-points"), english.find("\nothers\n"));
    EXPECT_THAT(analysis_list(test_catalogue(), Language::Indonesian), HasSubstr("uji\n  count-points"));
}

TEST(AnalysisHelp, TellsEveryParameterAndOutputInBothLanguages) {
    for (const auto language : {Language::English, Language::Indonesian}) {
        const auto& analysis = test_catalogue()[0];
        const auto help = analysis_help(analysis, language);
        for (const auto& parameter : analysis.parameters) {
            EXPECT_THAT(help, HasSubstr("  --" + parameter.name));
            EXPECT_THAT(help, HasSubstr(parameter.title.in(language)));
        }
        for (const auto& output : analysis.outputs) EXPECT_THAT(help, HasSubstr("  " + output.name));
        for (const char* option : {"--output", "--overwrite", "--lang", "--threads", "--quiet", "--json"}) {
            EXPECT_THAT(help, HasSubstr(option));
        }
    }
}

TEST(AnalysisHelp, TellsRangesDefaultsChoicesAndUsualNames) {
    const auto help = analysis_help(test_catalogue()[0], Language::English);
    EXPECT_THAT(help, HasSubstr("Range: 0 to 10000 m. Default: 5000 m."));
    EXPECT_THAT(help, HasSubstr("--mode walking|car"));
    EXPECT_THAT(help, HasSubstr("walking: the walking; car: the car."));
    EXPECT_THAT(help, HasSubstr("nama, name."));
    EXPECT_THAT(help, HasSubstr("--no-keep"));
    EXPECT_THAT(help, HasSubstr("Usage:\n  desakota count-points --points LAYER --output FILE [options]\n"));
}

TEST(GeneralHelp, NamesTheCommandsTheAnalysesAndTheExitStatuses) {
    const auto help = general_help(test_catalogue(), Language::English);
    EXPECT_THAT(help, HasSubstr("desakota list"));
    EXPECT_THAT(help, HasSubstr("count-nothing"));
    EXPECT_THAT(help, HasSubstr("130 interrupted"));
    EXPECT_THAT(general_help(test_catalogue(), Language::Indonesian), Not(HasSubstr("Usage")));
}

}  // namespace
}  // namespace desakota::cli
