#include "engine/report/pdf_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/report/pdf_charts.h"
#include "engine/report/pdf_pages.h"
#include "engine/report/pdf_tables.h"

namespace desakota::report {
namespace {

using core::Language;
using testing::HasSubstr;
using testing::StartsWith;

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

layers::Layer table_of(std::size_t rows) {
    layers::Layer layer;
    layer.name = "poverty";
    auto& names = layer.add_column({"settlement_name", layers::ColumnType::Text, "", {"Settlement", "Permukiman"}});
    for (std::size_t row = 0; row < rows; ++row) names.add_text("Desa " + std::to_string(row));
    auto& shares = layer.add_column({"share", layers::ColumnType::Number, "", {"Share", "Bagian"}});
    for (std::size_t row = 0; row < rows; ++row) row % 2 == 0 ? shares.add_number(0.5) : shares.add_missing();
    layer.row_count = rows;
    return layer;
}

Settlement settlement(const std::string& name) {
    Settlement made;
    made.id = name;
    made.name = name;
    made.sentences = {{"5.1 km to the puskesmas.", "5,1 km ke puskesmas."}};
    return made;
}

Report report_of(const layers::Layer& table) {
    Report report;
    report.title = {"A study", "Sebuah kajian"};
    report.area = "Telang";
    report.office.name = "Dinas";
    report.office.date = "26 November 2026";
    report.findings = {{"Half of them.", "Separuhnya."}};
    report.settlements = {settlement("Sebalik"), settlement("Muara")};
    Priority first;
    first.settlement = 1;
    first.score = 2.0;
    first.missed = {{"far", "jauh"}};
    first.families = 12.0;
    first.reason = {"Misses 1 of 1.", "Tidak memenuhi 1 dari 1."};
    report.priorities.entries = {first};
    Chart chart;
    chart.id = "bars";
    chart.title = {"Bars", "Batang"};
    chart.categories = {{"a", "a"}, {"b", "b"}};
    chart.series = {{{"Series", "Seri"}, {{0.0, 1.0, "", {}, {}}, {1.0, 3.0, "", {}, {}}}, false}};
    report.charts = {chart};
    report.tables = {{"poverty", {"Poverty", "Kemiskinan"}, &table}};
    report.limits = {{"Not measured.", "Tidak diukur."}};
    report.sources = {{"settlements", "a.gpkg", "2025", "00ff", 2}};
    return report;
}

TEST(PdfReport, IsAnA4DocumentWithTheSameBytesEachTime) {
    const auto table = table_of(3);
    const auto report = report_of(table);
    const auto bytes = pdf_report(report, {}, Language::Indonesian);
    EXPECT_THAT(bytes, StartsWith("%PDF-"));
    EXPECT_THAT(bytes, HasSubstr("%%EOF"));
    EXPECT_THAT(bytes, HasSubstr("595.276"));
    EXPECT_THAT(bytes, HasSubstr("841.89"));
    EXPECT_EQ(bytes, pdf_report(report, {}, Language::Indonesian));
    EXPECT_NE(bytes, pdf_report(report, {}, Language::English));
}

TEST(PdfReport, HasAnOutlineOfItsPartsInTheLanguage) {
    const auto table = table_of(3);
    const auto bytes = pdf_report(report_of(table), {}, Language::Indonesian);
    EXPECT_THAT(bytes, HasSubstr("(Temuan utama)"));
    EXPECT_THAT(bytes, HasSubstr("(Kemiskinan)"));
    EXPECT_THAT(bytes, HasSubstr("(Sebuah kajian)"));
    EXPECT_THAT(bytes, HasSubstr("20000101"));
}

TEST(PdfReport, TakesWhateverBytesTheDataHold) {
    const auto table = table_of(1);
    auto report = report_of(table);
    const std::string hostile = "<b>&amp;\xff\xc3\x01\n)>> endobj";
    report.title = core::same_text(hostile);
    report.office.name = hostile;
    report.office.logo_png = "no picture";
    report.settlements[1].name = hostile;
    report.charts[0].categories[0] = core::same_text(hostile);
    EXPECT_THAT(pdf_report(report, {{{"none", "no picture"}}}, Language::English), HasSubstr("%%EOF"));
}

TEST(PdfReport, OfNothingIsStillADocument) {
    EXPECT_THAT(pdf_report({}, {}, Language::English), HasSubstr("%%EOF"));
}

TEST(PdfReport, CutsLongTablesAndSoBoundsItsPages) {
    const auto short_table = table_of(kMostPdfRows);
    const auto long_table = table_of(20 * kMostPdfRows);
    const auto pages = [](const std::string& bytes) { return count(bytes, "/Type /Page %"); };
    const auto of_short = pages(pdf_report(report_of(short_table), {}, Language::English));
    EXPECT_GT(of_short, 1U);
    EXPECT_LE(pages(pdf_report(report_of(long_table), {}, Language::English)), of_short + 1);
}

TEST(PdfPages, BeginAPageWhereAParagraphDoesNotFit) {
    PdfPages pages({"title", "author", "foot"}, Language::English);
    const double whole = pages.room();
    EXPECT_NEAR(whole, PdfPages::whole_room(), 1e-9);
    pages.advance(whole - 5.0);
    pages.paragraph("One line.");
    EXPECT_GT(pages.room(), whole / 2.0);
    EXPECT_EQ(count(pages.finish(), "/Type /Page %"), 2U);
}

TEST(PdfPages, KeepAHeadingWithWhatFollows) {
    PdfPages pages({"title", "author", "foot"}, Language::English);
    pages.advance(pages.room() - 50.0);
    pages.heading("Heading", 1, 60.0);
    EXPECT_GT(pages.room(), 500.0);
}

TEST(PdfTables, KeepARowOnOnePageAndRepeatTheirHeadings) {
    PdfPages pages({"title", "author", "foot"}, Language::English);
    const std::vector<std::vector<std::string>> rows(120, {"cell", "1"});
    draw_table(pages, {{"Name", 1.0}, {"Number", 1.0, PdfAlign::Right}}, rows);
    EXPECT_GE(pages.room(), 0.0);
    EXPECT_GT(count(pages.finish(), "/Type /Page %"), 2U);
}

TEST(PdfPages, TellHowHighAPictureGets) {
    PdfPages pages({"title", "author", "foot"}, Language::English);
    EXPECT_EQ(pages.picture_height("", 100.0, 100.0), 0.0);
    EXPECT_EQ(pages.picture_height("no picture", 100.0, 100.0), 0.0);
}

TEST(PdfReport, TurnsNoDirectionOfWriting) {
    const auto table = table_of(2);
    auto report = report_of(table);
    const auto plain = pdf_report(report, {}, Language::English);
    report.title.english = "A\xE2\x80\xAE study";
    report.settlements[0].name =
        "Seb\xE2\x81\xA6"
        "alik";
    EXPECT_EQ(pdf_report(report, {}, Language::English), plain);
}

TEST(PdfReport, HoldsTheMainTablesAndCountsTheOthers) {
    const auto table = table_of(2);
    auto report = report_of(table);
    report.tables = {{"a", {"Aaa", "Aaa"}, &table}, {"b", {"Bbb", "Bbb"}, &table}};
    const auto both = pdf_report(report, {}, Language::English);
    report.tables[1].is_main = false;
    EXPECT_LT(pdf_report(report, {}, Language::English).size(), both.size());
}

TEST(PdfReport, FillsAPageWithTheNextChartThatFits) {
    const auto table = table_of(2);
    auto report = report_of(table);
    report.settlements.clear();
    report.priorities = {};
    report.tables.clear();
    const auto bars = report.charts.front();
    auto tall = bars;
    tall.categories.resize(40, {"a", "a"});
    tall.series[0].points.resize(40);
    report.limits.clear();
    report.sources.clear();
    report.charts = {bars, tall, bars};
    EXPECT_EQ(count(pdf_report(report, {}, Language::English), "/Type /Page %"), 2U);
    EXPECT_GT(chart_height(tall), chart_height(bars));
}

}  // namespace
}  // namespace desakota::report
