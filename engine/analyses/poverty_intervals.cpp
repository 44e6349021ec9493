#include <algorithm>
#include <limits>

#include "engine/analyses/poverty_measures.h"
#include "engine/core/parallel.h"

namespace desakota::analyses {
namespace {

using welfare::ReplicatedSums;
using Members = std::span<const std::uint32_t>;

/// How many households are drawn between two looks at whether the user cancelled. A settlement whose replications draw
/// more is worked on by all threads together.
constexpr double kDrawsAtATime = 4e6;

/// Of the sample of some settlements, by one measure.
struct SampleCount {
    double households = 0.0;
    double poor = 0.0;
    std::optional<double> population = 0.0;  ///< missing as soon as one settlement's is

    [[nodiscard]] bool is_full() const { return population && *population <= households; }
    /// Whether some are poor and some are not.
    [[nodiscard]] bool is_mixed() const { return poor > 0.0 && poor < households; }
};

class Intervals {
public:
    Intervals(const PovertyQuestion& question, const PovertyMeasures& measures, PovertyFindings& findings)
        : question_(question),
          sample_(*question.sample),
          measures_(measures),
          settlements_(findings.settlements),
          summary_(findings.summary) {}

    [[nodiscard]] std::size_t replications() const { return question_.resampling.replications; }
    [[nodiscard]] double draws(Members members) const {
        double count = 0.0;
        for (const auto s : members) count += static_cast<double>(sample_.count(s));
        return count;
    }

    /// Wilson's intervals, where they hold.
    void count(PovertyFigures& figures, std::size_t row, Members members) {
        if (is_drawn(figures) || !figures.bases[row].is_computed()) return;
        for (std::size_t m = 0; m < measures_.count; ++m) {
            const auto counted = count_of(m, members);
            poor(figures, m).households_interval[row] =
                statistics::wilson_interval(counted.poor, counted.households, counted.population);
        }
    }

    /// Draws some replications of a row.
    void draw(const PovertyFigures& figures, Members members, std::size_t first, std::span<ReplicatedSums> sums) const {
        welfare::PovertyReplications replications(question_.resampling);
        const bool averages = &figures == &summary_ && question_.unweighted;
        std::vector<ReplicatedSums> own(averages ? sums.size() : 0);
        for (const auto s : members) {
            if (sample_.count(s) == 0 || (averages && !settlements_.bases[s].is_computed())) continue;
            const welfare::PovertyStratum stratum{s, sample_.populations[s], sample_.of(s), measures_.poor_of(s)};
            if (!averages) {
                replications.add(stratum, first, sums);
                continue;
            }
            std::ranges::fill(own, ReplicatedSums{});
            replications.add(stratum, first, own);
            for (std::size_t i = 0; i < own.size(); ++i) sums[i] += shares_of(own[i]);
        }
    }

    /// Takes the intervals of a row from all its replications.
    void take(PovertyFigures& figures, std::size_t row, Members members, std::span<const ReplicatedSums> sums) {
        std::vector<double> replicates(replications());
        for (std::size_t m = 0; m < measures_.count; ++m) {
            const auto counted = count_of(m, members);
            if (!counted.is_mixed() && !counted.is_full()) continue;
            auto& of_measure = poor(figures, m);
            const auto interval = [&](double ReplicatedSums::*part, double ReplicatedSums::*whole) {
                for (std::size_t r = 0; r < replicates.size(); ++r) {
                    const auto& drawn = sums[r * measures_.count + m];
                    replicates[r] =
                        drawn.*whole > 0.0 ? drawn.*part / (drawn.*whole) : std::numeric_limits<double>::quiet_NaN();
                }
                return statistics::percentile_interval(replicates);
            };
            if (is_drawn(figures)) {
                of_measure.households_interval[row] =
                    interval(&ReplicatedSums::poor_households, &ReplicatedSums::households);
            }
            if (sample_.has_persons) {
                of_measure.persons_interval[row] = interval(&ReplicatedSums::poor_persons, &ReplicatedSums::persons);
            }
        }
    }

    /// Whether a bootstrap has anything to say of a row.
    [[nodiscard]] bool needs_draws(const PovertyFigures& figures, std::size_t row, Members members) const {
        if (replications() == 0 || !figures.bases[row].is_computed()) return false;
        if (!is_drawn(figures) && !sample_.has_persons) return false;
        for (std::size_t m = 0; m < measures_.count; ++m) {
            const auto counted = count_of(m, members);
            if (counted.is_mixed() || counted.is_full()) return true;
        }
        return false;
    }

    [[nodiscard]] std::size_t measure_count() const { return measures_.count; }

private:
    /// Whether the households' shares too come from a bootstrap.
    [[nodiscard]] bool is_drawn(const PovertyFigures& figures) const {
        return sample_.has_weights || (&figures == &summary_ && question_.unweighted);
    }

    [[nodiscard]] PoorFigures& poor(PovertyFigures& figures, std::size_t measure) const {
        return measure < figures.lines.size() ? figures.lines[measure] : figures.sajogyo;
    }

    [[nodiscard]] SampleCount count_of(std::size_t measure, Members members) const {
        SampleCount counted;
        for (const auto s : members) {
            const auto poor = measures_.poor_of(s)[measure];
            if (poor == welfare::kNoLine || sample_.count(s) == 0) continue;
            counted.households += static_cast<double>(sample_.count(s));
            counted.poor += poor;
            const auto& population = sample_.populations[s];
            counted.population =
                counted.population && population ? std::optional(*counted.population + *population) : std::nullopt;
        }
        return counted;
    }

    /// One settlement counts as one, whatever its size.
    static ReplicatedSums shares_of(const ReplicatedSums& sums) {
        ReplicatedSums shares;
        if (sums.households > 0.0) {
            shares.households = 1.0;
            shares.poor_households = sums.poor_households / sums.households;
        }
        if (sums.persons > 0.0) {
            shares.persons = 1.0;
            shares.poor_persons = sums.poor_persons / sums.persons;
        }
        return shares;
    }

    const PovertyQuestion& question_;
    const PovertySample& sample_;
    const PovertyMeasures& measures_;
    PovertyFigures& settlements_;
    PovertyFigures& summary_;
};

/// A row whose replications are shared out among the threads.
void draw_together(Intervals& intervals, PovertyFigures& figures, std::size_t row, Members members,
                   RunContext& context) {
    const auto measures = intervals.measure_count();
    std::vector<ReplicatedSums> sums(intervals.replications() * measures);
    const auto grain =
        static_cast<std::size_t>(std::clamp(kDrawsAtATime / std::max(intervals.draws(members), 1.0), 1.0, 1e6));
    core::parallel_for(intervals.replications(), {.threads = context.threads, .grain = grain}, context.progress,
                       [&](std::size_t begin, std::size_t end) {
                           intervals.draw(figures, members, begin,
                                          std::span(sums).subspan(begin * measures, (end - begin) * measures));
                       });
    intervals.take(figures, row, members, sums);
}

void draw_settlements(Intervals& intervals, PovertyFigures& figures, RunContext& context) {
    const auto replications = static_cast<double>(intervals.replications());
    const auto is_large = [&](Members members) { return intervals.draws(members) * replications > kDrawsAtATime; };
    double most = 1.0;
    for (std::uint32_t s = 0; s < figures.size(); ++s) most = std::max(most, intervals.draws({&s, 1}) * replications);
    const auto grain = static_cast<std::size_t>(std::clamp(kDrawsAtATime / most, 1.0, 1024.0));
    core::Stage each(context.progress, 0.0, 0.5);
    core::parallel_for(figures.size(), {.threads = context.threads, .grain = grain}, each,
                       [&](std::size_t begin, std::size_t end) {
                           std::vector<ReplicatedSums> sums;
                           for (auto s = static_cast<std::uint32_t>(begin); s < end; ++s) {
                               const Members member(&s, 1);
                               intervals.count(figures, s, member);
                               if (is_large(member) || !intervals.needs_draws(figures, s, member)) continue;
                               sums.assign(intervals.replications() * intervals.measure_count(), {});
                               intervals.draw(figures, member, 0, sums);
                               intervals.take(figures, s, member, sums);
                           }
                       });
    core::Stage large(context.progress, 0.5, 1.0);
    core::LoopSteps steps(large, 0.0, 1.0, figures.size());
    for (std::uint32_t s = 0; s < figures.size(); ++s) {
        steps.at(s);
        const Members member(&s, 1);
        if (!is_large(member) || !intervals.needs_draws(figures, s, member)) continue;
        core::Stage one(large, static_cast<double>(s) / static_cast<double>(figures.size()),
                        static_cast<double>(s + 1) / static_cast<double>(figures.size()));
        auto of_one = with_progress(context, one);
        draw_together(intervals, figures, s, member, of_one);
    }
}

void draw_sets(Intervals& intervals, PovertyFindings& findings, RunContext& context) {
    double all = 1.0;
    for (const auto& set : findings.sets) all += intervals.draws(set.members);
    double done = 0.0;
    for (std::size_t row = 0; row < findings.sets.size(); ++row) {
        const Members members = findings.sets[row].members;
        const double next = done + intervals.draws(members);
        core::Stage stage(context.progress, done / all, next / all);
        auto of_set = with_progress(context, stage);
        intervals.count(findings.summary, row, members);
        if (intervals.needs_draws(findings.summary, row, members)) {
            draw_together(intervals, findings.summary, row, members, of_set);
        }
        done = next;
        context.progress.step(done / all);
    }
}

}  // namespace

void find_intervals(const PovertyQuestion& question, const PovertyMeasures& measures, PovertyFindings& findings,
                    RunContext& context) {
    Intervals intervals(question, measures, findings);
    core::Stage settlements(context.progress, 0.0, 0.5);
    auto of_settlements = with_progress(context, settlements);
    draw_settlements(intervals, findings.settlements, of_settlements);
    core::Stage sets(context.progress, 0.5, 1.0);
    auto of_sets = with_progress(context, sets);
    draw_sets(intervals, findings, of_sets);
}

}  // namespace desakota::analyses
