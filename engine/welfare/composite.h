#pragma once

#include <cstdint>
#include <vector>

#include "engine/core/progress.h"
#include "engine/welfare/scheme.h"
#include "engine/welfare/score_tree.h"

namespace desakota::welfare {

/// Why a row has no score.
enum class ScoreFault : std::uint8_t {
    None,
    TooFewIndicators,  ///< its coverage is below the scheme's least
    Negative,          ///< a geometric mean of something negative
};

/// An index of some rows. In all columns NaN is missing.
struct Composite {
    IndicatorColumns normalised;        ///< of the indicators
    std::vector<std::size_t> constant;  ///< indicators that are missing because all their values are the same
    std::vector<double> coverage;       ///< the weight of the indicators that are there, 0 to 1
    std::vector<ScoreFault> faults;
    std::vector<double> scores;   ///< times the scheme's scale; missing where there is a fault
    IndicatorColumns dimensions;  ///< means of all dimensions before the scale; the first is the index itself
    /// The weight of each indicator in a row's score, after those that are missing dropped out: 0 for these. Sums to 1.
    IndicatorColumns weights;
    /// Scale x weight x normalised value: together the score. Empty where a dimension is geometric.
    IndicatorColumns contributions;
    std::vector<std::uint32_t> ranks;  ///< 1 is the best; equal scores share the lowest; 0 without a score
};

/// The index of `values`, the indicators' values as they are in the data (in the indicators' units).
[[nodiscard]] Composite compute_composite(const Scheme& scheme, const IndicatorColumns& values, int threads,
                                          core::Progress& progress);

/// An index, and what it was made of.
struct ScoredValues {
    const Scheme& scheme;
    const IndicatorColumns& values;  ///< as they are in the data
    const Composite& composite;      ///< of these values
};

/// Ranks of scores: 1 for the highest (or the lowest, where high scores are bad). Scores nearer to each other than
/// 1e-9 of the largest count as equal, and share the lowest rank; NaN has none (0).
[[nodiscard]] std::vector<std::uint32_t> ranks_of(const std::vector<double>& scores, Direction direction);

/// Breaks that put as many scores into each class of `classes`; a break belongs to the class below.
[[nodiscard]] std::vector<Break> quantile_breaks(const std::vector<double>& scores, std::size_t classes);

}  // namespace desakota::welfare
