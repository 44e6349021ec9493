#include "engine/paths/cost_field.h"

#include <utility>

#include "engine/core/units.h"
#include "engine/paths/label_heap.h"
#include "engine/paths/leg_ends.h"

namespace desakota::paths {
namespace {

/// One backward search over the whole network.
class Search {
public:
    Search(const network::RoadNetwork& network, const network::RoadGraph& inward, std::int64_t limit)
        : graph_(inward), limit_(limit), nodes_(network.node_count()), field_(nodes_) {}

    /// Seeds are not queued one by one: of the many at a node only the best counts.
    void seed(const Label& label, std::uint32_t next) {
        if (label.cost <= limit_) field_.improve(label.node, label.cost, label.destination, next);
    }

    CostField run(core::Progress& progress) {
        for (std::uint32_t node = 0; node < nodes_; ++node) {
            if (field_.is_reached(node)) heap_.push({field_.cost(node), field_.destination(node), node});
        }
        constexpr std::size_t kStep = 1 << 15;
        std::size_t settled = 0;
        while (!heap_.empty()) {
            const auto label = heap_.top();
            heap_.pop();
            if (!heap_.empty()) graph_.prefetch(heap_.top().node);
            // A label is pushed only where it betters the one before: an older one of the node is stale.
            if (label.cost != field_.cost(label.node) || label.destination != field_.destination(label.node)) continue;
            settle(label);
            if (++settled % kStep == 0) progress.step(static_cast<double>(settled) / static_cast<double>(nodes_));
        }
        return std::move(field_);
    }

private:
    void settle(const Label& label) {
        for (const auto& arc : graph_.arcs_of(label.node)) field_.prefetch(arc.other);
        for (const auto& arc : graph_.arcs_of(label.node)) {
            const auto cost = label.cost + arc.cost;
            if (cost > limit_ || !field_.improve(arc.other, cost, label.destination, arc.way)) continue;
            heap_.push({cost, label.destination, arc.other});
        }
    }

    const network::RoadGraph& graph_;
    std::int64_t limit_;
    std::uint32_t nodes_;
    CostField field_;
    LabelHeap heap_;
};

}  // namespace

CostField search_backwards(const network::RoadNetwork& network, const network::RoadGraph& inward, const Exits& exits,
                           std::int64_t limit, core::Progress& progress) {
    Search search(network, inward, limit);
    for (std::uint32_t i = 0; i < exits.exits.size(); ++i) {
        const auto seed = tail_of(network, exits.exits[i].leg, exits.objective);
        search.seed({seed.cost, exits.exits[i].destination, seed.node}, CostField::kByExit + i);
    }
    auto field = search.run(progress);
    progress.step(1.0);
    return field;
}

}  // namespace desakota::paths
