#pragma once

#include <optional>
#include <vector>

#include "engine/welfare/composite.h"

namespace desakota::welfare {

/// One way to make an index of the same indicators and weights.
struct ScoringMethod {
    std::optional<Normaliser> normaliser;    ///< of all indicators; missing: each its own
    std::optional<Aggregation> aggregation;  ///< of all dimensions; missing: each its own
};

/// The scheme's own method first, then those that differ from it.
[[nodiscard]] std::vector<ScoringMethod> scoring_methods(const Scheme& scheme);

/// The indicators' columns, normalised as the method says and ready for ScoreTree::evaluate, for the rows of
/// `composite` that have a score. Where a geometric method meets a negative score, the aggregations of the scheme
/// remain.
struct MethodColumns {
    ScoreTree tree;
    IndicatorColumns columns;
};
[[nodiscard]] MethodColumns columns_of(const ScoringMethod& method, const ScoredValues& scored, int threads,
                                       core::Progress& progress);

/// The rows that have a score.
[[nodiscard]] std::vector<std::uint32_t> scored_rows(const Composite& composite);

}  // namespace desakota::welfare
