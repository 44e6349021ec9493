#include <cmath>
#include <cstdlib>
#include <string_view>

#include "engine/analyses/quantity_text.h"
#include "engine/analyses/scenario_layers.h"

namespace desakota::analyses {
namespace {

using core::Text;
using network::Objective;

/// "not connected to any road that leads there" ... after "before," or "now".
Text unreached_phrase(RowStatus status) {
    switch (status) {
        case RowStatus::NotConnected:
            return {"not connected", "tidak tersambung"};
        case RowStatus::NoRoadInReach:
            return {"no road in reach", "tidak ada jalan di dekatnya"};
        case RowStatus::BeyondCutoff:
            return {"beyond the limit of the search", "di luar batas pencarian"};
        case RowStatus::Reached:
        case RowStatus::NoGeometry:
        case RowStatus::NoDestination:
            break;
    }
    return {"without a location", "tanpa lokasi"};
}

/// How one settlement's way changes, in words.
class WayWords {
public:
    WayWords(const ScenarioOutcome& outcome, std::size_t settlement)
        : outcome_(outcome),
          findings_(outcome.findings.chosen(outcome.question)),
          before_(findings_.before.rows[settlement]),
          after_(findings_.after.rows[settlement]) {}

    [[nodiscard]] Text say(std::string_view effect) const {
        if (effect == "newly_reached") {
            return fill_text("Newly reached: {} to {}; before, {}.", "Kini terjangkau: {} ke {}; semula {}.",
                             cost_text(after_), title(after_), unreached_phrase(before_.status));
        }
        if (effect == "no_longer_reached") {
            return fill_text("No longer reached: before, {} to {}; now {}.",
                             "Tidak lagi terjangkau: semula {} ke {}; kini {}.", cost_text(before_), title(before_),
                             unreached_phrase(after_.status));
        }
        if (effect == "not_reached") {
            return fill_text("Not reached, before or after: {}.", "Tidak terjangkau, semula maupun sesudah: {}.",
                             unreached_phrase(after_.status));
        }
        if (effect == "unchanged") {
            return fill_text("No change: {} to {}.", "Tidak berubah: {} ke {}.", cost_text(after_), title(after_));
        }
        return effect.empty() ? Text{"Without a location.", "Tanpa lokasi."} : moved(effect == "nearer");
    }

private:
    [[nodiscard]] Text title(const WayRow& row) const {
        return core::same_text(outcome_.question.facilities.destinations.title(row.destination));
    }
    [[nodiscard]] Text amount_text(std::int64_t amount) const {
        return findings_.cost == Objective::Time ? duration_text(amount) : length_text(amount);
    }
    /// By how much a way changes, at the head of a sentence.
    [[nodiscard]] Text change_text(std::int64_t change) const {
        constexpr std::int64_t kHalfMinute = 30'000;  // milliseconds; less reads as 0
        constexpr std::int64_t kHalfMetre = 500;      // millimetres
        if (findings_.cost == Objective::Time && change < kHalfMinute) {
            return {"Less than 1 min", "Kurang dari 1 menit"};
        }
        if (findings_.cost == Objective::Distance && change < kHalfMetre) {
            return {"Less than 1 m", "Kurang dari 1 m"};
        }
        return amount_text(change);
    }
    [[nodiscard]] Text cost_text(const WayRow& row) const {
        return amount_text(cost_of(row, findings_.cost).value_or(0));
    }
    [[nodiscard]] Text way_word(bool nearer) const {
        if (findings_.cost == Objective::Time) {
            return nearer ? Text{"faster", "lebih cepat"} : Text{"slower", "lebih lama"};
        }
        return nearer ? Text{"nearer", "lebih dekat"} : Text{"farther", "lebih jauh"};
    }
    [[nodiscard]] Text moved(bool nearer) const {
        const auto change = cost_of(after_, findings_.cost).value_or(0) - cost_of(before_, findings_.cost).value_or(0);
        const auto by = change_text(std::abs(change));
        const auto way = way_word(nearer);
        if (before_.destination == after_.destination) {
            return fill_text("{0} {1} to {2}: {3} before, {4} after.", "{0} {1} ke {2}: semula {3}, sesudah {4}.", by,
                             way, title(after_), cost_text(before_), cost_text(after_));
        }
        return fill_text("{0} {1}: before, {2} to {3}; now {4} to {5}.", "{0} {1}: semula {2} ke {3}; kini {4} ke {5}.",
                         by, way, cost_text(before_), title(before_), cost_text(after_), title(after_));
    }

    const ScenarioOutcome& outcome_;
    const CostFindings& findings_;
    const WayRow& before_;
    const WayRow& after_;
};

/// The families of a settlement that come within one threshold, and those that fall beyond.
Text families_sentence(double families, const CostFindings& findings, std::size_t settlement, const Text& threshold) {
    const double gained = families * findings.gained[settlement].value_or(0.0);
    const double lost = families * findings.lost[settlement].value_or(0.0);
    Text text;
    if (gained > 0.0) {
        text = fill_text(" {} of its families come within {}.", " {} keluarganya menjadi berada dalam {}.",
                         families_text(gained), threshold);
    }
    if (lost > 0.0) {
        text = text + fill_text(" {} of its families fall beyond {}.", " {} keluarganya menjadi berada di luar {}.",
                                families_text(lost), threshold);
    }
    return text;
}

Text families_sentences(const ScenarioOutcome& outcome, std::size_t settlement) {
    const auto& families = outcome.question.settlements.families[settlement];
    if (!families) return {};
    auto text =
        families_sentence(*families, outcome.findings.by_distance, settlement, length_text(outcome.question.threshold));
    const auto& limit = outcome.question.threshold_time;
    const auto& by_time = outcome.findings.by_time;
    if (limit && by_time) text = text + families_sentence(*families, *by_time, settlement, duration_text(*limit));
    return text;
}

}  // namespace

Text families_text(double families) {
    constexpr double kSmall = 10.0;
    return grouped(families, families < kSmall && families != static_cast<double>(std::llround(families)) ? 1 : 0);
}

std::string_view effect_of(const CostFindings& findings, std::size_t settlement) {
    const auto& before = findings.before.rows[settlement];
    const auto& after = findings.after.rows[settlement];
    if (before.status == RowStatus::NoGeometry) return {};
    if (!before.is_reached() && !after.is_reached()) return "not_reached";
    if (!before.is_reached()) return "newly_reached";
    if (!after.is_reached()) return "no_longer_reached";
    const auto change = change_of(findings, settlement).value_or(0);
    if (change == 0) return "unchanged";
    return change < 0 ? "nearer" : "farther";
}

Text effect_sentence(const ScenarioOutcome& outcome, std::size_t settlement) {
    return WayWords(outcome, settlement).say(effect_of(outcome.findings.chosen(outcome.question), settlement)) +
           families_sentences(outcome, settlement);
}

}  // namespace desakota::analyses
