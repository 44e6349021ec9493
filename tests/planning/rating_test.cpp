#include "engine/planning/rating.h"

#include <gtest/gtest.h>

#include "engine/planning/synergy.h"

namespace desakota::planning {
namespace {

TEST(PlainWords, DisregardCaseBlanksAndJoints) {
    EXPECT_EQ(plain_words("  Tidak_Disepakati "), "tidak disepakati");
    EXPECT_EQ(plain_words("tidak  -\tdisepakati\n"), "tidak disepakati");
    EXPECT_EQ(plain_words(" _ "), "");
}

TEST(Ratings, AreFoundByCodeAndByTheWordsOfEitherLanguage) {
    const auto& goals = scale_of(Dimension::Goals);
    for (const auto* text : {"tidak_disepakati", "Tidak Disepakati", "NOT AGREED", " not-agreed "}) {
        EXPECT_EQ(find_rating(goals, text), 2U) << text;
    }
    EXPECT_EQ(find_rating(goals, "lumayan"), std::nullopt);
    EXPECT_EQ(find_rating(goals, ""), std::nullopt);
}

TEST(Ratings, EachWordOfAScaleMeansOneRatingOnly) {
    for (const auto dimension : kDimensions) {
        const auto& scale = scale_of(dimension);
        for (std::size_t place = 0; place < scale.ratings.size(); ++place) {
            const auto& rating = scale.ratings[place];
            EXPECT_EQ(find_rating(scale, rating.code), place);
            EXPECT_EQ(find_rating(scale, rating.label.english), place);
            EXPECT_EQ(find_rating(scale, rating.label.indonesian), place);
            for (const auto word : rating.words) {
                EXPECT_EQ(find_rating(scale, word), place) << word;
                EXPECT_EQ(plain_words(word), word);
            }
        }
    }
}

TEST(Ratings, TellAMissingValueFromAnUnknownWord) {
    EXPECT_TRUE(is_not_rated(scale_of(Dimension::Effect), " NA "));
    EXPECT_TRUE(is_not_rated(scale_of(Dimension::Goals), "  "));
    EXPECT_FALSE(is_not_rated(scale_of(Dimension::Goals), "na"));
    EXPECT_FALSE(is_not_rated(scale_of(Dimension::Effect), "tetap"));
}

TEST(Ratings, AreListedForMessagesInBothLanguages) {
    const auto list = allowed_ratings(scale_of(Dimension::System));
    EXPECT_EQ(list.english, "komprehensif (comprehensive), sebagian (partial), tidak (none)");
    EXPECT_EQ(list.indonesian, "komprehensif, sebagian, tidak (tidak tersistem)");
}

}  // namespace
}  // namespace desakota::planning
