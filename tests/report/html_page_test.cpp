#include "engine/report/html_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/report/made_report.h"

#include "engine/report/embedded_text.h"
#include "engine/report/json_text.h"

namespace desakota::report {
namespace {

std::string page_of(const MadeReport& made, core::Language language = core::Language::English) {
    return html_page(made.report, made.pictures, language);
}

std::vector<std::size_t> places_of(const std::string& text, std::string_view part) {
    std::vector<std::size_t> places;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) places.push_back(at);
    return places;
}

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

/// The page before its scripts.
std::string markup_of(const std::string& page) {
    return page.substr(0, page.find("<script"));
}

std::string data_of(const std::string& page) {
    const std::string begin = "id=\"report-data\">";
    const auto from = page.find(begin) + begin.size();
    return page.substr(from, page.find("</script>", from) - from);
}

constexpr std::string_view kHostile = "\"><script>evil()</script>'&\xE2\x80\xA8{{title}}";

TEST(HtmlPage, KeepsHostileTextsTextInEveryPlace) {
    const auto page = page_of(made_report(std::string(kHostile)));
    const auto places = places_of(page, "evil()");
    EXPECT_GT(places.size(), 100U);
    for (const auto at : places) {
        const auto before = page.substr(at - 18, 18);
        EXPECT_TRUE(before.ends_with("&lt;script&gt;") || before.ends_with("\\u003cscript\\u003e")) << before;
    }
    EXPECT_EQ(places_of(page, "<script").size(), places_of(page_of(made_report()), "<script").size());
}

TEST(HtmlPage, KeepsQuotationMarksOfTextsOutOfAttributes) {
    const auto markup = markup_of(page_of(made_report("\" onclick=\"evil()")));
    const auto places = places_of(markup, "onclick=");
    EXPECT_GT(places.size(), 100U);
    for (const auto at : places) EXPECT_EQ(markup.substr(at - 7, 7), "&quot; ");
}

TEST(HtmlPage, HoldsDataThatScriptsCanRead) {
    const auto data = nlohmann::json::parse(data_of(page_of(made_report(std::string(kHostile)))));
    EXPECT_EQ(data["cards"].size(), 42U);
    EXPECT_EQ(data["tables"].size(), 3U);
    EXPECT_EQ(data["charts"].size(), 4U);
    EXPECT_FALSE(holds(data_of(page_of(made_report(std::string(kHostile)))), "\xE2\x80\xA8")) << "\xE2\x80\xA8";
}

TEST(HtmlPage, LoadsNothing) {
    const auto page = page_of(made_report());
    const auto markup = markup_of(page);
    for (const auto at : places_of(markup, " src=\"")) EXPECT_EQ(markup.substr(at + 6, 5), "data:");
    for (const auto at : places_of(markup, " href=\"")) EXPECT_EQ(markup.substr(at + 7, 1), "#");
    for (const auto* const word : {"@import", "fetch(", "XMLHttpRequest", "WebSocket", "sourceMappingURL"}) {
        EXPECT_FALSE(holds(page, word)) << word;
    }
    EXPECT_FALSE(holds(markup, "url("));
    EXPECT_TRUE(holds(page, "default-src &apos;none&apos;")) << "default-src &apos;none&apos;";
    EXPECT_FALSE(holds(page, "unsafe-eval")) << "unsafe-eval";
}

TEST(HtmlPage, AllowsItsOwnScriptsOnlyByTheirHashes) {
    const auto page = page_of(made_report());
    EXPECT_EQ(places_of(page, "&apos;sha256-").size(), 10U);
    EXPECT_EQ(places_of(page, "<script>").size(), 10U);
    const auto hash = base64(bytes_of_hex(embedded_text("page/page.js.sha256")));
    EXPECT_EQ(hash.size(), 44U);
    EXPECT_TRUE(holds(page, "&apos;sha256-" + hash + "&apos;")) << "&apos;sha256-" + hash + "&apos;";
}

TEST(HtmlPage, SpeaksOneLanguage) {
    const auto made = made_report();
    const auto indonesian = page_of(made, core::Language::Indonesian);
    EXPECT_TRUE(holds(indonesian, "<html lang=\"id\">")) << "<html lang=\"id\">";
    EXPECT_TRUE(holds(indonesian, "12 permukiman berjarak lebih dari 5 km"))
        << "12 permukiman berjarak lebih dari 5 km";
    EXPECT_TRUE(holds(indonesian, "87,5 % (C)")) << "87,5 % (C)";
    EXPECT_FALSE(holds(indonesian, "Key findings")) << "Key findings";
    EXPECT_TRUE(holds(page_of(made), "87.5 % (C)")) << "87.5 % (C)";
    EXPECT_FALSE(holds(page_of(made), "Temuan utama")) << "Temuan utama";
}

TEST(HtmlPage, StandsWithoutScripts) {
    const auto page = markup_of(page_of(made_report()));
    for (const auto* const part :
         {"Far and hungry.", "Most thresholds missed first.", "Puskesmas 38", "1,250",
          "alt=\"Map: Access to health care – ", "not connected", "at the edge of the data", "Join the road at SP-09",
          "Speeds are not verified.", "Time threshold", "60 min", "Homes are not known.", "aaaaaaaa",
          "Redistribution and use in source and binary forms", "Chart.js Contributors"}) {
        EXPECT_TRUE(holds(page, part)) << part;
    }
    EXPECT_EQ(places_of(page, "<img").size(), 5U);
}

TEST(HtmlPage, LeavesEmptyClassesOutOfLegendsAsPicturesDo) {
    auto made = made_report();
    const auto count = [](const std::string& page) { return places_of(page, "<span>nobody</span>").size(); };
    auto empty = made.report.indexes[0].drawn.style.classes[3];
    empty.label = {"nobody", "tidak ada"};
    empty.criteria = {maps::Within{"total_m", 9e8, {}}};
    made.report.indexes[0].drawn.style.classes.push_back(empty);
    EXPECT_EQ(count(markup_of(page_of(made))), 0U);
    made.report.indexes[0].drawn.style.classes.back().criteria.clear();
    made.report.indexes[0].drawn.style.classes = {made.report.indexes[0].drawn.style.classes.back()};
    EXPECT_EQ(count(markup_of(page_of(made))), 1U);
}

TEST(HtmlPage, PutsFurtherTablesBehindTheMainOnes) {
    auto made = made_report();
    EXPECT_FALSE(holds(markup_of(page_of(made)), "Further tables"));
    made.report.tables[0].is_main = false;
    const auto page = markup_of(page_of(made));
    EXPECT_LT(page.find("id=\"table-health_access_serving\""), page.find("Further tables"));
    EXPECT_LT(page.find("Further tables"), page.find("id=\"table-health_access_dry\""));
}

TEST(HtmlPage, LeavesOutWhatAReportDoesNotHold) {
    const auto page = html_page({}, {}, core::Language::English);
    EXPECT_TRUE(holds(page, "No settlement misses a threshold.")) << "No settlement misses a threshold.";
    EXPECT_TRUE(holds(page, "\"map\":null")) << "\"map\":null";
    for (const auto* const part : {"<img", "id=\"passport\"", "id=\"method\"", "id=\"charts\"", "id=\"tables\""}) {
        EXPECT_FALSE(holds(page, part)) << part;
    }
}

TEST(HtmlPage, CutsLongTablesForReadersWithoutScripts) {
    auto made = made_report();
    layers::Layer layer;
    auto& column = layer.add_column({"number", layers::ColumnType::WholeNumber, "", {"Number", "Angka"}});
    for (int i = 0; i < 1200; ++i) column.add_whole_number(7000000 + i);
    layer.row_count = 1200;
    made.report.tables = {{"long", {"Long", "Panjang"}, &layer}};
    const auto page = page_of(made);
    EXPECT_TRUE(holds(page, "The first 50 of 1,200 rows.")) << "The first 50 of 1,200 rows.";
    EXPECT_TRUE(holds(page, "7,000,049")) << "7,000,049";
    EXPECT_FALSE(holds(page, "7,000,050")) << "7,000,050";
}

TEST(HtmlPage, LeavesVeryLongTablesToTheWorkbookAndSaysSo) {
    auto made = made_report();
    layers::Layer layer;
    auto& column = layer.add_column({"number", layers::ColumnType::WholeNumber, "", {"Number", "Angka"}});
    for (int i = 0; i < 10001; ++i) column.add_whole_number(7000000 + i);
    layer.row_count = 10001;
    made.report.tables.push_back({"long", {"Long", "Panjang"}, &layer});
    const auto page = page_of(made);
    EXPECT_TRUE(holds(page, "Long: 10,001 rows, in tables.xlsx.")) << "Long: 10,001 rows, in tables.xlsx.";
    EXPECT_FALSE(holds(page, "id=\"table-long\"")) << "id=\"table-long\"";
}

TEST(HtmlPage, IsTheSameEveryTime) {
    EXPECT_EQ(page_of(made_report()), page_of(made_report()));
}

}  // namespace
}  // namespace desakota::report
