#include "engine/cli/command_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace desakota::cli {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::vector<OptionShape> kShapes{
    {"layer"}, {"number"}, {"many", Takes::ManyValues}, {"flag", Takes::Nothing, 'f'}};

TEST(CommandWords, GoToTheOptionTheyFollow) {
    const auto words = sort_words(kShapes, {"--layer", "a.gpkg|layername=b", "--flag", "--number=5"});
    EXPECT_THAT(words.values.at("layer"), ElementsAre("a.gpkg|layername=b"));
    EXPECT_THAT(words.values.at("number"), ElementsAre("5"));
    EXPECT_THAT(words.values.at("flag"), ElementsAre("true"));
    EXPECT_FALSE(words.values.contains("many"));
    EXPECT_THAT(words.rest, IsEmpty());
}

TEST(CommandWords, KeepNegativeNumbersWithTheirOption) {
    EXPECT_THAT(sort_words(kShapes, {"--number", "-5"}).values.at("number"), ElementsAre("-5"));
}

TEST(CommandWords, OfSeveralValuesAndOccurrencesStayInOrder) {
    const auto words = sort_words(kShapes, {"--many", "a", "b", "--flag", "--many", "c"});
    EXPECT_THAT(words.values.at("many"), ElementsAre("a", "b", "c"));
}

TEST(CommandWords, ShowAValueThatIsNotThere) {
    EXPECT_THAT(sort_words(kShapes, {"--layer", "--flag"}).values.at("layer"), ElementsAre(""));
    EXPECT_THAT(sort_words(kShapes, {"--layer"}).values.at("layer"), ElementsAre(""));
}

TEST(CommandWords, ShowAnOptionThatIsThereTwice) {
    EXPECT_THAT(sort_words(kShapes, {"--layer", "a", "--layer", "b"}).values.at("layer"), ElementsAre("a", "b"));
    EXPECT_THAT(sort_words(kShapes, {"-f", "--flag"}).values.at("flag"), ElementsAre("true", "true"));
}

TEST(CommandWords, ThatBelongToNoOptionAreTheRest) {
    EXPECT_THAT(sort_words(kShapes, {"--layer", "a", "b", "--nope", "5", "-x"}).rest,
                ElementsAre("b", "--nope", "5", "-x"));
}

TEST(CommandWords, AfterACommandAreItsOwn) {
    const auto words = sort_words(kShapes, {"--flag", "count", "--layer", "a"}, Rest::Command);
    EXPECT_TRUE(words.values.contains("flag"));
    EXPECT_FALSE(words.values.contains("layer"));
    EXPECT_THAT(words.rest, ElementsAre("count", "--layer", "a"));
}

TEST(CommandWords, AreNotTakenApartByBracketsAndCommas) {
    EXPECT_THAT(sort_words(kShapes, {"--layer", "[a,b]", "--many", "[c,d]", "e,f"}).values.at("many"),
                ElementsAre("[c,d]", "e,f"));
}

}  // namespace
}  // namespace desakota::cli
