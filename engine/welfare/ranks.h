#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "engine/welfare/scheme.h"

namespace desakota::welfare {

/// Room for ranking, to be used again.
struct RankScratch {
    std::vector<std::pair<double, std::uint32_t>> order;
};

/// Ranks from 1, the best first (`direction` says which end that is). Scores nearer to the one before than 1e-9 of the
/// largest are equal, and share the lowest rank of theirs. No score is NaN.
void rank_scores(std::span<const double> scores, Direction direction, RankScratch& scratch,
                 std::span<std::uint32_t> ranks);

}  // namespace desakota::welfare
