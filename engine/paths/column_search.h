#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/paths/elimination.h"
#include "engine/paths/label_heap.h"
#include "engine/paths/leg_ends.h"

namespace desakota::paths {

/// Up to which number of neighbours nodes are best eliminated for so many destinations.
[[nodiscard]] std::uint32_t elimination_degree(std::size_t destinations);

/// What all searches of a cost matrix share: the elimination, and the order in which costs are handed down from the
/// core to the nodes that are asked for. Those have numbers of their own, slots: first the core's nodes, then the
/// others, each after all to which it is linked, and near ones close together.
class Descent {
public:
    struct Step {
        std::uint32_t slot = 0;
        std::int64_t cost = 0;
    };

    /// `asked` are the nodes whose costs will be wanted.
    Descent(Elimination elimination, std::span<const NodeCost> asked, core::Progress& progress);

    [[nodiscard]] const Elimination& elimination() const { return elimination_; }
    [[nodiscard]] std::uint32_t slots() const {
        return elimination_.core_size() + static_cast<std::uint32_t>(first_step_.size() - 1);
    }
    /// network::kNone for a node that is not needed.
    [[nodiscard]] std::uint32_t slot_of_rank(std::uint32_t rank) const { return slot_[rank]; }
    [[nodiscard]] std::uint32_t slot_of(std::uint32_t node) const { return slot_[elimination_.rank[node]]; }
    /// From a slot below the core to those it is linked to.
    [[nodiscard]] std::span<const Step> steps_of(std::uint32_t slot) const {
        const auto i = slot - elimination_.core_size();
        return {steps_.data() + first_step_[i], first_step_[i + 1] - first_step_[i]};
    }

private:
    void number_slots(const std::vector<bool>& is_needed, core::Progress& progress);
    void number_with_ancestors(std::uint32_t rank);

    Elimination elimination_;
    std::vector<std::uint32_t> slot_;         ///< by rank
    std::vector<std::size_t> first_step_{0};  ///< by slot below the core
    std::vector<Step> steps_;
};

/// Searches backwards from the exits of some destinations, each alone; used again for the next ones. Their costs at one
/// node stand together, so that a search for all takes little longer than for one, the less the nearer they are to each
/// other.
class ColumnSearch {
public:
    static constexpr std::size_t kColumns = 16;
    /// By column.
    using Costs = std::array<std::int64_t, kColumns>;

    explicit ColumnSearch(const Descent& descent);

    /// `seeds` are, for each of up to kColumns destinations, nodes with what it costs to get from there to it. Costs
    /// above `limit` may come out too high.
    void run(std::span<const std::vector<NodeCost>> seeds, std::int64_t limit);
    [[nodiscard]] const Costs& costs(std::uint32_t slot) const { return costs_[slot]; }

    /// Memory of one, in bytes.
    [[nodiscard]] static std::size_t bytes(const Descent& descent) { return descent.slots() * sizeof(Costs); }

private:
    /// A cost found below the core on the way up.
    struct Climbed {
        std::uint32_t slot = 0;
        std::size_t column = 0;
        std::int64_t cost = 0;
    };
    void climb(std::span<const NodeCost> seeds, std::size_t column);
    void await(std::uint32_t node, std::int64_t cost);
    void search_core(std::int64_t limit);
    void hand_down();

    const Descent& descent_;
    std::vector<Costs> costs_;           ///< by slot
    std::vector<std::int64_t> waiting_;  ///< by node of the core: its least cost that is to be passed on
    std::vector<Climbed> climbed_;
    LabelHeap heap_;
};

}  // namespace desakota::paths
