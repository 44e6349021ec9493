#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/planning/synergy_inputs.h"

#include "engine/planning/synergy.h"

namespace desakota::planning {
namespace {

using testing::ElementsAre;

constexpr Change change(Dimension dimension, std::size_t from, std::size_t to) {
    return {dimension, from, to};
}

TEST(Lift, OfTelangIsAPartialSystem) {
    const auto lift = find_lift(kTelang);
    ASSERT_TRUE(lift);
    EXPECT_EQ(lift->category, Category::LessSynergistic);
    EXPECT_EQ(lift->steps, 1U);
    EXPECT_THAT(lift->alternatives, ElementsAre(ElementsAre(change(Dimension::System, 2, 1))));
}

TEST(Lift, OfBatuBetumpangIsAStepInEveryDimension) {
    const auto lift = find_lift(kBatuBetumpang);
    ASSERT_TRUE(lift);
    EXPECT_EQ(lift->category, Category::Synergism);
    EXPECT_EQ(lift->steps, 4U);
    EXPECT_THAT(lift->alternatives,
                ElementsAre(ElementsAre(change(Dimension::System, 1, 0), change(Dimension::Goals, 1, 0),
                                        change(Dimension::Process, 1, 0), change(Dimension::Effect, 1, 0))));
}

TEST(Lift, ListsEquallySmallChanges) {
    const auto lift = find_lift({System::None, Goals::None, Process::None, Effect::RisenForSome});
    ASSERT_TRUE(lift);
    EXPECT_EQ(lift->category, Category::Fragmented);
    EXPECT_THAT(lift->alternatives, testing::UnorderedElementsAre(ElementsAre(change(Dimension::Goals, 3, 2)),
                                                                  ElementsAre(change(Dimension::Process, 3, 2))));
}

TEST(Lift, OfASectoralAreaWithoutAnEffectNeedsOne) {
    const auto lift = find_lift({System::None, Goals::None, Process::None, std::nullopt});
    ASSERT_TRUE(lift);
    EXPECT_EQ(lift->category, Category::Additive);
    const Change effect{Dimension::Effect, std::nullopt, 3};
    for (const auto& alternative : lift->alternatives) EXPECT_EQ(alternative.back(), effect);
    EXPECT_EQ(lift->alternatives.size(), 3U);
}

TEST(Lift, CountsAMissingRatingFromTheBottom) {
    const auto lift = find_lift({System::Comprehensive, std::nullopt, Process::High, Effect::RisenNotOptimal});
    ASSERT_TRUE(lift);
    EXPECT_EQ(lift->category, Category::Synergism);
    EXPECT_EQ(lift->steps, 4U);
    EXPECT_THAT(lift->alternatives,
                ElementsAre(ElementsAre(Change{Dimension::Goals, std::nullopt, 0}, change(Dimension::Effect, 1, 0))));
}

TEST(Lift, IsThereUnlessTheAreaIsAtTheTopOrNotAssessable) {
    for (const auto& area : all_inputs(true)) {
        const auto category = assess(area).category;
        EXPECT_EQ(find_lift(area).has_value(), category && *category != Category::Synergism);
    }
}

/// Laws: what a lift asks for gives the category it promises, each change is for the better, and nothing smaller does.
TEST(Lift, KeepsItsPromiseAndNoSmallerChangeGivesABetterCategory) {
    const auto all = all_inputs(false);
    for (const auto& area : all) {
        const auto lift = find_lift(area);
        if (!lift) continue;
        const auto present = *assess(area).category;
        EXPECT_TRUE(is_better(lift->category, present));
        for (const auto& alternative : lift->alternatives) {
            auto lifted = area;
            for (const auto& change : alternative) {
                EXPECT_LT(change.to, *change.from);
                lifted.set(change.dimension, change.to);
            }
            EXPECT_EQ(assess(lifted).category, lift->category);
        }
        for (const auto& other : all) {
            std::size_t steps = 0;
            bool is_upward = true;
            for (const auto dimension : kDimensions) {
                is_upward = is_upward && *other.place(dimension) <= *area.place(dimension);
                steps += *area.place(dimension) - *other.place(dimension);
            }
            if (is_upward && steps < lift->steps) {
                EXPECT_FALSE(is_better(*assess(other).category, present));
            }
        }
    }
}

}  // namespace
}  // namespace desakota::planning
