#include "engine/analyses/welfare_rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/mini_run.h"

namespace desakota::analyses {
namespace {

using testing::ElementsAre;

/// Settlements with so many households each, and so many left out for want of an income.
HouseholdSelection selection_of(const std::vector<std::uint32_t>& counts, std::vector<std::uint32_t> left_out) {
    HouseholdSelection selection;
    selection.first = {0};
    for (const auto count : counts) selection.first.push_back(selection.first.back() + count);
    selection.rows.resize(selection.first.back());
    selection.left_out.push_back({{"without an income", "tanpa pendapatan"}, std::move(left_out)});
    return selection;
}

TEST(Basis, SaysOnHowManyHouseholdsAFigureRests) {
    const auto basis = basis_of(selection_of({15, 40}, {2, 0}), {0});
    EXPECT_EQ(basis.households, 15U);
    EXPECT_EQ(basis.left_out, 2U);
    EXPECT_TRUE(basis.is_unsure());
    EXPECT_EQ(basis.reason.english, "Rests on 15 households. Fewer than 30: unsure. 2 left out: without an income.");
    EXPECT_EQ(basis.reason.indonesian,
              "Berdasarkan 15 rumah tangga. Kurang dari 30: kurang andal. 2 tidak disertakan: tanpa pendapatan.");
}

TEST(Basis, IsSureFromThirtyHouseholdsOn) {
    EXPECT_TRUE(basis_of(selection_of({29}, {0}), {0}).is_unsure());
    EXPECT_FALSE(basis_of(selection_of({30}, {0}), {0}).is_unsure());
}

TEST(Basis, IsWithheldWhereHouseholdsCouldBeRecognised) {
    EXPECT_EQ(basis_of(selection_of({4}, {0}), {0}).status, WelfareStatus::Withheld);
    EXPECT_EQ(basis_of(selection_of({5}, {0}), {0}).status, WelfareStatus::Computed);
    EXPECT_EQ(basis_of(selection_of({0}, {3}), {0}).status, WelfareStatus::NoHouseholds);
}

TEST(Basis, OfSeveralSettlementsPoolsTheirHouseholds) {
    const auto basis = basis_of(selection_of({3, 3}, {1, 1}), {0, 1});
    EXPECT_EQ(basis.households, 6U);
    EXPECT_EQ(basis.left_out, 2U);
    EXPECT_EQ(basis.status, WelfareStatus::Computed);
}

TEST(WelfareSummary, BeginsWithWhatEachRowStandsFor) {
    Settlements settlements;
    settlements.ids = {"A", "B", "C"};
    settlements.families = {100.0, std::nullopt, 50.0};
    settlements.has_families = true;
    settlements.groups = {{"skp", {"II", "I", std::nullopt}}};
    const auto selection = selection_of({6, 0, 7}, {0, 0, 0});
    std::vector<Basis> rows;
    for (std::uint32_t i = 0; i < 3; ++i) rows.push_back(basis_of(selection, {i}));
    layers::Layer layer;
    add_welfare_summary_columns(layer, settlements, settlement_sets(settlements), rows);
    EXPECT_THAT(values_of(layer, "group_field"), ElementsAre("skp", "skp", "skp", "total"));
    EXPECT_THAT(values_of(layer, "group_value"), ElementsAre("I", "II", "-", "total"));
    EXPECT_THAT(values_of(layer, "settlements_unknown"), ElementsAre("1", "0", "0", "1"));
    EXPECT_THAT(values_of(layer, "families"), ElementsAre("0", "100", "50", "150"));
}

TEST(ClassStyle, DrawsEachClassInItsColourAndTheRestGrey) {
    const welfare::Classes classes{{{0.3, welfare::Joins::Above}},
                                   {{"low", {"Low", "Rendah"}, "#1a9850"}, {"high", {"High", "Tinggi"}, "#D73027"}}};
    const auto style =
        class_style("gini_class", {"Inequality", "Ketimpangan"}, "gini_class", classes, WorstClass::Highest);
    ASSERT_EQ(style.classes.size(), 3U);
    EXPECT_EQ(style.classes[0].symbol.colour, (maps::Colour{0x1a, 0x98, 0x50}));
    EXPECT_EQ(style.classes[1].symbol.colour, (maps::Colour{0xd7, 0x30, 0x27}));
    EXPECT_TRUE(style.classes[2].otherwise);
}

TEST(ClassColumn, HoldsTheCodeOfEachValuesClass) {
    const welfare::Classes classes{{{0.3, welfare::Joins::Above}},
                                   {{"low", {"Low", "Rendah"}, "#1a9850"}, {"high", {"High", "Tinggi"}, "#d73027"}}};
    layers::Layer layer;
    layer.row_count = 3;
    add_class_column(layer, {"gini_class", layers::ColumnType::Text, "", {}}, classes, {0.3, std::nullopt, 0.1});
    EXPECT_THAT(values_of(layer, "gini_class"), ElementsAre("high", "-", "low"));
}

}  // namespace
}  // namespace desakota::analyses
