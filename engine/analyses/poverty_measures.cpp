#include "engine/analyses/poverty_measures.h"

#include <algorithm>

#include "engine/core/parallel.h"

namespace desakota::analyses {
namespace {

constexpr std::size_t kGrain = 256;  // settlements

class Measuring {
public:
    Measuring(const PovertyQuestion& question, PovertyMeasures& measures)
        : question_(question), sample_(*question.sample), measures_(measures) {}

    void measure(std::size_t settlement) {
        const auto incomes = sample_.of(settlement);
        for (std::size_t line = 0; line < question_.lines.size(); ++line) {
            const double rp = question_.lines[line].rp;
            note(settlement, line, rp, welfare::count_poor(incomes.per_head, rp, question_.at_line));
        }
        if (question_.sajogyo != nullptr) measure_rice(settlement);
        for (std::size_t i = 0; i < incomes.per_head.size(); ++i) {
            measures_.households[settlement] += incomes.households[i];
            measures_.persons[settlement] += incomes.persons[i];
            measures_.incomes[settlement] += incomes.persons[i] * incomes.per_head[i];
        }
    }

private:
    void note(std::size_t settlement, std::size_t measure, double line, std::size_t poor) {
        const auto place = settlement * measures_.count + measure;
        measures_.poor[place] = static_cast<std::uint32_t>(poor);
        measures_.sums[place] = welfare::sum_poverty(sample_.of(settlement), line, poor);
    }

    void measure_rice(std::size_t settlement) {
        const auto price = question_.rice_prices[settlement];
        const auto& version = *question_.sajogyo;
        if (!price) return;
        const auto incomes = sample_.of(settlement);
        const auto classes =
            std::span(measures_.class_households).subspan(settlement * measures_.class_count, measures_.class_count);
        std::size_t poor = 0;
        for (std::size_t i = 0; i < incomes.per_head.size(); ++i) {
            const auto place =
                welfare::class_of(version.scheme->classes, welfare::rice_equivalent_kg(incomes.per_head[i], *price));
            classes[place.value_or(0)] += incomes.households[i];
            if (place < version.poor_classes()) poor = i + 1;
        }
        note(settlement, question_.lines.size(), welfare::rice_line(version, *price), poor);
    }

    const PovertyQuestion& question_;
    const PovertySample& sample_;
    PovertyMeasures& measures_;
};

}  // namespace

PovertyMeasures measure_poverty(const PovertyQuestion& question, RunContext& context) {
    const auto settlements = question.settlements.size();
    PovertyMeasures measures;
    measures.count = question.lines.size() + (question.sajogyo != nullptr ? 1 : 0);
    measures.class_count = question.sajogyo != nullptr ? question.sajogyo->scheme->classes.classes.size() : 0;
    measures.poor.assign(settlements * measures.count, welfare::kNoLine);
    measures.sums.resize(settlements * measures.count);
    measures.households.resize(settlements);
    measures.persons.resize(settlements);
    measures.incomes.resize(settlements);
    measures.class_households.resize(settlements * measures.class_count);
    core::parallel_for(settlements, {.threads = context.threads, .grain = kGrain}, context.progress,
                       [&](std::size_t begin, std::size_t end) {
                           Measuring measuring(question, measures);
                           for (auto s = begin; s < end; ++s) measuring.measure(s);
                       });
    return measures;
}

}  // namespace desakota::analyses
