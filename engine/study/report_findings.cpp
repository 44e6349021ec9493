#include "engine/study/report_findings.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/analyses/quantity_text.h"
#include "engine/study/season_findings.h"
#include "engine/study/settlement_rows.h"
#include "engine/study/shown_values.h"

namespace desakota::study {
namespace {

using analyses::fill_text;
using analyses::grouped;
using core::Text;

constexpr std::size_t kMostNamed = 3;
constexpr std::size_t kMostSentences = 2;  // of one run

Text count_text(std::size_t count) {
    return grouped(static_cast<double>(count));
}

Text name_of(const report::Report& report, const report::Priority& priority) {
    const auto& settlement = report.settlements[priority.settlement];
    auto name = core::same_text(settlement.name);
    if (!priority.families) return name;
    return fill_text("{} ({} families concerned)", "{} ({} keluarga terdampak)", name, grouped(*priority.families));
}

/// How many miss how much, and who is first.
void add_priorities(std::vector<Text>& findings, const report::Report& report) {
    const auto& entries = report.priorities.entries;
    if (report.settlements.empty() || report.settlements.size() == report.priorities.unknown) return;
    const auto all = count_text(report.settlements.size());
    if (entries.empty()) {
        findings.push_back(fill_text("None of the {} settlements is known to miss a policy threshold.",
                                     "Dari {} permukiman, tidak ada yang diketahui melanggar ambang kebijakan.", all));
        return;
    }
    const auto several = static_cast<std::size_t>(
        std::ranges::count_if(entries, [](const report::Priority& entry) { return entry.missed.size() > 1; }));
    if (report.settlements.size() == 1) {
        findings.push_back(fill_text("{} does not meet: {}.", "{} tidak memenuhi: {}.",
                                     name_of(report, entries.front()), enumeration(entries.front().missed)));
        return;
    }
    const Text verb = entries.size() == 1 ? Text{"misses", "tidak memenuhi"} : Text{"miss", "tidak memenuhi"};
    auto sentence =
        fill_text("{} of {} settlements {} at least one policy threshold",
                  "{} dari {} permukiman {} sedikitnya satu ambang kebijakan", count_text(entries.size()), all, verb);
    if (several > 0) {
        sentence = sentence +
                   fill_text(", {} of them more than one", ", {} di antaranya lebih dari satu", count_text(several));
    }
    std::vector<Text> names;
    names.reserve(kMostNamed);
    for (std::size_t i = 0; i < std::min(kMostNamed, entries.size()); ++i) names.push_back(name_of(report, entries[i]));
    findings.push_back(sentence +
                       fill_text(". First in the priority list: {}.", ". Prioritas teratas: {}.", enumeration(names)));
}

bool is_first_season(const RunResult& run, const StudyResults& results) {
    const auto first = std::ranges::find(results.runs, run.name, &RunResult::name);
    return first == results.runs.end() || first->season == run.season;
}

std::string with_capital(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    return text;
}
/// Sentences may begin with words of the data.
Text sentence(const Text& text) {
    return {with_capital(text.english), with_capital(text.indonesian)};
}

/// Without the blank before it.
Text without_first(const Text& words) {
    return {words.english.substr(1), words.indonesian.substr(1)};
}

void add_answers(std::vector<Text>& findings, const RunResult& run) {
    auto subject = subject_of(run);
    const auto season = season_words(run);
    if (!season.english.empty()) subject = subject + core::same_text(", ") + season;
    const auto count = std::min(kMostSentences, run.results.summary.size());
    Text words;
    for (std::size_t i = 0; i < count; ++i) words = words + core::same_text(" ") + sentence(run.results.summary[i]);
    if (count == 0) return;
    // Some answers begin with their subject.
    const bool is_named = run.results.summary.front().english.starts_with(subject.english + ":");
    findings.push_back(is_named ? without_first(words) : subject + core::same_text(":") + words);
}

/// What is about the data comes behind what is about the area.
bool is_about_data(const RunResult& run) {
    return run.analysis->id == "check-network" || run.analysis->id == "match-names";
}

/// In which order findings stand: who is poor and hungry before the ways, what is about the data last.
int place_of(const RunResult& run) {
    static const std::vector<std::string_view> first{"poverty", "food-security"};
    const auto place = std::ranges::find(first, run.analysis->id);
    if (place != first.end()) return static_cast<int>(place - first.begin());
    return static_cast<int>(first.size()) + (is_about_data(run) ? 1 : 0);
}

/// The runs behind that of health, each once.
std::vector<const RunResult*> runs_in_order(const StudyResults& results, const RunResult* health) {
    std::vector<const RunResult*> runs;
    for (const auto& run : results.runs) {
        if (&run != health && is_first_season(run, results)) runs.push_back(&run);
    }
    std::ranges::stable_sort(runs, {}, [](const RunResult* run) { return place_of(*run); });
    return runs;
}

}  // namespace

std::vector<Text> key_findings(const report::Report& report, const StudyResults& results) {
    std::vector<Text> findings;
    add_priorities(findings, report);
    const auto* health = results.first_of("health-access");
    if (health != nullptr && !health->results.summary.empty()) {
        add_answers(findings, *health);
        add_season_findings(findings, *health, results);
    }
    for (const auto* run : runs_in_order(results, health)) add_answers(findings, *run);
    return findings;
}

}  // namespace desakota::study
