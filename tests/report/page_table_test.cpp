#include "engine/report/page_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/report/made_report.h"

namespace desakota::report {
namespace {

using testing::ElementsAre;

layers::Layer three_rows() {
    layers::Layer layer;
    layer.row_count = 3;
    auto& code = layer.add_column({"code", layers::ColumnType::Text, "", {"Code", "Kode"}});
    code.add_text("0017");
    code.add_missing();
    code.add_text("=HYPERLINK(1)");
    auto& share = layer.add_column({"share", layers::ColumnType::Number, "", {"Share", "Bagian"}});
    share.add_number(0.25);
    share.add_missing();
    share.add_number(0.0);
    auto& length = layer.add_column({"total_m", layers::ColumnType::Number, "m", {"Way", "Jarak"}});
    length.add_number(12345.5);
    length.add_number(2.5);
    length.add_number(1e300);
    auto& edge = layer.add_column({"edge", layers::ColumnType::YesNo, "", {"Edge", "Tepi"}});
    edge.add_yes_no(true);
    edge.add_yes_no(false);
    edge.add_missing();
    auto& count = layer.add_column({"families", layers::ColumnType::WholeNumber, "", {"", ""}});
    count.add_whole_number(1234567);
    count.add_missing();
    count.add_whole_number(-4);
    return layer;
}

std::vector<std::string> shown(const PageColumn& column, core::Language language) {
    std::vector<std::string> cells;
    for (std::size_t row = 0; row < 3; ++row) cells.push_back(shown_cell(column, row, language));
    return cells;
}

TEST(PageTable, ShowsCodesAsTextNumbersInTheLanguageAndMissingAsADash) {
    const auto layer = three_rows();
    const auto table = page_table({"t", {"Table", "Tabel"}, &layer}, {}, core::Language::Indonesian);
    EXPECT_THAT(shown(table.columns[0], core::Language::Indonesian), ElementsAre("0017", "–", "=HYPERLINK(1)"));
    EXPECT_THAT(shown(table.columns[1], core::Language::Indonesian), ElementsAre("0,250", "–", "0,000"));
    EXPECT_THAT(shown(table.columns[3], core::Language::Indonesian), ElementsAre("ya", "tidak", "–"));
    EXPECT_THAT(shown(table.columns[4], core::Language::Indonesian), ElementsAre("1.234.567", "–", "-4"));
}

TEST(PageTable, HeadsColumnsWithAliasAndUnitOrTheirName) {
    const auto layer = three_rows();
    const auto table = page_table({"t", {}, &layer}, {}, core::Language::English);
    EXPECT_EQ(table.columns[2].heading, "Way (m)");
    EXPECT_EQ(table.columns[4].heading, "families");
}

TEST(PageTable, TakesNumbersThatScriptsCannotHoldAsTexts) {
    const auto layer = three_rows();
    const auto table = page_table({"t", {}, &layer}, {}, core::Language::English);
    EXPECT_FALSE(table.columns[2].is_of_numbers());
    EXPECT_EQ(shown_cell(table.columns[2], 1, core::Language::English), "2.5");
}

TEST(PageTable, KnowsTheSettlementsOfItsRows) {
    const auto made = made_report();
    const auto table = page_table(made.report.tables[0], made.report, core::Language::English);
    EXPECT_EQ(table.settlements[41], 42U);
    EXPECT_EQ(table.name_column, 1U);
    const auto other = page_table(made.report.tables[1], made.report, core::Language::English);
    EXPECT_TRUE(other.settlements.empty());
}

layers::Layer summary() {
    layers::Layer layer;
    layer.row_count = 2;
    auto& fields = layer.add_column({"group_field", layers::ColumnType::Text, "", {"Group field", "Pengelompokan"}});
    fields.add_text("nama_kec");
    fields.add_text("total");
    auto& values = layer.add_column({"group_value", layers::ColumnType::Text, "", {"Group", "Kelompok"}});
    values.add_text("total");  // a kecamatan of that name
    values.add_text("total");
    auto& unknown = layer.add_column({"families_unknown", layers::ColumnType::Number, "", {"Unknown", "Tidak tahu"}});
    unknown.add_number(0.0);
    unknown.add_number(0.4);
    auto& time = layer.add_column({"total_min", layers::ColumnType::Number, "min", {"Time", "Waktu tempuh (menit)"}});
    time.add_number(5.0);
    time.add_number(5.0);
    return layer;
}

TEST(PageTable, WritesGroupsAsWordsAndFamiliesWhole) {
    const auto layer = summary();
    const auto table = page_table({"t", {}, &layer}, {}, core::Language::Indonesian);
    const auto cell = [&](std::size_t column, std::size_t row) {
        return shown_cell(table.columns[column], row, core::Language::Indonesian);
    };
    EXPECT_EQ(cell(0, 0), "Nama kec");
    EXPECT_EQ(cell(0, 1), "Seluruh wilayah");
    EXPECT_EQ(cell(1, 0), "total");
    EXPECT_EQ(cell(1, 1), "Total");
    EXPECT_EQ(cell(2, 0), "0");
    EXPECT_EQ(table.columns[3].heading, "Waktu tempuh (menit)");
}

TEST(PriorityTable, RanksInTheReportsOrderWithReasons) {
    const auto made = made_report();
    const auto table = priority_table(made.report, core::Language::English);
    EXPECT_EQ(table.rows, 3U);
    EXPECT_EQ(shown_cell(table.columns[0], 1, core::Language::English), "2");
    EXPECT_EQ(shown_cell(table.columns[1], 1, core::Language::English), "<script>alert(1)</script>");
    ASSERT_EQ(table.columns.size(), 6U);
    EXPECT_EQ(shown_cell(table.columns[5], 0, core::Language::English), "Far and hungry.");
    EXPECT_THAT(table.settlements, ElementsAre(42, 4, 28));
}

TEST(PriorityTable, LeavesOutColumnsOfTextsThatNobodyHas) {
    auto made = made_report();
    for (auto& settlement : made.report.settlements) settlement.group.clear();
    EXPECT_EQ(priority_table(made.report, core::Language::English).columns.size(), 5U);
}

TEST(TableJson, PacksCellsAsTheyAreShown) {
    const auto layer = three_rows();
    TextPool texts;
    const auto json =
        nlohmann::json::parse(table_json(page_table({"t", {}, &layer}, {}, core::Language::English), texts));
    EXPECT_EQ(json["rows"], 3);
    EXPECT_EQ(json["columns"][0]["rows"], "BAC");
    EXPECT_EQ(json["columns"][1]["decimals"], 3);
    EXPECT_EQ(json["columns"][1]["numbers"], "1PAB");  // 250 thousandths, counted from 1 of either sign: 501
}

TEST(PageTable, SaysWhatCodesMean) {
    layers::Layer layer;
    layer.row_count = 3;
    auto& status = layer.add_column({"status", layers::ColumnType::Text, "", {"Status", "Status"}});
    status.add_text("reached");
    status.add_missing();
    status.add_text("other");
    const Table table{"t", {}, &layer, {{"status", {{"reached", {"reached", "terjangkau"}}}}}};
    const auto made = page_table(table, {}, core::Language::Indonesian);
    EXPECT_EQ(shown_cell(made.columns[0], 0, core::Language::Indonesian), "terjangkau");
    EXPECT_EQ(shown_cell(made.columns[0], 1, core::Language::Indonesian), "–");
    EXPECT_EQ(shown_cell(made.columns[0], 2, core::Language::Indonesian), "other");
}

}  // namespace
}  // namespace desakota::report
