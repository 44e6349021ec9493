#include "engine/paths/place_entries.h"

#include <algorithm>
#include <tuple>

namespace desakota::paths {
namespace {

/// Sorted by node; of several at one node the cheapest.
void keep_cheapest(std::vector<NodeCost>& entries) {
    std::ranges::sort(entries, [](const NodeCost& one, const NodeCost& other) {
        return std::tie(one.node, one.cost) < std::tie(other.node, other.cost);
    });
    const auto repeated = std::ranges::unique(entries, {}, &NodeCost::node);
    entries.erase(repeated.begin(), repeated.end());
}

/// Finds the entries that others replace, by passing costs on from node to node until none falls any more.
class Replacing {
public:
    Replacing(const network::RoadGraph& inward, std::vector<NodeCost>& entries)
        : graph_(inward), entries_(entries), is_replaced_(entries.size(), false) {}

    std::vector<bool> run() {
        for (bool changed = true; changed;) {
            changed = false;
            for (std::size_t i = 0; i < entries_.size(); ++i) changed |= reach(i);
        }
        return is_replaced_;
    }

private:
    /// Whether the cost of an entry fell.
    bool reach(std::size_t i) {
        bool fell = false;
        for (const auto& arc : graph_.arcs_of(entries_[i].node)) {
            const auto from = std::ranges::lower_bound(entries_, arc.other, {}, &NodeCost::node);
            if (from == entries_.end() || from->node != arc.other) continue;
            const auto cost = from->cost + arc.cost;
            if (cost > entries_[i].cost) continue;
            // Of entries that replace each other over arcs without cost, one stays.
            const bool may_replace = arc.cost > 0 || (arc.other != entries_[i].node && !is_replaced_[index(from)]);
            if (cost < entries_[i].cost || may_replace) is_replaced_[i] = true;
            fell = fell || cost < entries_[i].cost;
            entries_[i].cost = cost;
        }
        return fell;
    }

    [[nodiscard]] std::size_t index(std::vector<NodeCost>::iterator entry) const {
        return static_cast<std::size_t>(entry - entries_.begin());
    }

    const network::RoadGraph& graph_;
    std::vector<NodeCost>& entries_;
    std::vector<bool> is_replaced_;
};

}  // namespace

void PlaceEntries::add(std::span<const NodeCost> of_one_place) {
    entries.insert(entries.end(), of_one_place.begin(), of_one_place.end());
    first.push_back(entries.size());
}

std::vector<NodeCost> useful_entries(const network::RoadGraph& inward, std::vector<NodeCost> entries) {
    keep_cheapest(entries);
    const auto is_replaced = Replacing(inward, entries).run();
    std::size_t kept = 0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (!is_replaced[i]) entries[kept++] = entries[i];
    }
    entries.resize(kept);
    return entries;
}

}  // namespace desakota::paths
