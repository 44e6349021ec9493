#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "engine/paths/elimination.h"
#include "engine/paths/label_heap.h"
#include "engine/paths/leg_ends.h"

namespace desakota::paths {

/// What all searches of a cost matrix share: the elimination, and the order in which costs are handed down from the
/// core to the nodes that are asked for. Those have numbers of their own, slots: first the core's nodes, then the
/// others, each after all to which it is linked.
class Descent {
public:
    /// `asked` are the nodes whose costs will be wanted.
    Descent(Elimination elimination, std::span<const NodeCost> asked);

    [[nodiscard]] const Elimination& elimination() const { return elimination_; }
    [[nodiscard]] std::uint32_t slots() const { return elimination_.core_size() + below_core(); }
    /// network::kNone for a node that is not needed.
    [[nodiscard]] std::uint32_t slot_of_rank(std::uint32_t rank) const { return slot_[rank]; }
    [[nodiscard]] std::uint32_t slot_of(std::uint32_t node) const { return slot_[elimination_.rank[node]]; }

    /// Lowers the costs of all slots below the core by their links.
    void hand_down(std::span<std::int64_t> costs) const;

private:
    struct Step {
        std::uint32_t slot = 0;
        std::int64_t cost = 0;
    };
    [[nodiscard]] std::uint32_t below_core() const { return static_cast<std::uint32_t>(first_step_.size() - 1); }

    Elimination elimination_;
    std::vector<std::uint32_t> slot_;        ///< by rank
    std::vector<std::size_t> first_step_{0};  ///< by slot below the core
    std::vector<Step> steps_;
};

/// A search backwards from the exits of one destination; used again for the next.
class ColumnSearch {
public:
    explicit ColumnSearch(const Descent& descent) : descent_(descent), costs_(descent.slots()) {}

    /// `seeds` are nodes with what it costs to get from there to the destination. Costs above `limit` may be missed.
    void run(std::span<const NodeCost> seeds, std::int64_t limit);
    [[nodiscard]] std::int64_t cost(std::uint32_t slot) const { return costs_[slot]; }

private:
    void climb(std::span<const NodeCost> seeds);
    void search_core(std::int64_t limit);

    const Descent& descent_;
    std::vector<std::int64_t> costs_;
    LabelHeap heap_;
};

}  // namespace desakota::paths
