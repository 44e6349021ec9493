#pragma once

#include <cstdint>
#include <vector>

#include "engine/core/progress.h"
#include "engine/statistics/resampling.h"
#include "engine/welfare/composite.h"

namespace desakota::welfare {

/// Every weight is multiplied by a random number from 1 - kWeightNoise to 1 + kWeightNoise.
inline constexpr double kWeightNoise = 0.25;

/// Within which ranks a row lies in 90 of 100 replications; 0 for rows without a score.
struct RankIntervals {
    std::vector<std::uint32_t> low;   ///< 5 % of the replications have this rank or a better one
    std::vector<std::uint32_t> high;  ///< 5 % have this rank or a worse one
};

/// The ranks of the rows that have a score, again and again with other weights and, in turn, other methods: the
/// scheme's own normalisation, min-max, ranks and (where no mean is geometric) z-scores; the scheme's own means,
/// arithmetic ones, and geometric ones (of 0.01 + 0.99 x score, since a single 0 would make them 0; not where a score
/// is negative). The same seed gives the same intervals, whatever the number of threads. Empty without replications.
///
/// Source: Saisana, Saltelli and Tarantola (2005), "Uncertainty and sensitivity analysis techniques as tools for the
/// quality assessment of composite indicators", Journal of the Royal Statistical Society A 168, 307-323.
[[nodiscard]] RankIntervals rank_intervals(const ScoredValues& scored, const statistics::Resampling& resampling,
                                           int threads, core::Progress& progress);

/// By how many ranks rows move where an indicator is left out of the index.
struct IndicatorShift {
    double mean = 0.0;
    std::uint32_t largest = 0;
    std::size_t largest_row = 0;  ///< the first that moves so far
    std::size_t rows = 0;         ///< rows that have a score without the indicator too; 0: there is no other indicator
};
[[nodiscard]] std::vector<IndicatorShift> leave_one_out(const Scheme& scheme, const Composite& composite, int threads,
                                                        core::Progress& progress);

}  // namespace desakota::welfare
