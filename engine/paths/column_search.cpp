#include "engine/paths/column_search.h"

#include <algorithm>
#include <map>

namespace desakota::paths {

using network::kNone;

Descent::Descent(Elimination elimination, std::span<const NodeCost> asked) : elimination_(std::move(elimination)) {
    const auto eliminated = elimination_.eliminated();
    std::vector<bool> is_needed(elimination_.rank.size(), false);
    for (const auto& entry : asked) is_needed[elimination_.rank[entry.node]] = true;
    for (std::uint32_t rank = 0; rank < eliminated; ++rank) {
        if (!is_needed[rank]) continue;
        for (const auto& link : elimination_.links_of(rank)) is_needed[link.rank] = true;
    }
    slot_.assign(elimination_.rank.size(), kNone);
    for (std::uint32_t i = 0; i < elimination_.core_size(); ++i) slot_[eliminated + i] = i;
    for (auto rank = eliminated; rank-- > 0;) {
        if (!is_needed[rank]) continue;
        slot_[rank] = slots();
        for (const auto& link : elimination_.links_of(rank)) {
            if (link.away < core::kUnreachable) steps_.push_back({slot_[link.rank], link.away});
        }
        first_step_.push_back(steps_.size());
    }
}

void Descent::hand_down(std::span<std::int64_t> costs) const {
    const auto core = elimination_.core_size();
    for (std::uint32_t i = 0; i < below_core(); ++i) {
        auto best = costs[core + i];
        for (auto step = first_step_[i]; step < first_step_[i + 1]; ++step) {
            best = std::min(best, costs[steps_[step].slot] + steps_[step].cost);
        }
        costs[core + i] = best;
    }
}

void ColumnSearch::run(std::span<const NodeCost> seeds, std::int64_t limit) {
    std::ranges::fill(costs_, core::kUnreachable);
    climb(seeds);
    search_core(limit);
    descent_.hand_down(costs_);
}

/// From the seeds up to the core, rank by rank.
void ColumnSearch::climb(std::span<const NodeCost> seeds) {
    const auto& elimination = descent_.elimination();
    std::map<std::uint32_t, std::int64_t> ahead;
    const auto offer = [&](std::uint32_t rank, std::int64_t cost) {
        const auto [known, is_new] = ahead.try_emplace(rank, cost);
        if (!is_new) known->second = std::min(known->second, cost);
    };
    for (const auto& seed : seeds) offer(elimination.rank[seed.node], seed.cost);
    for (; !ahead.empty(); ahead.erase(ahead.begin())) {
        const auto [rank, cost] = *ahead.begin();
        if (const auto slot = descent_.slot_of_rank(rank); slot != kNone) costs_[slot] = cost;
        if (rank >= elimination.eliminated()) {
            heap_.push({cost, 0, rank - elimination.eliminated()});
            continue;
        }
        for (const auto& link : elimination.links_of(rank)) {
            if (link.toward < core::kUnreachable) offer(link.rank, cost + link.toward);
        }
    }
}

/// Dijkstra 1959.
void ColumnSearch::search_core(std::int64_t limit) {
    const auto& graph = descent_.elimination().core;
    while (!heap_.empty()) {
        const auto label = heap_.top();
        heap_.pop();
        if (!heap_.empty()) graph.prefetch(heap_.top().node);
        if (label.cost != costs_[label.node]) continue;
        for (const auto& arc : graph.arcs_of(label.node)) {
            const auto cost = label.cost + arc.cost;
            if (cost > limit || cost >= costs_[arc.other]) continue;
            costs_[arc.other] = cost;
            heap_.push({cost, 0, arc.other});
        }
    }
}

}  // namespace desakota::paths
