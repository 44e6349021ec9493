#include <algorithm>
#include <cmath>
#include <string_view>

#include "engine/analyses/access_results.h"
#include "engine/analyses/health_layers.h"
#include "engine/analyses/quantity_text.h"

namespace desakota::analyses {
namespace {

using core::Text;

/// The total of one pooled column; missing where there is none.
std::optional<double> total(const SummaryInput& input, std::string_view name) {
    for (const auto& column : input.pooled) {
        if (column.definition.name == name) return pooled_total(input, column);
    }
    return std::nullopt;
}

/// What shares are of: families or, without a families field, settlements; those that are known.
struct Whole {
    double known = 0.0;
    double unknown = 0.0;  ///< of settlements
    Text word;
};

Whole whole_of(const SummaryInput& input) {
    const auto& settlements = input.settlements;
    Whole whole;
    whole.word = settlements.has_families ? Text{"families", "keluarga"} : Text{"settlements", "permukiman"};
    for (std::size_t i = 0; i < settlements.size(); ++i) {
        if (input.unknown[i]) {
            whole.unknown += 1.0;
        } else {
            whole.known += settlements.has_families ? settlements.families[i].value_or(0.0) : 1.0;
        }
    }
    return whole;
}

/// Settlements count by the share of their families, so that their number may be broken.
Text count_text(double count, const SummaryInput& input) {
    constexpr double kRoundings = 1e-6;
    const bool is_whole = std::abs(count - std::round(count)) < kRoundings;
    return grouped(count, is_whole || input.settlements.has_families ? 0 : 1);
}

Text beyond_sentence(const HealthQuestion& question, const SummaryInput& input, const Whole& whole) {
    const auto share = total(input, "share_beyond");
    if (!share) return {"Nothing is known of any settlement's families.", "Tidak ada yang diketahui tentang keluarga."};
    const auto threshold = length_text(question.threshold);
    const auto beyond = count_text(*share * whole.known, input);
    const auto answer = fill_text("{} of {} {} ({}) live more than {} by road from {}",
                                  "{} dari {} {} ({}) tinggal lebih dari {} lewat jalan dari {}", beyond,
                                  grouped(whole.known), whole.word, percent_text(*share), threshold, question.wanted);
    const auto straight = total(input, "straight_share_beyond");
    if (!straight) return answer + core::same_text(".");
    return answer + fill_text("; in a straight line, on paper, it is {}.", "; menurut garis lurus, di atas kertas, {}.",
                              percent_text(*straight));
}

/// What a better road layer could change; empty where all are connected.
Text unconnected_sentence(const SummaryInput& input, const Whole& whole) {
    const auto share = total(input, "share_beyond");
    const auto low = total(input, "share_beyond_low");
    if (!share || !low || *share <= *low) return {};
    return fill_text("{} of these {} have no connected road in the data; without them it is {}.",
                     "{} {} di antaranya tidak tersambung jalan dalam data; tanpa mereka {}.",
                     count_text((*share - *low) * whole.known, input), whole.word, percent_text(*low));
}

void add_figure(Results& results, const PooledColumn& column, const std::optional<double>& value) {
    results.figures.push_back(
        {column.definition.name, column.definition.alias, value, column.pooling == Pooling::Share ? 3 : 0});
}

}  // namespace

void add_health_answer(Results& results, const HealthQuestion& question, const SummaryInput& pooled,
                       const HealthFindings& findings) {
    const auto whole = whole_of(pooled);
    add_status_figures(results, findings.rows);
    results.figures.push_back(
        {"settlements_unknown", {"Settlements not known", "Permukiman yang tidak diketahui"}, whole.unknown, 0});
    if (pooled.settlements.has_families) {
        results.figures.push_back({"families_known",
                                   {"Families whose distance is known", "Keluarga yang jaraknya diketahui"},
                                   whole.known,
                                   0});
    }
    for (const auto& column : pooled.pooled) add_figure(results, column, pooled_total(pooled, column));
    results.summary.push_back(beyond_sentence(question, pooled, whole));
    if (const auto text = unconnected_sentence(pooled, whole); !text.english.empty()) results.summary.push_back(text);
    results.summary.push_back(status_sentence(findings.rows));
}

}  // namespace desakota::analyses
