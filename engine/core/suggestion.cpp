#include "engine/core/suggestion.h"

#include <algorithm>
#include <cstddef>

namespace desakota::core {
namespace {

using Row = std::vector<std::size_t>;

/// Letters added, dropped, changed or swapped with their neighbour ("optimal string alignment").
std::size_t edit_distance(std::string_view left, std::string_view right) {
    std::vector<Row> cost(left.size() + 1, Row(right.size() + 1));
    for (std::size_t i = 0; i <= left.size(); ++i) {
        for (std::size_t j = 0; j <= right.size(); ++j) {
            if (i == 0 || j == 0) {
                cost[i][j] = i + j;
                continue;
            }
            const std::size_t change = left[i - 1] == right[j - 1] ? 0 : 1;
            cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + change});
            const bool swapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
            if (swapped) cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
    }
    return cost.back().back();
}

}  // namespace

std::string nearest_word(std::string_view word, const std::vector<std::string>& candidates) {
    std::string nearest;
    std::size_t least = std::max<std::size_t>(word.size() / 3, 1) + 1;
    for (const auto& candidate : candidates) {
        const auto distance = edit_distance(word, candidate);
        if (distance >= least) continue;
        least = distance;
        nearest = candidate;
    }
    return nearest;
}

Text did_you_mean(const std::string& suggestion) {
    if (suggestion.empty()) return {};
    return format_text(" Did you mean {}?", " Maksud Anda {}?", suggestion);
}

}  // namespace desakota::core
