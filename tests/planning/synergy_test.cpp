#include "engine/planning/synergy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

#include "tests/planning/synergy_inputs.h"

namespace desakota::planning {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr SynergyInputs kBest{System::Comprehensive, Goals::All, Process::High, Effect::GreatlyRisen};

TEST(Assess, GivesTheCategoriesThatThePaperFound) {
    EXPECT_EQ(assess(kTelang).category, Category::Fragmented);
    EXPECT_EQ(assess(kBatuBetumpang).category, Category::LessSynergistic);
}

TEST(Assess, FollowsTheTableInItsOwnRows) {
    EXPECT_EQ(assess(kBest).category, Category::Synergism);
    EXPECT_EQ(assess({System::Partial, Goals::Some, Process::Varied, Effect::RisenNotOptimal}).category,
              Category::LessSynergistic);
    EXPECT_EQ(assess({System::None, Goals::NotAgreed, Process::Low, Effect::RisenForSome}).category,
              Category::Fragmented);
    EXPECT_EQ(assess({System::Comprehensive, Goals::All, Process::High, Effect::Unchanged}).category,
              Category::Additive);
    EXPECT_EQ(assess({System::None, Goals::NotAgreed, Process::Low, Effect::Fallen}).category, Category::Antagonistic);
    EXPECT_EQ(assess({System::None, Goals::None, Process::None, std::nullopt}).category, Category::Sectoral);
}

/// The rules of the design, one after the other, written anew.
Category by_the_rules(const SynergyInputs& area) {
    if (area.system == System::None && area.goals == Goals::None && area.process == Process::None) {
        return Category::Sectoral;
    }
    if (area.effect == Effect::Fallen) return Category::Antagonistic;
    if (area.effect == Effect::Unchanged) return Category::Additive;
    if (area.system == System::Comprehensive && area.goals == Goals::All && area.process == Process::High &&
        area.effect == Effect::GreatlyRisen) {
        return Category::Synergism;
    }
    return area.system == System::None ? Category::Fragmented : Category::LessSynergistic;
}

TEST(Assess, PutsEveryAreaWithAllRatingsIntoExactlyOneCategory) {
    std::set<Category> seen;
    const auto all = all_inputs(false);
    EXPECT_EQ(all.size(), 3U * 4U * 4U * 5U);
    for (const auto& area : all) {
        const auto assessed = assess(area);
        ASSERT_TRUE(assessed.category);
        EXPECT_EQ(*assessed.category, by_the_rules(area));
        EXPECT_THAT(assessed.needed, IsEmpty());
        EXPECT_THAT(assessed.unneeded, IsEmpty());
        seen.insert(*assessed.category);
    }
    EXPECT_EQ(seen.size(), kCategories.size());
}

TEST(Assess, EarlierRulesWin) {
    EXPECT_EQ(assess({System::None, Goals::None, Process::None, Effect::Fallen}).category, Category::Sectoral);
    EXPECT_EQ(assess({System::None, Goals::None, Process::Low, Effect::Fallen}).category, Category::Antagonistic);
    EXPECT_EQ(assess({System::None, Goals::None, Process::Low, Effect::Unchanged}).category, Category::Additive);
    EXPECT_EQ(assess({System::None, Goals::All, Process::High, Effect::GreatlyRisen}).category, Category::Fragmented);
}

TEST(Assess, NamesTheMissingRatingsOnWhichTheCategoryDepends) {
    auto area = kTelang;
    area.system.reset();
    EXPECT_EQ(assess(area).category, std::nullopt);
    EXPECT_THAT(assess(area).needed, ElementsAre(Dimension::System));
    area = kBatuBetumpang;
    area.effect.reset();
    area.goals.reset();
    EXPECT_THAT(assess(area).needed, ElementsAre(Dimension::Effect));
    EXPECT_THAT(assess({}).needed,
                ElementsAre(Dimension::System, Dimension::Goals, Dimension::Process, Dimension::Effect));
}

TEST(Assess, DoesWithoutRatingsThatChangeNothing) {
    auto area = kBatuBetumpang;
    area.goals.reset();
    EXPECT_EQ(assess(area).category, Category::LessSynergistic);
    EXPECT_THAT(assess(area).unneeded, ElementsAre(Dimension::Goals));
    EXPECT_EQ(assess({std::nullopt, std::nullopt, std::nullopt, Effect::Fallen}).category, Category::Antagonistic);
    EXPECT_EQ(assess({std::nullopt, std::nullopt, std::nullopt, Effect::Unchanged}).category, Category::Additive);
}

TEST(Assess, NeedsTheGoalsWhereAllElseSaysSectoral) {
    const SynergyInputs area{System::None, std::nullopt, Process::None, Effect::RisenForSome};
    EXPECT_THAT(assess(area).needed, ElementsAre(Dimension::Goals));
}

/// Where rules 1 to 3 do not hold yet, a category is given just where every way to rate the missing agrees.
TEST(Assess, WithMissingRatingsNeverContradictsTheCompleteOnes) {
    const auto complete = all_inputs(false);
    for (const auto& area : all_inputs(true)) {
        const auto assessed = assess(area);
        EXPECT_EQ(assessed.category.has_value(), assessed.needed.empty());
        if (area.effect == Effect::Fallen || area.effect == Effect::Unchanged) continue;
        std::set<Category> possible;
        for (const auto& full : complete) {
            bool agrees = true;
            for (const auto dimension : kDimensions) {
                agrees = agrees && (!area.place(dimension) || area.place(dimension) == full.place(dimension));
            }
            if (agrees) possible.insert(by_the_rules(full));
        }
        EXPECT_EQ(assessed.category.has_value(), possible.size() == 1);
        if (assessed.category) {
            EXPECT_EQ(*assessed.category, *possible.begin());
        }
    }
}

TEST(Categories, HaveOneRuleEachInTheOrderOfTheDesign) {
    EXPECT_EQ(rule_of(Category::Sectoral).number, 1);
    EXPECT_EQ(rule_of(Category::Antagonistic).number, 2);
    EXPECT_EQ(rule_of(Category::Additive).number, 3);
    EXPECT_EQ(rule_of(Category::Synergism).number, 4);
    EXPECT_EQ(rule_of(Category::Fragmented).number, 5);
    EXPECT_EQ(rule_of(Category::LessSynergistic).number, 6);
    std::set<std::string_view> codes;
    for (const auto category : kCategories) {
        EXPECT_EQ(rule_of(category).category, category);
        EXPECT_FALSE(rule_of(category).sentence.english.empty());
        EXPECT_FALSE(rule_of(category).sentence.indonesian.empty());
        EXPECT_FALSE(category_label(category).indonesian.empty());
        codes.insert(category_code(category));
    }
    EXPECT_THAT(codes,
                ElementsAre("additive", "antagonistic", "fragmented", "less_synergistic", "sectoral", "synergism"));
    EXPECT_EQ(category_label(Category::LessSynergistic).indonesian, "Kurang sinergis");
    EXPECT_EQ(category_label(Category::Fragmented).indonesian, "Terfragmentasi");
}

TEST(Categories, SectoralAndAntagonisticAreNeitherBetter) {
    EXPECT_FALSE(is_better(Category::Antagonistic, Category::Sectoral));
    EXPECT_FALSE(is_better(Category::Sectoral, Category::Antagonistic));
    EXPECT_TRUE(is_better(Category::Additive, Category::Antagonistic));
    EXPECT_TRUE(is_better(Category::Synergism, Category::LessSynergistic));
    EXPECT_FALSE(is_better(Category::Fragmented, Category::Fragmented));
}

}  // namespace
}  // namespace desakota::planning
