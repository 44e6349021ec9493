#include "engine/io/number_shape.h"

#include <gtest/gtest.h>

namespace desakota::io {
namespace {

using layers::ColumnType;

struct Case {
    std::vector<std::string_view> texts;
    std::optional<DecimalMark> mark;
    ColumnType type = ColumnType::Text;
    ValueForm form = ValueForm::Plain;
};

void expect_shape(const Case& expected) {
    NumberShape shape;
    for (const auto text : expected.texts) shape.add(text);
    const auto decision = shape.decide(expected.mark);
    EXPECT_EQ(decision.type, expected.type) << expected.texts.front();
    EXPECT_EQ(decision.form, expected.form) << expected.texts.front();
}

TEST(NumberShape, TakesWholeNumbersAndNumbersWithAPoint) {
    expect_shape({{"0", "12", "-3"}, std::nullopt, ColumnType::WholeNumber, ValueForm::PointNumber});
    expect_shape({{"0.5", "12", "-3.25"}, std::nullopt, ColumnType::Number, ValueForm::PointNumber});
    expect_shape({{"1.5e-07", "2"}, std::nullopt, ColumnType::Number, ValueForm::PointNumber});
}

TEST(NumberShape, LeavesCodesAsText) {
    expect_shape({{"001", "002"}});
    expect_shape({{"1", "02"}});
    expect_shape({{"1607110010123456"}});
    expect_shape({{"16.07.110"}});
    expect_shape({{"12E4"}});
    expect_shape({{"5", "satu"}});
    EXPECT_EQ(NumberShape().decide({}).type, ColumnType::Text);
}

TEST(NumberShape, TakesDecimalCommas) {
    expect_shape({{"1,5", "2"}, std::nullopt, ColumnType::Number, ValueForm::CommaNumber});
    expect_shape({{"1.234,5", "2"}, std::nullopt, ColumnType::Number, ValueForm::CommaNumber});
    expect_shape({{"1,5", "2.5"}});
}

TEST(NumberShape, LeavesOpenWhetherADotBeforeThreeDigitsStandsBetweenThousands) {
    NumberShape shape;
    for (const auto* text : {"1.234", "25"}) shape.add(text);
    EXPECT_TRUE(shape.decide({}).is_open);
    EXPECT_FALSE(shape.decide(DecimalMark::Comma).is_open);
    expect_shape({{"1.234", "25"}, DecimalMark::Comma, ColumnType::WholeNumber, ValueForm::CommaNumber});
    expect_shape({{"1.234", "25"}, DecimalMark::Point, ColumnType::Number, ValueForm::PointNumber});
}

TEST(NumberShape, DoesNotTrustWholeNumbersWithoutDotsBesideThem) {
    // In one column of a workbook some cells are numbers (1493) and some texts (1.643).
    NumberShape shape;
    for (const auto* text : {"1.643", "1493"}) shape.add(text);
    EXPECT_TRUE(shape.decide({}).is_open);
}

TEST(NumberShape, DecidesByAnyValueThatIsPlain) {
    expect_shape({{"1.234.567", "1.234"}, DecimalMark::Point, ColumnType::WholeNumber, ValueForm::CommaNumber});
    expect_shape({{"1.234", "2.5"}, DecimalMark::Comma, ColumnType::Number, ValueForm::PointNumber});
    expect_shape({{"1.234", "0.125"}, DecimalMark::Comma, ColumnType::Number, ValueForm::PointNumber});
    expect_shape(
        {{"1.234", "2,5", "0,3333333333333333"}, DecimalMark::Point, ColumnType::Number, ValueForm::CommaNumber});
}

TEST(NumberShape, CountsMarksApart) {
    NumberShape shape;
    for (const auto* text : {"12", "-", "...", "NA", "\xE2\x80\x93", "#REF!"}) shape.add(text);
    EXPECT_EQ(shape.decide({}).type, ColumnType::WholeNumber);
    EXPECT_EQ(shape.count_of(CellMark::Dash), 2U);
    EXPECT_EQ(shape.count_of(CellMark::NotAvailable), 2U);
    EXPECT_EQ(shape.count_of(CellMark::FormulaError), 1U);
    NumberShape dashes;
    dashes.add("-");
    EXPECT_EQ(dashes.decide({}).type, ColumnType::WholeNumber);
    NumberShape unknown;
    unknown.add("...");
    EXPECT_EQ(unknown.decide({}).type, ColumnType::Text);
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
