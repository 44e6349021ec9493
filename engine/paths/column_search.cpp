#include "engine/paths/column_search.h"

#include <algorithm>
#include <map>
#include <utility>

namespace desakota::paths {

using core::kUnreachable;
using network::kNone;

std::uint32_t elimination_degree(std::size_t destinations) {
    // What elimination takes, on a network of 1.5 million nodes, is saved again by so many searches.
    constexpr std::size_t kSome = 4;
    constexpr std::size_t kMany = 64;
    if (destinations < kSome) return 0;
    return destinations < kMany ? 10 : 48;
}

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
    // In the nodes' own order, in which neighbours stand together, but first what their costs are handed down from.
    core::LoopSteps steps(progress, 0.0, 1.0, elimination_.rank.size());
    for (std::size_t node = 0; node < elimination_.rank.size(); ++node) {
        steps.at(node);
        const auto rank = elimination_.rank[node];
        if (rank < eliminated && is_needed[rank] && slot_[rank] == kNone) number_with_ancestors(rank);
    }
}

void Descent::number_with_ancestors(std::uint32_t rank) {
    struct Waiting {
        std::uint32_t rank = 0;
        std::size_t next = 0;  ///< of its links
    };
    std::vector<Waiting> waiting{{rank}};
    while (!waiting.empty()) {
        auto& [lowest, next] = waiting.back();
        const auto links = elimination_.links_of(lowest);
        while (next < links.size() && slot_[links[next].rank] != kNone) ++next;
        if (next < links.size()) {
            waiting.push_back({links[next].rank});
            continue;
        }
        slot_[lowest] = slots();
        for (const auto& link : links) {
            if (link.away < kUnreachable) steps_.push_back({slot_[link.rank], link.away});
        }
        first_step_.push_back(steps_.size());
        waiting.pop_back();
    }
}

namespace {

/// Whether any cost over an arc is less than what is known.
bool betters(const ColumnSearch::Costs& from, std::int64_t arc, const ColumnSearch::Costs& known) {
    std::int64_t differences = 0;
    for (std::size_t i = 0; i < ColumnSearch::kColumns; ++i) differences |= from[i] + arc - known[i];
    return differences < 0;
}

/// Takes the lesser costs; the least of those that fell.
std::int64_t lower(ColumnSearch::Costs& known, const ColumnSearch::Costs& from, std::int64_t arc) {
    auto least = kUnreachable;
    for (std::size_t i = 0; i < ColumnSearch::kColumns; ++i) {
        const auto cost = from[i] + arc;
        if (cost >= known[i]) continue;
        known[i] = cost;
        least = std::min(least, cost);
    }
    return least;
}

}  // namespace

ColumnSearch::ColumnSearch(const Descent& descent)
    : descent_(descent), costs_(descent.slots()), waiting_(descent.elimination().core_size(), kUnreachable) {}

void ColumnSearch::run(std::span<const std::vector<NodeCost>> seeds, std::int64_t limit) {
    climbed_.clear();
    Costs none;
    none.fill(kUnreachable);
    std::fill_n(costs_.begin(), descent_.elimination().core_size(), none);
    for (std::size_t column = 0; column < seeds.size(); ++column) climb(seeds[column], column);
    search_core(limit);
    std::ranges::sort(climbed_, {}, &Climbed::slot);
    hand_down();
}

/// Has a node of the core looked at again from the cost on.
void ColumnSearch::await(std::uint32_t node, std::int64_t cost) {
    if (cost >= waiting_[node]) return;
    waiting_[node] = cost;
    heap_.push({cost, 0, node});
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
            costs_[rank - eliminated][column] = cost;
            await(rank - eliminated, cost);
            continue;
        }
        if (const auto slot = descent_.slot_of_rank(rank); slot != kNone) climbed_.push_back({slot, column, cost});
        for (const auto& link : elimination.links_of(rank)) {
            if (link.toward < kUnreachable) offer(link.rank, cost + link.toward);
        }
    }
}

/// Like Dijkstra (1959), for all columns at once: a node comes up when its least cost that has fallen since the last
/// time is the least of all, and passes on the costs of all columns. Where destinations lie together, the others' are
/// right by then, too, or nearly so: most nodes come up once or twice.
void ColumnSearch::search_core(std::int64_t limit) {
    const auto& graph = descent_.elimination().core;
    while (!heap_.empty()) {
        const auto label = heap_.top();
        heap_.pop();
        if (!heap_.empty()) graph.prefetch(heap_.top().node);
        if (label.cost != waiting_[label.node]) continue;
        waiting_[label.node] = kUnreachable;
        if (label.cost > limit) continue;
        const auto from = costs_[label.node];
        for (const auto& arc : graph.arcs_of(label.node)) {
            auto& known = costs_[arc.other];
            if (betters(from, arc.cost, known)) await(arc.other, lower(known, from, arc.cost));
        }
    }
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
