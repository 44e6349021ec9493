#include "engine/paths/cost_field.h"

#include <tuple>

#include "engine/core/units.h"
#include "engine/paths/label_heap.h"

namespace desakota::paths {
namespace {

using network::Heading;

/// One backward search over the whole network.
class Search {
public:
    Search(const network::RoadNetwork& network, const network::RoadGraph& inward, std::int64_t limit)
        : graph_(inward), limit_(limit) {
        field_.cost.assign(network.node_count(), core::kUnreachable);
        field_.destination.assign(network.node_count(), network::kNone);
        field_.next.assign(network.node_count(), network::kNone);
    }

    /// Takes a cheaper way from `node`, or an equally cheap one to an earlier destination.
    void offer(const Label& label, std::uint32_t next) {
        auto& cost = field_.cost[label.node];
        auto& destination = field_.destination[label.node];
        if (label.cost > limit_ || std::tie(label.cost, label.destination) >= std::tie(cost, destination)) return;
        cost = label.cost;
        destination = label.destination;
        field_.next[label.node] = next;
        heap_.push(label);
    }

    CostField run(core::Progress& progress) {
        constexpr std::size_t kStep = 1 << 15;
        const auto nodes = static_cast<double>(field_.cost.size());
        while (!heap_.empty()) {
            const auto label = heap_.top();
            heap_.pop();
            // A label is pushed only where it betters the one before: an older one of the node is stale.
            if (label.cost != field_.cost[label.node] || label.destination != field_.destination[label.node]) continue;
            settle(label);
            if (field_.settled.size() % kStep == 0) progress.step(static_cast<double>(field_.settled.size()) / nodes);
        }
        return std::move(field_);
    }

private:
    void settle(const Label& label) {
        field_.settled.push_back(label.node);
        for (const auto& arc : graph_.arcs_of(label.node)) {
            offer({label.cost + arc.cost, label.destination, arc.other}, arc.way);
        }
    }

    const network::RoadGraph& graph_;
    std::int64_t limit_;
    CostField field_;
    LabelHeap heap_;
};

/// The node from which an exit is reached, with the cost from there.
struct Seed {
    std::uint32_t node = 0;
    std::int64_t cost = 0;
};

Seed seed_of(const network::RoadNetwork& network, const network::AccessLeg& leg, network::Objective objective) {
    if (leg.heading == Heading::AtNode) return {network.cut_node[leg.cut], leg.cost};
    const bool along = leg.heading == Heading::Along;
    const auto tail = leg.cut + (along ? 0 : 1);
    const auto tail_at = network::cost_at(network, leg.line, network.cut_metres[tail], objective);
    return {network.cut_node[tail], leg.cost + (along ? leg.at - tail_at : tail_at - leg.at)};
}

}  // namespace

CostField search_backwards(const network::RoadNetwork& network, const network::RoadGraph& inward, const Exits& exits,
                           std::int64_t limit, core::Progress& progress) {
    Search search(network, inward, limit);
    for (std::uint32_t i = 0; i < exits.exits.size(); ++i) {
        const auto seed = seed_of(network, exits.exits[i].leg, exits.objective);
        search.offer({seed.cost, exits.exits[i].destination, seed.node}, CostField::kByExit + i);
    }
    auto field = search.run(progress);
    progress.step(1.0);
    return field;
}

}  // namespace desakota::paths
