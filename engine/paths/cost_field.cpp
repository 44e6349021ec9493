#include "engine/paths/cost_field.h"

#include <algorithm>
#include <utility>

#include "engine/core/units.h"
#include "engine/paths/label_heap.h"
#include "engine/paths/leg_ends.h"

namespace desakota::paths {
namespace {

/// A better way to a node of another part.
struct Message {
    Label label;
    std::uint32_t next = 0;
};

/// Nodes [first, last), which lie together on the ground as their numbers follow a space-filling curve.
struct Part {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    LabelHeap heap;
    std::vector<Message> messages;  ///< to other parts
};

/// One backward search over the whole network, in rounds: each part is searched alone, then its neighbours hear what it
/// found at its borders, until none has anything better to tell. Costs only ever fall, so that the last round leaves
/// the least; with many destinations hardly anything crosses a border twice.
class Search {
public:
    Search(const network::RoadNetwork& network, const network::RoadGraph& inward, const FieldSearch& search)
        : graph_(inward), limit_(search.limit), part_nodes_(search.part_nodes), field_(network.node_count()) {
        const auto nodes = network.node_count();
        for (std::uint32_t first = 0; first < nodes; first += part_nodes_) {
            parts_.push_back({.first = first, .last = first + std::min(part_nodes_, nodes - first)});
        }
    }

    /// Seeds are not queued one by one: of the many at a node only the best counts.
    void seed(const Label& label, std::uint32_t next) {
        if (label.cost <= limit_) field_.improve(label.node, label.cost, label.destination, next);
    }

    CostField run(int threads, core::Progress& progress) {
        for (auto& part : parts_) {
            for (auto node = part.first; node < part.last; ++node) {
                if (field_.is_reached(node)) part.heap.push({field_.cost(node), field_.destination(node), node});
            }
        }
        constexpr double kMostOfTheRest = 0.9;
        double done = 0.0;
        do {
            // So many of the parts have something to do in this round.
            const double next = done + (1.0 - done) * std::min(kMostOfTheRest, share_waiting());
            core::Stage round(progress, done, next);
            core::parallel_for(parts_.size(), {.threads = threads, .grain = 1}, round,
                               [this](std::size_t begin, std::size_t end) {
                                   for (auto i = begin; i < end; ++i) search(parts_[i]);
                               });
            done = next;
        } while (deliver());
        return std::move(field_);
    }

private:
    [[nodiscard]] double share_waiting() const {
        const auto waiting = std::ranges::count_if(parts_, [](const Part& part) { return !part.heap.empty(); });
        return static_cast<double>(waiting) / static_cast<double>(std::max<std::size_t>(1, parts_.size()));
    }

    void search(Part& part) {
        auto& heap = part.heap;
        while (!heap.empty()) {
            const auto label = heap.top();
            heap.pop();
            if (!heap.empty()) graph_.prefetch(heap.top().node);
            // A label is pushed only where it betters the one before: an older one of the node is stale.
            if (label.cost != field_.cost(label.node) || label.destination != field_.destination(label.node)) continue;
            settle(label, part);
        }
    }

    void settle(const Label& label, Part& part) {
        for (const auto& arc : graph_.arcs_of(label.node)) field_.prefetch(arc.other);
        for (const auto& arc : graph_.arcs_of(label.node)) {
            const auto cost = label.cost + arc.cost;
            if (cost > limit_) continue;
            const Label further{cost, label.destination, arc.other};
            if (arc.other < part.first || arc.other >= part.last) {
                part.messages.push_back({further, arc.way});
            } else if (field_.improve(arc.other, cost, label.destination, arc.way)) {
                part.heap.push(further);
            }
        }
    }

    /// Whether any part has heard of something better.
    bool deliver() {
        bool any = false;
        for (auto& part : parts_) {
            for (const auto& [label, next] : part.messages) {
                if (!field_.improve(label.node, label.cost, label.destination, next)) continue;
                parts_[label.node / part_nodes_].heap.push(label);
                any = true;
            }
            part.messages.clear();
        }
        return any;
    }

    const network::RoadGraph& graph_;
    std::int64_t limit_;
    std::uint32_t part_nodes_;
    CostField field_;
    std::vector<Part> parts_;
};

/// One backward search that lists the nodes it reaches.
class NearbySearch {
public:
    NearbySearch(const network::RoadGraph& inward, std::int64_t limit, CostField& field)
        : graph_(inward), limit_(limit), field_(field) {}

    std::vector<std::uint32_t> run(const network::RoadNetwork& network, const Exits& exits) {
        std::vector<std::uint32_t> nodes;
        nodes.reserve(exits.exits.size());
        for (std::uint32_t i = 0; i < exits.exits.size(); ++i) {
            const auto [node, cost] = tail_of(network, exits.exits[i].leg, exits.objective);
            if (cost > limit_) continue;
            field_.improve(node, cost, exits.exits[i].destination, CostField::kByExit + i);
            nodes.push_back(node);
        }
        std::ranges::sort(nodes);
        const auto repeated = std::ranges::unique(nodes);
        nodes.erase(repeated.begin(), repeated.end());
        for (const auto node : nodes) heap_.push({field_.cost(node), field_.destination(node), node});
        nodes.clear();
        while (!heap_.empty()) {
            const auto label = heap_.top();
            heap_.pop();
            if (!heap_.empty()) graph_.prefetch(heap_.top().node);
            if (label.cost != field_.cost(label.node) || label.destination != field_.destination(label.node)) continue;
            settle(label);
            nodes.push_back(label.node);
        }
        return nodes;
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
    CostField& field_;
    LabelHeap heap_;
};

}  // namespace

CostField search_backwards(const network::RoadNetwork& network, const network::RoadGraph& inward, const Exits& exits,
                           const FieldSearch& wanted, core::Progress& progress) {
    Search search(network, inward, wanted);
    for (std::uint32_t i = 0; i < exits.exits.size(); ++i) {
        const auto seed = tail_of(network, exits.exits[i].leg, exits.objective);
        search.seed({seed.cost, exits.exits[i].destination, seed.node}, CostField::kByExit + i);
    }
    auto field = search.run(wanted.threads, progress);
    progress.step(1.0);
    return field;
}

std::vector<std::uint32_t> search_nearby(const network::RoadNetwork& network, const network::RoadGraph& inward,
                                         const Exits& exits, std::int64_t limit, CostField& field) {
    return NearbySearch(inward, limit, field).run(network, exits);
}

}  // namespace desakota::paths
