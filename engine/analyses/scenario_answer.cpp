#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include "engine/analyses/quantity_text.h"
#include "engine/analyses/scenario_layers.h"

namespace desakota::analyses {
namespace {

using core::Text;

/// What is counted: families or, without a families field, settlements by the share of their families.
struct Counts {
    Text word;
    double gained = 0.0;
    double lost = 0.0;
    double beyond_before = 0.0;
    double beyond_after = 0.0;
    double known = 0.0;
};

Counts counts_of(const ScenarioOutcome& outcome, const CostFindings& findings, const SummaryInput& pooled) {
    const auto& settlements = outcome.question.settlements;
    Counts counts;
    counts.word = settlements.has_families ? Text{"families", "keluarga"} : Text{"settlements", "permukiman"};
    for (std::size_t i = 0; i < settlements.size(); ++i) {
        if (pooled.unknown[i]) continue;
        const double weight = settlements.has_families ? settlements.families[i].value_or(0.0) : 1.0;
        counts.known += weight;
        counts.gained += weight * findings.gained[i].value_or(0.0);
        counts.lost += weight * findings.lost[i].value_or(0.0);
        counts.beyond_before += weight * findings.beyond_before[i].value_or(0.0);
        counts.beyond_after += weight * findings.beyond_after[i].value_or(0.0);
    }
    return counts;
}

double effects(const ScenarioOutcome& outcome, std::string_view effect) {
    double count = 0.0;
    for (std::size_t i = 0; i < outcome.question.settlements.size(); ++i) {
        if (effect_of(outcome.findings.chosen(outcome.question), i) == effect) count += 1.0;
    }
    return count;
}

double links(const ScenarioOutcome& outcome, LinkChange change) {
    return static_cast<double>(std::ranges::count(outcome.links, change, &ScenarioLink::change));
}

/// "The scenario: roads added: 2; facilities removed: 1; wet season."
Text scenario_sentence(const ScenarioOutcome& outcome) {
    Text list;
    const auto add = [&](const Text& item) {
        list = list.english.empty() ? item : list + core::same_text("; ") + item;
    };
    const auto add_count = [&](double count, const Text& what) {
        if (count > 0.0) add(what + core::same_text(": ") + grouped(count));
    };
    add_count(links(outcome, LinkChange::Added), {"roads added", "jalan ditambahkan"});
    add_count(links(outcome, LinkChange::Removed), {"roads removed", "jalan ditiadakan"});
    add_count(links(outcome, LinkChange::Changed), {"roads changed", "jalan diubah"});
    add_count(static_cast<double>(outcome.question.facilities.added), {"facilities added", "fasilitas ditambahkan"});
    add_count(static_cast<double>(outcome.question.facilities.removed), {"facilities removed", "fasilitas ditiadakan"});
    if (outcome.season == "wet") add({"wet season", "musim hujan"});
    if (outcome.season == "dry") add({"dry season", "musim kemarau"});
    if (list.english.empty()) list = {"nothing that counts", "tidak ada yang dihitung"};
    return fill_text("The scenario: {}.", "Simulasi: {}.", list);
}

/// `threshold`: "5.0 km by road of", in the words of one threshold.
Text families_answer(const ScenarioOutcome& outcome, const Counts& counts, const Text& threshold) {
    const auto& wanted = outcome.question.wanted;
    const double share = counts.known > 0.0 ? counts.beyond_after / counts.known : 0.0;
    if (counts.gained == 0.0 && counts.lost == 0.0) {
        return fill_text("No {0} come within {1} {2} or fall beyond: {3} of {4} ({5}) are beyond, as before.",
                         "Tidak ada {0} yang menjadi berada dalam {1} {2} atau menjadi di luarnya: {3} dari {4} "
                         "({5}) berada di luar ambang, seperti semula.",
                         counts.word, threshold, wanted, families_text(counts.beyond_after),
                         families_text(counts.known), percent_text(share));
    }
    return fill_text(
        "It brings {0} {1} within {2} {3}; {4} fall beyond. {5} of {6} {1} ({7}) are then beyond, {8} before.",
        "{0} {1} menjadi berada dalam {2} {3}; {4} menjadi berada di luarnya. Sesudahnya {5} dari {6} "
        "{1} ({7}) berada di luar ambang, semula {8}.",
        families_text(counts.gained), counts.word, threshold, wanted, families_text(counts.lost),
        families_text(counts.beyond_after), families_text(counts.known), percent_text(share),
        families_text(counts.beyond_before));
}

Text settlements_answer(const ScenarioOutcome& outcome) {
    if (outcome.question.cost == network::Objective::Time) {
        return fill_text(
            "Of {0} settlements, from {1} the way is faster than before, from {2} slower; {3} are newly reached, {4} "
            "no "
            "longer.",
            "Dari {0} permukiman, waktu tempuh dari {1} lebih singkat dan dari {2} lebih lama daripada semula; {3} "
            "kini "
            "terjangkau, {4} tidak lagi.",
            grouped(static_cast<double>(outcome.question.settlements.size())), grouped(effects(outcome, "nearer")),
            grouped(effects(outcome, "farther")), grouped(effects(outcome, "newly_reached")),
            grouped(effects(outcome, "no_longer_reached")));
    }
    return fill_text(
        "Of {0} settlements, {1} are nearer and {2} farther than before; {3} are newly reached, {4} no longer.",
        "Dari {0} permukiman, {1} lebih dekat dan {2} lebih jauh daripada semula; {3} kini terjangkau, {4} tidak lagi.",
        grouped(static_cast<double>(outcome.question.settlements.size())), grouped(effects(outcome, "nearer")),
        grouped(effects(outcome, "farther")), grouped(effects(outcome, "newly_reached")),
        grouped(effects(outcome, "no_longer_reached")));
}

struct EffectFigure {
    const char* effect;
    const char* name;
    Text label;
};
std::array<EffectFigure, 5> effect_figures(network::Objective cost) {
    const bool by_time = cost == network::Objective::Time;
    const auto nearer = by_time ? Text{"Settlements from which the way is faster than before",
                                       "Permukiman yang waktu tempuhnya lebih "
                                       "singkat daripada semula"}
                                : Text{"Settlements nearer than before", "Permukiman yang lebih dekat"};
    const auto farther = by_time ? Text{"Settlements from which the way is slower than before",
                                        "Permukiman yang waktu tempuhnya lebih "
                                        "lama daripada semula"}
                                 : Text{"Settlements farther than before", "Permukiman yang lebih jauh"};
    return {{{"newly_reached",
              "settlements_newly_reached",
              {"Settlements newly reached", "Permukiman yang kini terjangkau"}},
             {"nearer", "settlements_nearer", nearer},
             {"unchanged", "settlements_unchanged", {"Settlements without a change", "Permukiman yang tidak berubah"}},
             {"farther", "settlements_farther", farther},
             {"no_longer_reached",
              "settlements_no_longer_reached",
              {"Settlements no longer reached", "Permukiman yang tidak lagi terjangkau"}}}};
}

/// Whether money is held against the families within the time threshold: where the run's cost is time.
bool costs_by_time(const ScenarioQuestion& question) {
    return question.cost == network::Objective::Time && question.threshold_time;
}

/// Rupiah for each family gained; missing without a cost, families or a gain.
std::optional<double> cost_per_family(const ScenarioOutcome& outcome, const Counts& counts) {
    if (!outcome.cost || !outcome.question.settlements.has_families || counts.gained <= 0.0) return std::nullopt;
    return *outcome.cost / counts.gained;
}

Text cost_sentence(const ScenarioOutcome& outcome, const std::optional<double>& each) {
    const auto cost = grouped(outcome.cost.value_or(0.0));
    const auto threshold =
        costs_by_time(outcome.question) ? Text{"the time threshold", "ambang waktu"} : Text{"the threshold", "ambang"};
    if (!each) {
        return fill_text("It costs Rp {}, and brings no family within {}.",
                         "Biayanya Rp {}, dan tidak ada keluarga yang menjadi berada dalam {}.", cost, threshold);
    }
    return fill_text("It costs Rp {}: Rp {} for each family brought within {}.",
                     "Biayanya Rp {}: Rp {} untuk tiap keluarga yang menjadi berada dalam {}.", cost, grouped(*each),
                     threshold);
}

void add_cost(Results& results, const ScenarioOutcome& outcome, const Counts& counts) {
    if (!outcome.cost) return;
    const auto each = cost_per_family(outcome, counts);
    results.figures.push_back({"cost_rp", {"Cost (Rp)", "Biaya (Rp)"}, outcome.cost, 0});
    results.figures.push_back({"cost_per_family_rp",
                               {"Cost of each family brought within (Rp)",
                                "Biaya tiap keluarga yang menjadi dalam "
                                "ambang (Rp)"},
                               each,
                               0});
    if (outcome.question.settlements.has_families) results.summary.push_back(cost_sentence(outcome, each));
}

}  // namespace

void add_scenario_answer(Results& results, const ScenarioOutcome& outcome, const SummaryInput& pooled) {
    const auto& question = outcome.question;
    auto counts = counts_of(outcome, outcome.findings.by_distance, pooled);
    results.figures.push_back(
        {"settlements", {"Settlements", "Permukiman"}, static_cast<double>(question.settlements.size()), 0});
    for (const auto& [effect, name, label] : effect_figures(question.cost)) {
        results.figures.push_back({name, label, effects(outcome, effect), 0});
    }
    for (const auto& column : pooled.pooled) {
        results.figures.push_back({column.definition.name, column.definition.alias, pooled_total(pooled, column),
                                   column.pooling == Pooling::Share ? 3 : 0});
    }
    results.summary.push_back(scenario_sentence(outcome));
    results.summary.push_back(families_answer(
        outcome, counts, fill_text("{} by road of", "{} lewat jalan dari", length_text(question.threshold))));
    if (const auto& findings = outcome.findings.by_time; findings && question.threshold_time) {
        const auto by_time = counts_of(outcome, *findings, pooled);
        results.summary.push_back(families_answer(
            outcome, by_time,
            fill_text("{} of travel of", "{} perjalanan dari", duration_text(*question.threshold_time))));
        if (costs_by_time(question)) counts = by_time;
    }
    results.summary.push_back(settlements_answer(outcome));
    add_cost(results, outcome, counts);
}

}  // namespace desakota::analyses
