#include "engine/welfare/rank_uncertainty.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/core/parallel.h"
#include "engine/statistics/random.h"
#include "engine/welfare/ranks.h"
#include "engine/welfare/scoring_method.h"

namespace desakota::welfare {
namespace {

/// Replications whose ranks are in memory at a time.
constexpr std::size_t kAtATime = 16;

void perturb(std::vector<double>& weights, statistics::Random& random) {
    for (double& weight : weights) weight *= 1.0 - kWeightNoise + 2.0 * kWeightNoise * random.unit();
}

TreeWeights perturbed(const Scheme& scheme, std::uint64_t seed, std::size_t replication) {
    statistics::Random random(seed, replication);
    auto weights = weights_of(scheme);
    perturb(weights.dimensions, random);
    perturb(weights.indicators, random);
    return weights;
}

/// The score of each row with these weights. A row that has none with them (all that it has, was left out) is last.
void score_rows(const MethodColumns& method, const TreeWeights& weights, std::vector<double>& scores,
                ScoreTree::Scratch& scratch) {
    for (std::size_t begin = 0; begin < scores.size(); begin += ScoreTree::kBlock) {
        const auto end = std::min(begin + ScoreTree::kBlock, scores.size());
        method.tree.evaluate(method.columns, weights, begin, end, scratch);
        std::copy_n(scratch.values.begin(), end - begin, scores.begin() + static_cast<std::ptrdiff_t>(begin));
    }
}

/// The lowest (or highest) ranks of each row that were seen so far, as many as the interval's end needs: what is kept
/// does not depend on the order in which ranks come.
class Extremes {
public:
    Extremes(std::size_t rows, std::size_t kept, bool lowest)
        : kept_(kept), lowest_(lowest), ranks_(rows * kept), counts_(rows, 0) {}

    void add(std::size_t row, std::uint32_t rank) {
        if (!lowest_) rank = std::numeric_limits<std::uint32_t>::max() - rank;
        auto* const first = ranks_.data() + row * kept_;
        auto& count = counts_[row];
        if (count == kept_) {
            if (rank >= *first) return;
            std::pop_heap(first, first + count);
            first[count - 1] = rank;
        } else {
            first[count++] = rank;
        }
        std::push_heap(first, first + count);
    }
    [[nodiscard]] std::uint32_t end(std::size_t row) const {
        const auto rank = ranks_[row * kept_];
        return lowest_ ? rank : std::numeric_limits<std::uint32_t>::max() - rank;
    }

private:
    std::size_t kept_;
    bool lowest_;
    std::vector<std::uint32_t> ranks_;  // a heap a row, the highest first
    std::vector<std::size_t> counts_;
};

/// The ranks of some replications by one method, folded into the extremes.
class Replications {
public:
    Replications(const Scheme& scheme, std::size_t rows, const statistics::Resampling& resampling, int threads)
        : scheme_(scheme),
          seed_(resampling.seed),
          threads_(threads),
          low_(rows, kept(resampling.replications), true),
          high_(rows, kept(resampling.replications), false),
          ranks_(kAtATime, std::vector<std::uint32_t>(rows)) {}

    void run(const MethodColumns& method, const std::vector<std::size_t>& replications, core::Progress& progress) {
        const auto blocks = (replications.size() + kAtATime - 1) / kAtATime;
        for (std::size_t block = 0; block < blocks; ++block) {
            const auto share = 1.0 / static_cast<double>(blocks);
            core::Stage stage(progress, static_cast<double>(block) * share, static_cast<double>(block + 1) * share);
            const auto first = block * kAtATime;
            const auto count = std::min(kAtATime, replications.size() - first);
            rank(method, std::span(replications).subspan(first, count), stage);
            fold(count, stage);
        }
    }

    [[nodiscard]] std::uint32_t low(std::size_t row) const { return low_.end(row); }
    [[nodiscard]] std::uint32_t high(std::size_t row) const { return high_.end(row); }

private:
    /// The ranks that lie at or beyond one end of the interval.
    static std::size_t kept(std::size_t replications) {
        constexpr double kBeyond = 0.05;
        return static_cast<std::size_t>(kBeyond * static_cast<double>(replications - 1)) + 1;
    }

    void rank(const MethodColumns& method, std::span<const std::size_t> replications, core::Progress& progress) {
        core::Stage stage(progress, 0.0, 0.9);
        core::parallel_for(replications.size(), {threads_, 1}, stage, [&](std::size_t begin, std::size_t end) {
            ScoreTree::Scratch scratch;
            RankScratch ranking;
            std::vector<double> scores(ranks_.front().size());
            for (auto i = begin; i < end; ++i) {
                score_rows(method, perturbed(scheme_, seed_, replications[i]), scores, scratch);
                put_missing_last(scores);
                rank_scores(scores, scheme_.direction, ranking, ranks_[i]);
            }
        });
    }

    /// Where a relative normalisation leaves a row without any indicator.
    void put_missing_last(std::vector<double>& scores) const {
        const bool high_is_good = scheme_.direction == Direction::HigherIsBetter;
        double last = 0.0;
        for (const double score : scores) {
            if (!std::isnan(score)) last = high_is_good ? std::min(last, score) : std::max(last, score);
        }
        for (double& score : scores) {
            if (std::isnan(score)) score = last;
        }
    }

    void fold(std::size_t count, core::Progress& progress) {
        constexpr std::size_t kGrain = 4096;
        core::Stage stage(progress, 0.9, 1.0);
        core::parallel_for(ranks_.front().size(), {threads_, kGrain}, stage, [&](std::size_t begin, std::size_t end) {
            for (auto row = begin; row < end; ++row) {
                for (std::size_t i = 0; i < count; ++i) {
                    low_.add(row, ranks_[i][row]);
                    high_.add(row, ranks_[i][row]);
                }
            }
        });
    }

    const Scheme& scheme_;
    std::uint64_t seed_;
    int threads_;
    Extremes low_;
    Extremes high_;
    std::vector<std::vector<std::uint32_t>> ranks_;  // by replication of the block, then row
};

/// Of replications 0, 1, 2 ...: each method in turn.
std::vector<std::size_t> replications_of(std::size_t method, std::size_t methods, std::size_t replications) {
    std::vector<std::size_t> numbers;
    for (auto number = method; number < replications; number += methods) numbers.push_back(number);
    return numbers;
}

IndicatorShift shift_between(const std::vector<std::uint32_t>& rows, const Composite& composite,
                             const std::vector<double>& scores, Direction direction) {
    IndicatorShift shift;
    const auto ranks = ranks_of(scores, direction);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (ranks[i] == 0) continue;
        const auto before = composite.ranks[rows[i]];
        const auto moved = before > ranks[i] ? before - ranks[i] : ranks[i] - before;
        ++shift.rows;
        shift.mean += static_cast<double>(moved);
        if (moved <= shift.largest) continue;
        shift.largest = moved;
        shift.largest_row = rows[i];
    }
    if (shift.rows > 0) shift.mean /= static_cast<double>(shift.rows);
    return shift;
}

}  // namespace

RankIntervals rank_intervals(const ScoredValues& scored, const statistics::Resampling& resampling, int threads,
                             core::Progress& progress) {
    const auto& composite = scored.composite;
    const auto rows = scored_rows(composite);
    if (resampling.replications == 0) return {};
    RankIntervals intervals{std::vector<std::uint32_t>(composite.scores.size(), 0),
                            std::vector<std::uint32_t>(composite.scores.size(), 0)};
    if (rows.empty()) return intervals;
    Replications replications(scored.scheme, rows.size(), resampling, threads);
    const auto methods = scoring_methods(scored.scheme);
    for (std::size_t i = 0; i < methods.size(); ++i) {
        const auto numbers = replications_of(i, methods.size(), resampling.replications);
        if (numbers.empty()) break;
        const double share = 1.0 / static_cast<double>(methods.size());
        core::Stage stage(progress, static_cast<double>(i) * share, static_cast<double>(i + 1) * share);
        core::Stage normalising(stage, 0.0, 0.1);
        const auto columns = columns_of(methods[i], scored, threads, normalising);
        core::Stage ranking(stage, 0.1, 1.0);
        replications.run(columns, numbers, ranking);
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        intervals.low[rows[i]] = replications.low(i);
        intervals.high[rows[i]] = replications.high(i);
    }
    return intervals;
}

std::vector<IndicatorShift> leave_one_out(const Scheme& scheme, const Composite& composite, int threads,
                                          core::Progress& progress) {
    const auto rows = scored_rows(composite);
    core::Stage normalising(progress, 0.0, 0.1);
    const auto own = columns_of({}, {scheme, composite.normalised, composite}, threads, normalising);
    core::Stage leaving(progress, 0.1, 1.0);
    std::vector<IndicatorShift> shifts(scheme.indicators.size());
    core::parallel_for(shifts.size(), {threads, 1}, leaving, [&](std::size_t begin, std::size_t end) {
        ScoreTree::Scratch scratch;
        std::vector<double> scores(rows.size());
        for (auto indicator = begin; indicator < end; ++indicator) {
            auto weights = weights_of(scheme);
            weights.indicators[indicator] = 0.0;
            score_rows(own, weights, scores, scratch);
            shifts[indicator] = shift_between(rows, composite, scores, scheme.direction);
        }
    });
    return shifts;
}

}  // namespace desakota::welfare
