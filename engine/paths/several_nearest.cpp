#include "engine/paths/several_nearest.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>

#include "engine/paths/label_heap.h"
#include "engine/paths/leg_ends.h"
#include "engine/paths/walk_across.h"

namespace desakota::paths {

using network::AccessLeg;
using network::Heading;

/// The best destinations found so far, each at its least cost.
class SeveralNearest::Ranking {
public:
    explicit Ranking(std::size_t count) : count_(count) { best_.reserve(count + 1); }

    /// Ways that cost more no longer matter.
    [[nodiscard]] std::int64_t limit() const { return best_.size() < count_ ? core::kUnreachable : best_.back().cost; }

    void offer(std::uint32_t destination, std::int64_t cost) {
        const ReachedDestination offered{destination, cost};
        if (best_.size() == count_ && !comes_before(offered, best_.back())) return;
        const auto known = std::ranges::find(best_, destination, &ReachedDestination::destination);
        if (known != best_.end()) {
            if (known->cost <= cost) return;
            best_.erase(known);
        }
        best_.insert(std::ranges::lower_bound(best_, offered, comes_before), offered);
        if (best_.size() > count_) best_.pop_back();
    }

    [[nodiscard]] std::vector<ReachedDestination> within(std::int64_t cutoff) && {
        std::erase_if(best_, [&](const ReachedDestination& found) { return found.cost > cutoff; });
        return std::move(best_);
    }

private:
    static bool comes_before(const ReachedDestination& a, const ReachedDestination& b) {
        return a.cost != b.cost ? a.cost < b.cost : a.destination < b.destination;
    }

    std::size_t count_;
    std::vector<ReachedDestination> best_;
};

/// One search backwards (Dijkstra 1959) in which a node is settled once for each of its nearest destinations. Labels
/// leave the queue in the order of cost and destination, so that the first of a destination at a node is its least.
class SeveralNearest::Search {
public:
    Search(const network::RoadGraph& inward, const SeveralOptions& options, Known& known)
        : graph_(inward), limit_(options.nearest.cutoff), count_(options.count), known_(known) {}

    void seed(const Label& label) { push(label.node, label.destination, label.cost); }

    void run(core::Progress& progress) {
        constexpr std::size_t kStep = 1 << 15;
        const double all = static_cast<double>(known_.sizes.size()) * static_cast<double>(count_);
        std::size_t settled = 0;
        while (!heap_.empty()) {
            const auto label = heap_.top();
            heap_.pop();
            if (!may_take(label.node, label.destination)) continue;
            const auto size = known_.sizes[label.node]++;
            known_.all[first_of(label.node) + size] = {label.destination, label.cost};
            for (const auto& arc : graph_.arcs_of(label.node)) {
                push(arc.other, label.destination, label.cost + arc.cost);
            }
            if (++settled % kStep == 0) progress.step(static_cast<double>(settled) / all);
        }
    }

private:
    [[nodiscard]] std::size_t first_of(std::uint32_t node) const { return std::size_t{node} * count_; }

    /// Whether the node has room left, and no way to that destination yet.
    [[nodiscard]] bool may_take(std::uint32_t node, std::uint32_t destination) const {
        const std::size_t size = known_.sizes[node];
        if (size == count_) return false;
        const auto taken = std::span(known_.all).subspan(first_of(node), size);
        return std::ranges::find(taken, destination, &ReachedDestination::destination) == taken.end();
    }

    void push(std::uint32_t node, std::uint32_t destination, std::int64_t cost) {
        if (cost <= limit_ && may_take(node, destination)) heap_.push({cost, destination, node});
    }

    const network::RoadGraph& graph_;
    std::int64_t limit_;
    std::size_t count_;
    Known& known_;
    LabelHeap heap_;
};

SeveralNearest::SeveralNearest(const network::RoadNetwork& network, DestinationPlaces destinations,
                               const SeveralOptions& options, const core::Parallel& parallel, core::Progress& progress)
    : network_(network),
      destinations_(std::move(destinations)),
      options_(options),
      straight_(destinations_.places),
      entries_(network, options.nearest.access, network::LegUse::Entry) {
    const auto& access = options.nearest.access;
    core::Stage leaving(progress, 0.0, 0.2);
    exits_ = find_exits(network, destinations_.places, access, parallel, leaving);
    core::Stage building(progress, 0.2, 0.3);
    const auto graph = build_graph(network, access.objective, network::Orientation::Inward, parallel, building);
    known_.all.resize(std::size_t{network.node_count()} * options.count);
    known_.sizes.resize(network.node_count());
    Search search(graph, options, known_);
    for (const auto& exit : exits_.exits) {
        const auto seed = tail_of(network, exit.leg, access.objective);
        search.seed({seed.cost, destinations_.destinations[exit.destination], seed.node});
    }
    core::Stage searching(progress, 0.3, 0.95);
    search.run(searching);
    holds_destination_ = components_with_exits(network_, exits_);
    core::Stage bounding(progress, 0.95, 1.0);
    bound_chunks(parallel, bounding);
    progress.step(1.0);
}

void SeveralNearest::bound_chunks(const core::Parallel& parallel, core::Progress& progress) {
    const auto& chunks = network_.index.chunks;
    chunk_bound_.resize(chunks.size());
    core::parallel_for(chunks.size(), {.threads = parallel.threads, .grain = 1 << 14}, progress,
                       [&](std::size_t begin, std::size_t end) {
                           for (auto i = begin; i < end; ++i) {
                               chunk_bound_[i] = bound_of_chunk(network_, exits_, chunks[i],
                                                                [&](std::uint32_t node) { return least_cost(node); });
                           }
                       });
}

std::int64_t SeveralNearest::least_cost(std::uint32_t node) const {
    if (known_.sizes[node] == 0) return core::kUnreachable;
    return known_.all[std::size_t{node} * options_.count].cost;
}

std::vector<ReachedDestination> SeveralNearest::from(const geo::GridPoint& place) const {
    Ranking ranking(options_.count);
    walk_directly(place, ranking);
    const geo::LocalFrame frame(place);
    const auto near = chunks_near(network_.index, options_.nearest.access, frame, ranking.limit(),
                                  [&](std::uint32_t chunk) { return chunk_bound_[chunk]; });
    std::vector<AccessLeg> legs;
    for (const auto& [bound, chunk] : near) {
        if (bound > ranking.limit()) break;
        legs.clear();
        entries_.of_chunk(place, frame, chunk, legs);
        for (const auto& leg : legs) try_leg(leg, ranking);
    }
    walk_across_roads(place, ranking);
    return std::move(ranking).within(options_.nearest.cutoff);
}

WayStatus SeveralNearest::status_without(const geo::GridPoint& place) const {
    return status_without_way(components_entered(network_, entries_, place), holds_destination_,
                              options_.nearest.cutoff < core::kUnreachable);
}

void SeveralNearest::walk_directly(const geo::GridPoint& place, Ranking& ranking) const {
    const auto& access = options_.nearest.access;
    for (const auto& found : straight_.within(place, access.max_access)) {
        if (network_.barriers.block(place, destinations_.places[found.place])) continue;
        ranking.offer(destinations_.destinations[found.place], network::leg_cost(access, found.metres));
    }
}

/// Destinations too far for a straight walk, yet near enough for two legs that meet on a road.
void SeveralNearest::walk_across_roads(const geo::GridPoint& place, Ranking& ranking) const {
    const auto& access = options_.nearest.access;
    const double reach = reach_across(access, ranking.limit());
    if (reach <= access.max_access) return;
    for (const auto& found : straight_.within(place, reach)) {
        if (found.metres <= access.max_access) continue;
        const auto walk = walk_across(network_, access, place, destinations_.places[found.place], ranking.limit());
        if (walk) ranking.offer(destinations_.destinations[found.place], walk->cost());
    }
}

void SeveralNearest::try_leg(const AccessLeg& leg, Ranking& ranking) const {
    if (leg.heading != Heading::AtNode) {
        for (const auto& exit : exits_.of_piece(leg.cut)) {
            const auto cost = cost_on_piece(leg, exit.leg);
            if (cost) ranking.offer(destinations_.destinations[exit.destination], *cost);
        }
    }
    const auto head = head_of(network_, leg, options_.nearest.access.objective);
    const auto known = std::span(known_.all).subspan(std::size_t{head.node} * options_.count, known_.sizes[head.node]);
    for (const auto& destination : known) ranking.offer(destination.destination, head.cost + destination.cost);
}

}  // namespace desakota::paths
