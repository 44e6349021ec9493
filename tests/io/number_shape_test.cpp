#include "engine/io/number_shape.h"

#include <gtest/gtest.h>

namespace desakota::io {
namespace {

using layers::ColumnType;

struct Case {
    std::vector<std::string_view> texts;
    bool dots_may_group = false;
    ColumnType type = ColumnType::Text;
    ValueForm form = ValueForm::Plain;
};

void expect_shape(const Case& expected) {
    NumberShape shape;
    for (const auto text : expected.texts) shape.add(text);
    const auto decision = shape.decide(expected.dots_may_group);
    EXPECT_EQ(decision.type, expected.type) << expected.texts.front();
    EXPECT_EQ(decision.form, expected.form) << expected.texts.front();
}

TEST(NumberShape, TakesWholeNumbersAndNumbersWithAPoint) {
    expect_shape({{"0", "12", "-3"}, false, ColumnType::WholeNumber, ValueForm::PointNumber});
    expect_shape({{"0.5", "12", "-3.25"}, false, ColumnType::Number, ValueForm::PointNumber});
    expect_shape({{"1.5e-07", "2"}, false, ColumnType::Number, ValueForm::PointNumber});
}

TEST(NumberShape, LeavesCodesAsText) {
    expect_shape({{"001", "002"}});
    expect_shape({{"1", "02"}});
    expect_shape({{"1607110010123456"}});
    expect_shape({{"16.07.110"}});
    expect_shape({{"12E4"}});
    expect_shape({{"5", "n/a"}});
    EXPECT_EQ(NumberShape().decide(false).type, ColumnType::Text);
}

TEST(NumberShape, TakesDecimalCommas) {
    expect_shape({{"1,5", "2"}, false, ColumnType::Number, ValueForm::CommaNumber});
    expect_shape({{"1.234,5", "2"}, false, ColumnType::Number, ValueForm::CommaNumber});
    expect_shape({{"1,5", "2.5"}});
}

TEST(NumberShape, TakesDotsForThousandsOnlyWhereTheyCanBe) {
    expect_shape({{"1.234", "25"}, true, ColumnType::WholeNumber, ValueForm::CommaNumber});
    expect_shape({{"1.234", "25"}, false, ColumnType::Number, ValueForm::PointNumber});
    expect_shape({{"1.234.567"}, false, ColumnType::WholeNumber, ValueForm::CommaNumber});
    expect_shape({{"1.234", "2.5"}, true, ColumnType::Number, ValueForm::PointNumber});
}

TEST(NumberShape, ParsesInTheFormFound) {
    EXPECT_EQ(parse_in_form("1.234,5", ValueForm::CommaNumber), 1234.5);
    EXPECT_EQ(parse_in_form("1.234", ValueForm::CommaNumber), 1234.0);
    EXPECT_EQ(parse_in_form("1.234", ValueForm::PointNumber), 1.234);
}

TEST(NumberShape, KnowsNamesOfCodes) {
    for (const auto* const name : {"KODE_DESA", "id", "kdepum", "village_code", "id_desa", "sp_id"}) {
        EXPECT_TRUE(is_code_name(name)) << name;
    }
    for (const auto* const name : {"idm", "kk", "families", "penduduk"}) EXPECT_FALSE(is_code_name(name)) << name;
}

}  // namespace
}  // namespace desakota::io
