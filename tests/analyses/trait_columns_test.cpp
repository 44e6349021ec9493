#include "engine/analyses/trait_columns.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <numeric>

#include "tests/analyses/layer_maker.h"

namespace desakota::analyses {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using Kind = HouseholdTrait::Kind;

HouseholdTrait trait_of(const std::string& name, Kind kind, std::vector<double> values) {
    HouseholdTrait trait;
    trait.name = name;
    trait.label = core::same_text("'" + name + "'");
    trait.kind = kind;
    trait.values = std::move(values);
    return trait;
}

TraitColumns columns_of(const HouseholdTrait& trait, core::Diagnostics& diagnostics) {
    std::vector<std::uint32_t> rows(trait.values.size());
    std::iota(rows.begin(), rows.end(), 0U);
    return make_trait_columns({trait}, rows, diagnostics);
}
TraitColumns columns_of(const HouseholdTrait& trait) {
    core::Diagnostics diagnostics;
    return columns_of(trait, diagnostics);
}

HouseholdTrait jobs(std::vector<double> values) {
    auto trait = trait_of("kerja", Kind::Category, std::move(values));
    trait.categories = {"buruh", "dagang", "tani"};
    return trait;
}

TEST(TraitColumns, CompareEachCategoryWithTheMostFrequent) {
    const auto made = columns_of(jobs({2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1}));
    ASSERT_THAT(made.columns, SizeIs(2));
    EXPECT_EQ(made.columns[0].category, "buruh");
    EXPECT_EQ(made.columns[0].reference, "tani");
    EXPECT_EQ(made.columns[0].label.english, "'kerja' (buruh)");
    EXPECT_EQ(made.columns[1].category, "dagang");
    EXPECT_THAT(made.values[0], ElementsAre(0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0));
}

TEST(TraitColumns, PassOverCategoriesThatNoHouseholdHas) {
    const auto made = columns_of(jobs({2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0}));
    ASSERT_THAT(made.columns, SizeIs(1));
    EXPECT_EQ(made.columns[0].category, "buruh");
}

TEST(TraitColumns, RefuseCategoriesOfFewHouseholdsAndNameNone) {
    TestRun run;
    static_cast<void>(columns_of(jobs({2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 1}), run.diagnostics));
    EXPECT_THAT(run.errors(),
                ElementsAre("The trait 'kerja': 2 of its 3 values have fewer than 5 households. Join them "
                            "with others in the table."));
}

TEST(TraitColumns, RefuseATextThatIsTheSameForAll) {
    TestRun run;
    static_cast<void>(columns_of(jobs({2, 2, 2, 2, 2, 2}), run.diagnostics));
    EXPECT_THAT(run.errors(), ElementsAre("The trait 'kerja' is the same in all households that count, and so tells "
                                          "nothing. Leave it out."));
}

TEST(TraitColumns, SpeakOfStepsAsLargeAsTheValuesDiffer) {
    const auto step_of = [](std::vector<double> values, bool is_whole) {
        auto trait = trait_of("x", Kind::Number, std::move(values));
        trait.is_whole = is_whole;
        return columns_of(trait).columns.front().step_words.english;
    };
    EXPECT_EQ(step_of({0, 2, 4, 6}, true), "1 in 'x'");
    EXPECT_EQ(step_of({0, 20, 40, 60}, true), "10 in 'x'");
    EXPECT_EQ(step_of({0, 0.2, 0.4, 0.6}, false), "0.1 in 'x'");
    EXPECT_EQ(step_of({0, 0.002, 0.004, 0.006}, false), "0.001 in 'x'");
    EXPECT_EQ(step_of({1000000, 3000000, 9000000}, true), "1,000,000 in 'x'");
    EXPECT_EQ(step_of({2, 2, 2, 3, 2, 2, 2, 2}, true), "1 in 'x'");
    EXPECT_EQ(step_of({2, 2, 2}, true), "1 in 'x'");
}

TEST(CoefficientSentence, TellsTheOddsOfAStep) {
    auto trait = trait_of("sekolah", Kind::Number, {6, 9});
    trait.step = 1.0;
    trait.step_words = {"year of schooling", "{} tahun sekolah"};
    const auto schooling = columns_of(trait).columns.front();
    const statistics::Coefficient clear{-0.67, 0.16};
    EXPECT_EQ(coefficient_sentence(schooling, clear).english,
              "Each further year of schooling: odds of being poor 0.51 times (95 %: 0.37 to 0.70).");
    EXPECT_EQ(coefficient_sentence(schooling, clear).indonesian,
              "Tiap tambahan 1 tahun sekolah: odds menjadi miskin 0,51 kali (95 %: 0,37 sampai 0,70).");
    trait.step = 0.1;
    trait.step_words = {"{} in the ratio", "{} pada rasio"};
    EXPECT_EQ(coefficient_sentence(columns_of(trait).columns.front(), {-4.81, 2.13}).english,
              "Each further 0.1 in the ratio: odds of being poor 0.62 times (95 %: 0.41 to 0.94).");
}

TEST(CoefficientSentence, SaysWhereALinkIsNotClear) {
    const auto electricity = columns_of(trait_of("listrik", Kind::YesNo, {1, 0})).columns.front();
    EXPECT_EQ(coefficient_sentence(electricity, {-0.59, 0.68}).english,
              "Where 'listrik' is yes rather than no: odds of being poor 0.55 times (95 %: 0.15 to 2.1). No clear link "
              "(p = 0.39).");
    EXPECT_EQ(coefficient_sentence(electricity, {-0.59, 0.68}).indonesian,
              "Bila 'listrik' ya, dibanding tidak: odds menjadi miskin 0,55 kali (95 %: 0,15 sampai 2,1). Kaitannya "
              "tidak jelas (p = 0,39).");
}

TEST(DirectionText, TellsWhatGoesWithBeingPoor) {
    const auto number = columns_of(trait_of("jam", Kind::Number, {1, 9})).columns.front();
    EXPECT_EQ(direction_text(number, {-1.0, 0.1}).english, "lower 'jam'");
    EXPECT_EQ(direction_text(number, {1.0, 0.1}).indonesian, "'jam' yang lebih tinggi");
    const auto yes_no = columns_of(trait_of("listrik", Kind::YesNo, {1, 0})).columns.front();
    EXPECT_EQ(direction_text(yes_no, {-1.0, 0.1}).english, "'listrik': no");
    EXPECT_EQ(direction_text(yes_no, {1.0, 0.1}).indonesian, "'listrik': ya");
    const auto job = columns_of(jobs({2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0})).columns.front();
    EXPECT_EQ(direction_text(job, {1.0, 0.1}).english, "'kerja': buruh rather than tani");
    EXPECT_EQ(direction_text(job, {-1.0, 0.1}).indonesian, "'kerja': tani dibanding buruh");
    EXPECT_EQ(coefficient_sentence(job, {1.0, 0.1}).english,
              "Where 'kerja' is buruh rather than tani: odds of being poor 2.7 times (95 %: 2.2 to 3.3).");
}

TEST(OddsText, HasTwoDigitsThatMatter) {
    EXPECT_EQ(odds_text(0.512).english, "0.51");
    EXPECT_EQ(odds_text(0.0081).english, "0.0081");
    EXPECT_EQ(odds_text(0.996).english, "1.0");
    EXPECT_EQ(odds_text(9.96).english, "10");
    EXPECT_EQ(odds_text(1.0).english, "1.0");
    EXPECT_EQ(odds_text(2416.3).indonesian, "2.416");
    EXPECT_EQ(odds_text(1e7).english, "more than 1,000,000");
    EXPECT_EQ(odds_text(1e-9).indonesian, "kurang dari 0,000001");
}

TEST(PText, IsNeverZero) {
    EXPECT_EQ(p_text(0.384).english, "p = 0.38");
    EXPECT_EQ(p_text(0.0042).indonesian, "p = 0,004");
    EXPECT_EQ(p_text(1e-9).english, "p < 0.001");
}

}  // namespace
}  // namespace desakota::analyses
