#include "engine/study/report_priorities.h"

#include <utility>

#include "engine/analyses/quantity_text.h"
#include "engine/planning/settlement_priorities.h"
#include "engine/study/report_settlements.h"
#include "engine/study/shown_values.h"
#include "engine/study/threshold_findings.h"

namespace desakota::study {
namespace {

using analyses::fill_text;
using core::Text;

Text points_text(double points) {
    const bool is_whole = points == static_cast<double>(static_cast<long>(points));
    const auto number = analyses::grouped(points, is_whole ? 0 : 1);
    return fill_text("{} {}", "{} {}", number, points == 1.0 ? Text{"point", "poin"} : Text{"points", "poin"});
}

Text rule_text(const std::vector<AskedThreshold>& asked, bool has_seasons) {
    if (asked.empty()) {
        return {"No run of this study tells of a policy threshold, so settlements are not ranked.",
                "Analisis dalam studi ini tidak menyangkut ambang kebijakan, sehingga permukiman tidak diperingkat."};
    }
    std::vector<Text> parts;
    parts.reserve(asked.size());
    for (const auto& one : asked) {
        parts.push_back(fill_text("{} ({})", "{} ({})", one.rule, points_text(one.findings.weight)));
    }
    auto rule = fill_text("Ranked by the points of the policy thresholds that a settlement misses: {}.",
                          "Diperingkat menurut jumlah poin ambang kebijakan yang tidak dipenuhi permukiman: {}.",
                          enumeration(parts));
    if (has_seasons) {
        rule = rule + Text{" Of several seasons the worst counts.", " Dari beberapa musim dipakai yang terburuk."};
    }
    return rule + Text{
                      " With equal points, more families concerned come first: the largest number that one missed "
                      "threshold concerns, so that no family counts twice; then the name decides. What is not known "
                      "counts neither as missed nor as met.",
                      " Bila poinnya sama, yang lebih banyak keluarga terdampaknya didahulukan: jumlah terbesar dari "
                      "satu ambang yang tidak dipenuhi, agar tidak ada keluarga yang dihitung dua kali; setelah itu "
                      "menurut nama. Yang tidak diketahui tidak dihitung sebagai memenuhi ataupun tidak memenuhi."};
}

/// Which thresholds are no criterion here, and why.
Text left_out_text(const std::vector<Text>& reasons) {
    Text list;
    for (const auto& reason : reasons) list = list + core::same_text(list.english.empty() ? "" : ", ") + reason;
    return list.english.empty() ? list : fill_text(" Left out: {}.", " Tidak ikut dihitung: {}.", list);
}

Text missed_text(const AskedThreshold& asked, std::size_t settlement) {
    const auto& title = asked.title;
    const auto& families = asked.findings.concerned[settlement];
    if (!families) return title;
    return fill_text("{} ({} families)", "{} ({} keluarga)", title, analyses::grouped(*families));
}

Text reason_text(const std::vector<AskedThreshold>& asked, const planning::RankedSettlement& entry) {
    std::vector<Text> missed;
    missed.reserve(entry.missed.size());
    for (const auto place : entry.missed) missed.push_back(missed_text(asked[place], entry.settlement));
    std::vector<Text> unknown;
    for (const auto& one : asked) {
        if (one.findings.missed[entry.settlement]) continue;
        unknown.push_back(one.title);
    }
    const auto all = analyses::grouped(static_cast<double>(asked.size()));
    const auto count = analyses::grouped(static_cast<double>(missed.size()));
    auto reason =
        fill_text("Misses {} of {}: {}.", "Tidak memenuhi {} dari {} ambang: {}.", count, all, enumeration(missed));
    if (unknown.empty()) return reason;
    return reason + fill_text(" Not known: {}.", " Tidak diketahui: {}.", enumeration(unknown));
}

bool has_several_seasons(const StudyResults& results) {
    for (const auto& run : results.runs) {
        if (!run.suffix.empty()) return true;
    }
    return false;
}

report::Priority priority_of(const std::vector<AskedThreshold>& asked, const planning::RankedSettlement& entry) {
    report::Priority priority;
    priority.settlement = entry.settlement;
    priority.score = entry.score;
    for (const auto place : entry.missed) {
        priority.missed.push_back(asked[place].title);
    }
    priority.families = entry.families;
    priority.reason = reason_text(asked, entry);
    return priority;
}

}  // namespace

report::PriorityList priority_list(const Study& study, const StudyResults& results,
                                   const StudySettlements& settlements) {
    const auto asked = asked_thresholds(study, results, settlements);
    report::PriorityList list;
    list.rule = rule_text(asked, has_several_seasons(results)) +
                left_out_text(left_out_thresholds(study, results, settlements, asked));
    if (asked.empty()) {
        list.unknown = settlements.size();
        return list;
    }
    std::vector<planning::ThresholdFindings> findings;
    findings.reserve(asked.size());
    for (const auto& one : asked) findings.push_back(one.findings);
    const auto ranking = planning::rank_settlements(findings, {settlements.names, settlements.ids});
    for (const auto& entry : ranking.entries) list.entries.push_back(priority_of(asked, entry));
    list.unknown = ranking.unknown;
    return list;
}

void add_priorities_to_cards(report::Report& report) {
    const auto& entries = report.priorities.entries;
    const auto all = analyses::grouped(static_cast<double>(entries.size()));
    for (std::size_t i = 0; i < entries.size(); ++i) {
        auto& figures = report.settlements[entries[i].settlement].figures;
        const auto rank = analyses::grouped(static_cast<double>(i + 1));
        report::ShownFigure figure{
            {"Priority", "Prioritas"},
            fill_text("no. {} of {} ({})", "ke-{} dari {} ({})", rank, all, points_text(entries[i].score))};
        const bool has_families = !figures.empty() && figures.front().label == families_label();
        figures.insert(figures.begin() + (has_families ? 1 : 0), std::move(figure));
    }
}

}  // namespace desakota::study
