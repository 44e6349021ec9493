#include "engine/welfare/composite.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/core/parallel.h"
#include "engine/statistics/quantile.h"
#include "engine/welfare/normalisation.h"
#include "engine/welfare/ranks.h"

namespace desakota::welfare {
namespace {

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();
constexpr double kRounding = 1e-9;
constexpr std::size_t kGrain = 16 * ScoreTree::kBlock;

std::vector<Aggregation> aggregations_of(const Scheme& scheme) {
    std::vector<Aggregation> aggregations;
    aggregations.reserve(scheme.dimensions.size());
    for (const auto& dimension : scheme.dimensions) aggregations.push_back(dimension.aggregation);
    return aggregations;
}

bool is_arithmetic(const Scheme& scheme) {
    return std::ranges::all_of(
        scheme.dimensions, [](const Dimension& dimension) { return dimension.aggregation == Aggregation::Arithmetic; });
}

void normalise_all(const Scheme& scheme, const IndicatorColumns& values, int threads, Composite& result,
                   core::Progress& progress) {
    std::vector<std::uint8_t> is_constant(values.size(), 0);
    result.normalised.resize(values.size());
    core::parallel_for(values.size(), {threads, 1}, progress, [&](std::size_t begin, std::size_t end) {
        for (auto indicator = begin; indicator < end; ++indicator) {
            const auto& described = scheme.indicators[indicator];
            auto normalised =
                normalise(values[indicator], described.normalisation, {described.direction, scheme.direction});
            is_constant[indicator] = normalised.is_constant ? 1 : 0;
            result.normalised[indicator] = std::move(normalised.values);
        }
    });
    for (std::size_t indicator = 0; indicator < values.size(); ++indicator) {
        if (is_constant[indicator] != 0) result.constant.push_back(indicator);
    }
}

/// Fills a result block by block.
class Filling {
public:
    Filling(const Scheme& scheme, std::size_t rows, Composite& result)
        : scheme_(scheme),
          weights_(weights_of(scheme)),
          effective_(scheme.effective_weights()),
          tree_(scheme, aggregations_of(scheme)),
          is_additive_(is_arithmetic(scheme)),
          result_(result) {
        const std::vector<double> missing(rows, kMissing);
        result.coverage.assign(rows, 0.0);
        result.faults.assign(rows, ScoreFault::None);
        result.scores = missing;
        result.dimensions.assign(scheme.dimensions.size(), missing);
        result.weights.assign(scheme.indicators.size(), std::vector<double>(rows, 0.0));
        if (is_additive_) result.contributions.assign(scheme.indicators.size(), missing);
        prepared_ = tree_.prepared(result.normalised);
    }

    void fill(std::size_t begin, std::size_t end, ScoreTree::Scratch& scratch) const {
        tree_.evaluate(prepared_, weights_, begin, end, scratch);
        for (std::size_t dimension = 0; dimension < scheme_.dimensions.size(); ++dimension) {
            const auto* from = scratch.values.data() + dimension * ScoreTree::kBlock;
            std::copy(from, from + (end - begin), result_.dimensions[dimension].begin() + difference(begin));
        }
        for (auto row = begin; row < end; ++row) judge(row);
        for (std::size_t indicator = 0; indicator < scheme_.indicators.size(); ++indicator)
            add_weights(indicator, begin, end, scratch);
    }

private:
    static std::ptrdiff_t difference(std::size_t row) { return static_cast<std::ptrdiff_t>(row); }

    void judge(std::size_t row) const {
        double coverage = 0.0;
        for (std::size_t indicator = 0; indicator < effective_.size(); ++indicator) {
            if (!std::isnan(result_.normalised[indicator][row])) coverage += effective_[indicator];
        }
        coverage = std::min(coverage, 1.0);
        result_.coverage[row] = coverage;
        auto& fault = result_.faults[row];
        if (coverage < scheme_.minimum_coverage - kRounding || coverage <= 0.0) {
            fault = ScoreFault::TooFewIndicators;
        } else if (!is_additive_ && has_negative(row)) {
            fault = ScoreFault::Negative;
        } else {
            result_.scores[row] = scheme_.scale * result_.dimensions[0][row];
        }
    }

    [[nodiscard]] bool has_negative(std::size_t row) const {
        const auto is_geometric = [&](std::size_t dimension) {
            return scheme_.dimensions[dimension].aggregation == Aggregation::Geometric;
        };
        for (std::size_t indicator = 0; indicator < scheme_.indicators.size(); ++indicator) {
            if (is_geometric(scheme_.indicators[indicator].dimension) && result_.normalised[indicator][row] < 0.0)
                return true;
        }
        for (std::size_t i = 1; i < scheme_.dimensions.size(); ++i) {
            if (is_geometric(scheme_.dimensions[i].parent) && result_.dimensions[i][row] < 0.0) return true;
        }
        return false;
    }

    /// An indicator's weight within its dimension, by that of what was there, and so on upwards.
    void add_weights(std::size_t indicator, std::size_t begin, std::size_t end,
                     const ScoreTree::Scratch& scratch) const {
        for (auto row = begin; row < end; ++row) {
            const double value = result_.normalised[indicator][row];
            if (std::isnan(value) || std::isnan(result_.scores[row])) continue;
            auto dimension = scheme_.indicators[indicator].dimension;
            const auto there = [&] { return scratch.weights[dimension * ScoreTree::kBlock + row - begin]; };
            double weight = scheme_.indicators[indicator].weight / there();
            while (dimension != 0) {
                const double own = scheme_.dimensions[dimension].weight;
                dimension = scheme_.dimensions[dimension].parent;
                weight *= own / there();
            }
            result_.weights[indicator][row] = weight;
            if (is_additive_) result_.contributions[indicator][row] = scheme_.scale * weight * value;
        }
    }

    const Scheme& scheme_;
    TreeWeights weights_;
    std::vector<double> effective_;
    ScoreTree tree_;
    IndicatorColumns prepared_;
    bool is_additive_;
    Composite& result_;
};

}  // namespace

Composite compute_composite(const Scheme& scheme, const IndicatorColumns& values, int threads,
                            core::Progress& progress) {
    Composite result;
    const std::size_t rows = values.empty() ? 0 : values.front().size();
    core::Stage normalising(progress, 0.0, 0.4);
    normalise_all(scheme, values, threads, result, normalising);
    const Filling filling(scheme, rows, result);
    core::Stage scoring(progress, 0.4, 0.9);
    core::parallel_for(rows, {threads, kGrain}, scoring, [&](std::size_t begin, std::size_t end) {
        ScoreTree::Scratch scratch;
        for (auto at = begin; at < end; at += ScoreTree::kBlock) {
            filling.fill(at, std::min(at + ScoreTree::kBlock, end), scratch);
        }
    });
    result.ranks = ranks_of(result.scores, scheme.direction);
    progress.step(1.0);
    return result;
}

std::vector<std::uint32_t> ranks_of(const std::vector<double>& scores, Direction direction) {
    std::vector<double> there;
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < scores.size(); ++row) {
        if (std::isnan(scores[row])) continue;
        there.push_back(scores[row]);
        rows.push_back(row);
    }
    std::vector<std::uint32_t> of_these(there.size());
    RankScratch scratch;
    rank_scores(there, direction, scratch, of_these);
    std::vector<std::uint32_t> ranks(scores.size(), 0);
    for (std::size_t i = 0; i < rows.size(); ++i) ranks[rows[i]] = of_these[i];
    return ranks;
}

std::vector<Break> quantile_breaks(const std::vector<double>& scores, std::size_t classes) {
    std::vector<double> sorted;
    for (const double score : scores) {
        if (!std::isnan(score)) sorted.push_back(score);
    }
    std::ranges::sort(sorted);
    const std::vector<double> weights(sorted.size(), 1.0);
    std::vector<Break> breaks;
    for (std::size_t i = 1; i < classes && !sorted.empty(); ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(classes);
        breaks.push_back({statistics::weighted_quantile({sorted, weights}, share), Joins::Below});
    }
    return breaks;
}

}  // namespace desakota::welfare
