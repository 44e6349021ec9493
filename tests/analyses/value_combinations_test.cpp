#include "engine/analyses/value_combinations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace desakota::analyses {
namespace {

using layers::Column;
using layers::ColumnType;
using testing::Each;
using testing::ElementsAre;
using testing::Eq;

TEST(CombineValues, NumbersCombinationsByFirstAppearance) {
    Column surface({"surface", ColumnType::Text, "", {}});
    Column level({"layer", ColumnType::WholeNumber, "", {}});
    for (const auto* value : {"aspal", "tanah", "aspal", "aspal"}) surface.add_text(value);
    surface.add_missing();
    for (const int value : {0, 0, 1, 0}) level.add_whole_number(value);
    level.add_missing();
    core::SilentProgress silent;
    const auto combinations = combine_values({&surface, nullptr, &level}, 5, silent);
    EXPECT_THAT(combinations.of_row, ElementsAre(0, 1, 2, 0, 3));
    EXPECT_THAT(combinations.first_row, ElementsAre(0, 1, 2, 4));
}

TEST(CombineValues, TellsMissingFromZero) {
    Column level({"layer", ColumnType::Number, "", {}});
    level.add_number(0.0);
    level.add_missing();
    core::SilentProgress silent;
    EXPECT_EQ(combine_values({&level}, 2, silent).size(), 2U);
}

TEST(CombineValues, MakesOneCombinationWithoutColumns) {
    core::SilentProgress silent;
    const auto combinations = combine_values({nullptr}, 3, silent);
    EXPECT_EQ(combinations.size(), 1U);
    EXPECT_THAT(combinations.of_row, Each(Eq(0U)));
}

TEST(CombineValues, HoldsWithMoreCombinationsThanANumberCanCount) {
    // Eight columns of 1,000 values each could make 10^24 combinations; these rows make 1,000.
    std::vector<Column> columns;
    std::vector<const Column*> pointers;
    for (int i = 0; i < 8; ++i) {
        auto& column = columns.emplace_back(layers::ColumnDefinition{"c", ColumnType::Text, "", {}});
        for (int row = 0; row < 2000; ++row) column.add_text(std::to_string((row * (i + 1)) % 1000));
    }
    for (const auto& column : columns) pointers.push_back(&column);
    core::SilentProgress silent;
    const auto combinations = combine_values(pointers, 2000, silent);
    EXPECT_EQ(combinations.size(), 1000U);
    EXPECT_EQ(combinations.of_row[7], combinations.of_row[1007]);
}

}  // namespace
}  // namespace desakota::analyses
