#include "engine/welfare/ranks.h"

#include <algorithm>
#include <cmath>

namespace desakota::welfare {

void rank_scores(std::span<const double> scores, Direction direction, RankScratch& scratch,
                 std::span<std::uint32_t> ranks) {
    constexpr double kRounding = 1e-9;
    auto& order = scratch.order;
    order.resize(scores.size());
    const double sign = direction == Direction::HigherIsBetter ? -1.0 : 1.0;
    for (std::uint32_t i = 0; i < scores.size(); ++i) order[i] = {sign * scores[i], i};
    std::ranges::sort(order);
    if (order.empty()) return;
    const double tolerance = kRounding * std::max(std::abs(order.front().first), std::abs(order.back().first));
    std::uint32_t rank = 1;
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        if (i > 0 && order[i].first - order[i - 1].first > tolerance) rank = i + 1;
        ranks[order[i].second] = rank;
    }
}

}  // namespace desakota::welfare
