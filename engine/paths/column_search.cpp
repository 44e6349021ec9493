#include "engine/paths/column_search.h"

#include <algorithm>
#include <map>
#include <utility>

namespace desakota::paths {

using core::kUnreachable;
using network::kNone;

Descent::Descent(Elimination elimination, std::span<const NodeCost> asked, core::Progress& progress)
    : elimination_(std::move(elimination)) {
    std::vector<bool> is_needed(elimination_.rank.size(), false);
    for (const auto& entry : asked) is_needed[elimination_.rank[entry.node]] = true;
    core::LoopSteps marking(progress, 0.0, 0.3, elimination_.eliminated());
    for (std::uint32_t rank = 0; rank < elimination_.eliminated(); ++rank) {
        marking.at(rank);
        if (!is_needed[rank]) continue;
        for (const auto& link : elimination_.links_of(rank)) is_needed[link.rank] = true;
    }
    core::Stage numbering(progress, 0.3, 1.0);
    number_slots(is_needed, numbering);
}

void Descent::number_slots(const std::vector<bool>& is_needed, core::Progress& progress) {
    const auto eliminated = elimination_.eliminated();
    slot_.assign(elimination_.rank.size(), kNone);
    for (std::uint32_t i = 0; i < elimination_.core_size(); ++i) slot_[eliminated + i] = i;
    core::LoopSteps steps(progress, 0.0, 1.0, eliminated);
    for (std::uint32_t done = 0; done < eliminated; ++done) {
        steps.at(done);
        const auto rank = eliminated - 1 - done;
        if (!is_needed[rank]) continue;
        slot_[rank] = slots();
        for (const auto& link : elimination_.links_of(rank)) {
            if (link.away < kUnreachable) steps_.push_back({slot_[link.rank], link.away});
        }
        first_step_.push_back(steps_.size());
    }
}

ColumnSearch::ColumnSearch(const Descent& descent)
    : descent_(descent), costs_(descent.slots()), core_costs_(descent.elimination().core_size()) {}

void ColumnSearch::run(std::span<const std::vector<NodeCost>> seeds, std::int64_t limit) {
    climbed_.clear();
    for (std::size_t column = 0; column < kColumns; ++column) {
        std::ranges::fill(core_costs_, kUnreachable);
        if (column < seeds.size()) climb(seeds[column], column);
        search_core(column, limit);
    }
    std::ranges::sort(climbed_, {}, &Climbed::slot);
    hand_down();
}

/// From the seeds up to the core, rank by rank.
void ColumnSearch::climb(std::span<const NodeCost> seeds, std::size_t column) {
    const auto& elimination = descent_.elimination();
    const auto eliminated = elimination.eliminated();
    std::map<std::uint32_t, std::int64_t> ahead;
    const auto offer = [&](std::uint32_t rank, std::int64_t cost) {
        const auto [known, is_new] = ahead.try_emplace(rank, cost);
        if (!is_new) known->second = std::min(known->second, cost);
    };
    for (const auto& seed : seeds) offer(elimination.rank[seed.node], seed.cost);
    for (; !ahead.empty(); ahead.erase(ahead.begin())) {
        const auto [rank, cost] = *ahead.begin();
        if (rank >= eliminated) {
            core_costs_[rank - eliminated] = cost;
            heap_.push({cost, 0, rank - eliminated});
            continue;
        }
        if (const auto slot = descent_.slot_of_rank(rank); slot != kNone) climbed_.push_back({slot, column, cost});
        for (const auto& link : elimination.links_of(rank)) {
            if (link.toward < kUnreachable) offer(link.rank, cost + link.toward);
        }
    }
}

/// Dijkstra 1959.
void ColumnSearch::search_core(std::size_t column, std::int64_t limit) {
    const auto& graph = descent_.elimination().core;
    while (!heap_.empty()) {
        const auto label = heap_.top();
        heap_.pop();
        if (!heap_.empty()) graph.prefetch(heap_.top().node);
        if (label.cost != core_costs_[label.node]) continue;
        for (const auto& arc : graph.arcs_of(label.node)) {
            const auto cost = label.cost + arc.cost;
            if (cost > limit || cost >= core_costs_[arc.other]) continue;
            core_costs_[arc.other] = cost;
            heap_.push({cost, 0, arc.other});
        }
    }
    for (std::size_t i = 0; i < core_costs_.size(); ++i) costs_[i][column] = core_costs_[i];
}

/// From the core to the slots below it.
void ColumnSearch::hand_down() {
    auto climbed = climbed_.begin();
    for (auto slot = descent_.elimination().core_size(); slot < descent_.slots(); ++slot) {
        Costs best;
        best.fill(kUnreachable);
        for (; climbed != climbed_.end() && climbed->slot == slot; ++climbed) best[climbed->column] = climbed->cost;
        for (const auto& step : descent_.steps_of(slot)) {
            const auto& there = costs_[step.slot];
            for (std::size_t column = 0; column < kColumns; ++column) {
                best[column] = std::min(best[column], there[column] + step.cost);
            }
        }
        costs_[slot] = best;
    }
}

}  // namespace desakota::paths
