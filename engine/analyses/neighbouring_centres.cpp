#include "engine/analyses/neighbouring_centres.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

namespace desakota::analyses {

std::vector<CentrePair> neighbouring_centres(const HinterlandQuestion& question, const HinterlandFindings& findings) {
    std::vector<CentrePair> pairs;
    for (const auto& settlement : findings.interactions.settlements) {
        if (!settlement.main || !settlement.second) continue;
        CentrePair pair{static_cast<std::uint32_t>(settlement.main->centre),
                        static_cast<std::uint32_t>(settlement.second->centre)};
        const auto rank = [&](std::uint32_t centre) {
            return std::tuple(-question.pull(centre), question.centres.ids[centre]);
        };
        if (rank(pair.second) < rank(pair.first)) std::swap(pair.first, pair.second);
        pairs.push_back(pair);
    }
    std::ranges::sort(pairs);
    const auto repeated = std::ranges::unique(pairs);
    pairs.erase(repeated.begin(), repeated.end());
    return pairs;
}

std::vector<std::uint32_t> map_colours(const HinterlandQuestion& question, const HinterlandFindings& findings) {
    const auto& ids = question.centres.ids;
    std::vector<std::vector<std::uint32_t>> neighbours(ids.size());
    for (const auto& [first, second] : neighbouring_centres(question, findings)) {
        neighbours[first].push_back(second);
        neighbours[second].push_back(first);
    }
    std::vector<std::uint32_t> order(ids.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, [&](std::uint32_t one, std::uint32_t other) {
        const auto many = neighbours[one].size();
        const auto more = neighbours[other].size();
        return many != more ? many > more : ids[one] < ids[other];
    });
    std::vector<std::uint32_t> colours(ids.size(), 0);
    for (const auto centre : order) {
        std::array<std::size_t, kMapColours> used{};
        for (const auto neighbour : neighbours[centre]) {
            if (colours[neighbour] > 0) ++used[colours[neighbour] - 1];
        }
        colours[centre] = static_cast<std::uint32_t>(std::ranges::min_element(used) - used.begin()) + 1;
    }
    return colours;
}

}  // namespace desakota::analyses
