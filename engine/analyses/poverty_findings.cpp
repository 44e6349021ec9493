#include "engine/analyses/poverty_findings.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/analyses/poverty_measures.h"
#include "engine/analyses/welfare_disclosure.h"
#include "engine/core/parallel.h"
#include "engine/core/parallel_sort.h"
#include "engine/statistics/quantile.h"

namespace desakota::analyses {
namespace {

using Members = std::span<const std::uint32_t>;

constexpr std::size_t kGrain = 256;  // settlements
constexpr double kHalf = 0.5;

std::optional<double> ratio(double part, double whole) {
    return whole > 0.0 ? std::optional(part / whole) : std::nullopt;
}

std::optional<double> median(const statistics::Weighted& sorted) {
    const double value = statistics::weighted_quantile(sorted, kHalf);
    return std::isnan(value) ? std::nullopt : std::optional(value);
}

/// The median income of the persons in several settlements.
std::optional<double> median_income(const PovertySample& sample, Members members, RunContext& context) {
    if (members.size() == 1) {
        const auto incomes = sample.of(members.front());
        return median({incomes.per_head, incomes.persons});
    }
    struct Income {
        double per_head;
        double persons;
    };
    std::vector<Income> all;
    for (const auto s : members) {
        const auto incomes = sample.of(s);
        for (std::size_t i = 0; i < incomes.per_head.size(); ++i) {
            all.push_back({incomes.per_head[i], incomes.persons[i]});
        }
    }
    core::parallel_sort(
        all, [](const Income& a, const Income& b) { return a.per_head < b.per_head; }, context.threads,
        context.progress);
    std::vector<double> values;
    std::vector<double> weights;
    for (const auto& income : all) {
        values.push_back(income.per_head);
        weights.push_back(income.persons);
    }
    return median({values, weights});
}

/// Fills rows of figures from what was measured.
class Pooling {
public:
    Pooling(const PovertyQuestion& question, const PovertySample& sample, const PovertyMeasures& measures)
        : question_(question), sample_(sample), measures_(measures) {}

    [[nodiscard]] const PovertySample& sample() const { return sample_; }

    [[nodiscard]] PovertyFigures empty(std::vector<Basis> bases) const {
        PovertyFigures figures;
        const auto rows = bases.size();
        figures.bases = std::move(bases);
        for (auto* list : {&figures.households, &figures.persons, &figures.mean_income, &figures.median_income}) {
            list->resize(rows);
        }
        figures.lines.resize(question_.lines.size());
        for (auto& line : figures.lines) line.resize(rows);
        if (question_.sajogyo == nullptr) return figures;
        figures.sajogyo.resize(rows);
        figures.sajogyo_shares.assign(measures_.class_count, Amounts(rows));
        figures.sajogyo_commonest.resize(rows);
        return figures;
    }

    /// Rows whose basis is computed.
    void fill(PovertyFigures& figures, std::size_t row, Members members) const {
        if (!figures.bases[row].is_computed()) return;
        const double persons = sum(measures_.persons, members);
        figures.households[row] = sum(measures_.households, members);
        if (sample_.has_persons) figures.persons[row] = persons;
        figures.mean_income[row] = ratio(sum(measures_.incomes, members), persons);
        for (std::size_t i = 0; i < figures.lines.size(); ++i) fill_poor(figures.lines[i], row, i, members);
        if (question_.sajogyo != nullptr) fill_rice(figures, row, members);
    }

private:
    static double sum(const std::vector<double>& values, Members members) {
        double total = 0.0;
        for (const auto s : members) total += values[s];
        return total;
    }

    void fill_poor(PoorFigures& figures, std::size_t row, std::size_t measure, Members members) const {
        welfare::PovertySums sums;
        for (const auto s : members) sums += measures_.sums[s * measures_.count + measure];
        figures.households_share[row] = sums.poor_households_share();
        figures.persons_share[row] = sums.poor_persons_share();
        figures.gap[row] = sums.gap_index();
        figures.severity[row] = sums.severity_index();
        if (sums.households > 0.0) figures.poor_households[row] = sums.poor_households;
        if (sums.persons > 0.0) figures.poor_persons[row] = sums.poor_persons;
    }

    void fill_rice(PovertyFigures& figures, std::size_t row, Members members) const {
        fill_poor(figures.sajogyo, row, question_.lines.size(), members);
        std::vector<double> households(measures_.class_count);
        double all = 0.0;
        for (const auto s : members) {
            for (std::size_t c = 0; c < households.size(); ++c) {
                households[c] += measures_.class_households[s * households.size() + c];
                all += measures_.class_households[s * households.size() + c];
            }
        }
        for (std::size_t c = 0; c < households.size(); ++c) {
            figures.sajogyo_shares[c][row] = ratio(households[c], all);
        }
    }

    const PovertyQuestion& question_;
    const PovertySample& sample_;
    const PovertyMeasures& measures_;
};

void average_poor(const PoorFigures& of_settlements, PoorFigures& figures, std::size_t row, Members members) {
    figures.households_share[row] = mean_of(members, of_settlements.households_share);
    figures.persons_share[row] = mean_of(members, of_settlements.persons_share);
    figures.gap[row] = mean_of(members, of_settlements.gap);
    figures.severity[row] = mean_of(members, of_settlements.severity);
}

/// Puts the means of the settlements' figures in the place of the pooled ones.
void average(const PovertyFigures& of_settlements, PovertyFigures& figures, std::size_t row, Members members) {
    figures.mean_income[row] = mean_of(members, of_settlements.mean_income);
    figures.median_income[row] = mean_of(members, of_settlements.median_income);
    for (std::size_t i = 0; i < figures.lines.size(); ++i) {
        average_poor(of_settlements.lines[i], figures.lines[i], row, members);
    }
    if (figures.sajogyo_shares.empty()) return;
    average_poor(of_settlements.sajogyo, figures.sajogyo, row, members);
    for (std::size_t c = 0; c < figures.sajogyo_shares.size(); ++c) {
        figures.sajogyo_shares[c][row] = mean_of(members, of_settlements.sajogyo_shares[c]);
    }
}

void find_commonest(PovertyFigures& figures) {
    for (std::size_t row = 0; row < figures.sajogyo_commonest.size(); ++row) {
        auto& commonest = figures.sajogyo_commonest[row];
        double most = 0.0;
        for (std::size_t c = 0; c < figures.sajogyo_shares.size(); ++c) {
            const auto& share = figures.sajogyo_shares[c][row];
            if (!share || *share <= most) continue;
            most = *share;
            commonest = c;
        }
    }
}

void fill_settlements(const Pooling& pooling, PovertyFigures& figures, RunContext& context) {
    core::parallel_for(figures.size(), {.threads = context.threads, .grain = kGrain}, context.progress,
                       [&](std::size_t begin, std::size_t end) {
                           for (auto s = static_cast<std::uint32_t>(begin); s < end; ++s) {
                               const Members member(&s, 1);
                               pooling.fill(figures, s, member);
                               if (!figures.bases[s].is_computed()) continue;
                               const auto incomes = pooling.sample().of(s);
                               figures.median_income[s] = median({incomes.per_head, incomes.persons});
                           }
                       });
}

void fill_summary(const PovertyQuestion& question, const Pooling& pooling, PovertyFindings& findings,
                  RunContext& context) {
    for (std::size_t row = 0; row < findings.sets.size(); ++row) {
        const auto part = static_cast<double>(findings.sets.size());
        core::Stage stage(context.progress, static_cast<double>(row) / part, static_cast<double>(row + 1) / part);
        auto of_set = with_progress(context, stage);
        const Members members = findings.sets[row].members;
        pooling.fill(findings.summary, row, members);
        if (findings.summary.bases[row].is_computed()) {
            if (question.unweighted) {
                average(findings.settlements, findings.summary, row, members);
            } else {
                findings.summary.median_income[row] = median_income(pooling.sample(), members, of_set);
            }
        }
        stage.step(1.0);
    }
}

void find_from_sample(const PovertyQuestion& question, const PovertySample& sample, PovertyFindings& findings,
                      RunContext& context) {
    core::Stage measuring(context.progress, 0.0, 0.1);
    auto measuring_context = with_progress(context, measuring);
    const auto measures = measure_poverty(question, measuring_context);
    const Pooling pooling(question, sample, measures);
    auto bases = welfare_bases(sample.selection, question.settlements.size(), findings.sets);
    findings.settlements = pooling.empty(std::move(bases.settlements));
    findings.summary = pooling.empty(std::move(bases.sets));
    core::Stage filling(context.progress, 0.1, 0.2);
    auto filling_context = with_progress(context, filling);
    fill_settlements(pooling, findings.settlements, filling_context);
    core::Stage pooled(context.progress, 0.2, 0.3);
    auto pooled_context = with_progress(context, pooled);
    fill_summary(question, pooling, findings, pooled_context);
    find_commonest(findings.settlements);
    find_commonest(findings.summary);
    core::Stage drawing(context.progress, 0.3, 1.0);
    auto drawing_context = with_progress(context, drawing);
    find_intervals(question, measures, findings, drawing_context);
}

}  // namespace

void PoorFigures::resize(std::size_t rows) {
    for (auto* list : {&poor_households, &poor_persons, &households_share, &persons_share, &gap, &severity}) {
        list->resize(rows);
    }
    households_interval.resize(rows);
    persons_interval.resize(rows);
}

std::optional<double> mean_of(std::span<const std::uint32_t> members, const Amounts& values) {
    double sum = 0.0;
    double count = 0.0;
    for (const auto s : members) {
        const auto value = values[s];
        if (!value) continue;
        sum += *value;
        ++count;
    }
    return ratio(sum, count);
}

PovertyFindings find_poverty(const PovertyQuestion& question, RunContext& context) {
    PovertyFindings findings;
    findings.sets = settlement_sets(question.settlements);
    if (question.sample) find_from_sample(question, *question.sample, findings, context);
    add_given_figures(question, findings);
    context.progress.step(1.0);
    return findings;
}

}  // namespace desakota::analyses
