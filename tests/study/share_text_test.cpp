#include "engine/study/share_text.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace desakota::study {
namespace {

using core::Language;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::size_t characters(const std::string& text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

report::Report report_with(std::size_t findings, const std::string& name = "Sebalik") {
    report::Report report;
    report.title = {"A study", "Sebuah kajian"};
    report.area = "Telang";
    report.office.date = "26 November 2026";
    for (std::size_t i = 0; i < findings; ++i) {
        const auto number = std::to_string(i);
        report.findings.push_back(
            {"Finding " + number + " é of Kec. Telang. And more of it.", "Temuan " + number + "."});
    }
    for (int i = 0; i < 5; ++i) {
        report::Settlement settlement;
        settlement.name = name + std::to_string(i);
        report.settlements.push_back(settlement);
        report::Priority priority;
        priority.settlement = static_cast<std::size_t>(i);
        priority.families = 1234.0;
        report.priorities.entries.push_back(priority);
    }
    return report;
}

TEST(ShareText, HoldsTitleFindingsThreePrioritiesAndThePlaceOfTheReport) {
    const auto text = share_text(report_with(2), "report.html", Language::Indonesian);
    EXPECT_EQ(text,
              "Sebuah kajian\nTelang, 26 November 2026\n\n- Temuan 0.\n- Temuan 1.\n\nPrioritas:\n"
              "1. Sebalik0 (1.234 keluarga)\n2. Sebalik1 (1.234 keluarga)\n3. Sebalik2 (1.234 keluarga)\n\n"
              "Laporan lengkap: report.html\n");
}

TEST(ShareText, SaysInAFewWordsWhyASettlementComesFirst) {
    auto report = report_with(0);
    report.priorities.entries[0].missed = {{"far", "jauh"}, {"hungry", "rawan pangan"}};
    report.priorities.entries[1].missed = {core::same_text(std::string(200, 'x'))};
    const auto text = share_text(report, "", Language::Indonesian);
    EXPECT_THAT(text, HasSubstr("1. Sebalik0 (1.234 keluarga): jauh, rawan pangan\n2."));
    EXPECT_THAT(text, HasSubstr(": " + std::string(89, 'x') + "…\n3. Sebalik2 (1.234 keluarga)\n"));
}

TEST(ShareText, SaysOnceWhatTheFirstOfTheListAllMiss) {
    auto report = report_with(0);
    for (auto& entry : report.priorities.entries) entry.missed = {{"far", "jauh"}};
    EXPECT_THAT(share_text(report, "", Language::Indonesian),
                HasSubstr("Prioritas (jauh):\n1. Sebalik0 (1.234 keluarga)\n2. Sebalik1"));
}

TEST(ShareText, TakesTheFirstSentenceOfAFindingAndKnowsAbbreviations) {
    const auto text = share_text(report_with(1), "", Language::English);
    EXPECT_THAT(text, HasSubstr("- Finding 0 é of Kec. Telang.\n"));
    EXPECT_THAT(text, Not(HasSubstr("And more")));
    EXPECT_THAT(text, HasSubstr("1. Sebalik0 (1,234 families)"));
}

TEST(ShareText, StaysBelowItsLengthAtTheEndOfASentence) {
    for (const std::size_t findings : {10U, 40U, 400U}) {
        const auto text = share_text(report_with(findings), "report.html", Language::English);
        EXPECT_LT(characters(text), kShareTextLength);
        EXPECT_THAT(text, HasSubstr("Telang.\n\nPriorities:"));
        EXPECT_THAT(text, EndsWith("Full report: report.html\n"));
    }
    EXPECT_GT(characters(share_text(report_with(400), "report.html", Language::English)), 800U);
}

TEST(ShareText, StaysBelowItsLengthWhateverTheNames) {
    std::string long_name(2000, 'x');
    long_name += "\n1. ";
    auto report = report_with(3, long_name);
    report.title = core::same_text(std::string(3000, 'y'));
    report.area = std::string(3000, 'z');
    report.office.date = std::string(3000, 'w');
    for (auto& entry : report.priorities.entries) entry.missed = {core::same_text(long_name)};
    const auto text = share_text(report, std::string(3000, 'v'), Language::English);
    EXPECT_LT(characters(text), kShareTextLength);
    EXPECT_THAT(text, StartsWith("yyy"));
}

TEST(ShareText, MakesNoLinesOfNames) {
    auto report = report_with(0);
    report.settlements[0].name = "A\nPriorities:\n9. B";
    EXPECT_THAT(share_text(report, "", Language::English), HasSubstr("1. A Priorities: 9. B ("));
}

}  // namespace
}  // namespace desakota::study
