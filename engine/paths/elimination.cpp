#include "engine/paths/elimination.h"

#include <algorithm>
#include <numeric>

#include "engine/core/units.h"

namespace desakota::paths {
namespace {

using core::kUnreachable;
using network::kNone;
using network::RoadGraph;

/// The neighbours of every node while nodes are taken out: a list of links for each node, all in one array.
class Neighbours {
public:
    struct Entry {
        std::uint32_t node = 0;
        std::uint32_t next = kNone;
        std::int64_t away = kUnreachable;
        std::int64_t toward = kUnreachable;
    };

    explicit Neighbours(std::uint32_t nodes) : first_(nodes, kNone), degree_(nodes, 0), entry_at_(nodes, kNone) {}

    [[nodiscard]] std::uint32_t degree(std::uint32_t node) const { return degree_[node]; }

    /// Takes note of a way between two nodes in either direction, where it is cheaper than what is known.
    void link(std::uint32_t one, std::uint32_t other, std::int64_t there, std::int64_t back) {
        improve(entry_of(one, other), there, back);
        improve(entry_of(other, one), back, there);
    }

    /// Links each two of the neighbours of a node that is taken out over that node.
    void link_all(std::span<const Link> around) {
        for (const auto& one : around) {
            for (auto i = first_[one.rank]; i != kNone; i = entries_[i].next) entry_at_[entries_[i].node] = i;
            for (const auto& other : around) {
                if (&other != &one) join(one, other);
            }
            for (auto i = first_[one.rank]; i != kNone; i = entries_[i].next) entry_at_[entries_[i].node] = kNone;
        }
    }

    template <class Visitor>
    void for_each(std::uint32_t node, Visitor&& visit) const {
        for (auto i = first_[node]; i != kNone; i = entries_[i].next) visit(entries_[i]);
    }

    /// Takes `node` out of the list of `other`.
    void unlink(std::uint32_t other, std::uint32_t node) {
        auto* place = &first_[other];
        while (entries_[*place].node != node) place = &entries_[*place].next;
        const auto unused = *place;
        *place = entries_[unused].next;
        entries_[unused].next = unused_;
        unused_ = unused;
        --degree_[other];
    }

private:
    void improve(std::uint32_t entry, std::int64_t away, std::int64_t toward) {
        entries_[entry].away = std::min(entries_[entry].away, away);
        entries_[entry].toward = std::min(entries_[entry].toward, toward);
    }

    /// The entry of `other` in the list of a node.
    std::uint32_t entry_of(std::uint32_t node, std::uint32_t other) {
        auto i = first_[node];
        while (i != kNone && entries_[i].node != other) i = entries_[i].next;
        return i == kNone ? add(node, other) : i;
    }

    /// Until all ranks are known, a link holds the other's number. The entries of `one` are in entry_at_.
    void join(const Link& one, const Link& other) {
        const auto away = std::min(kUnreachable, one.toward + other.away);
        const auto toward = std::min(kUnreachable, other.toward + one.away);
        if (away >= kUnreachable && toward >= kUnreachable) return;
        auto& entry = entry_at_[other.rank];
        if (entry == kNone) entry = add(one.rank, other.rank);
        improve(entry, away, toward);
    }

    std::uint32_t add(std::uint32_t node, std::uint32_t other) {
        auto i = unused_;
        if (i == kNone) {
            i = static_cast<std::uint32_t>(entries_.size());
            entries_.emplace_back();
        } else {
            unused_ = entries_[i].next;
        }
        entries_[i] = {.node = other, .next = first_[node]};
        first_[node] = i;
        ++degree_[node];
        return i;
    }

    std::vector<std::uint32_t> first_;
    std::vector<std::uint32_t> degree_;
    std::vector<std::uint32_t> entry_at_;  ///< by node: its entry in the list that is worked on
    std::vector<Entry> entries_;
    std::uint32_t unused_ = kNone;
};

/// Nodes by their number of neighbours, up to a limit. One whose number changed stands in several queues; only the one
/// that still holds counts.
class ByDegree {
public:
    explicit ByDegree(std::uint32_t max_degree) : queues_(max_degree + 1) {}

    void push(std::uint32_t node, std::uint32_t degree) {
        if (degree >= queues_.size()) return;
        queues_[degree].nodes.push_back(node);
        least_ = std::min(least_, degree);
    }
    /// The next node, with the degree at which it was queued; false where none is left.
    bool pop(std::uint32_t& node, std::uint32_t& degree) {
        for (; least_ < queues_.size(); ++least_) {
            auto& queue = queues_[least_];
            if (queue.next < queue.nodes.size()) {
                node = queue.nodes[queue.next++];
                degree = least_;
                return true;
            }
            queue = {};
        }
        return false;
    }

private:
    struct Queue {
        std::vector<std::uint32_t> nodes;
        std::size_t next = 0;
    };
    std::vector<Queue> queues_;
    std::uint32_t least_ = 0;
};

/// The nodes that were taken out, in order, and what each was linked to then (by node number).
struct TakenOut {
    std::vector<std::uint32_t> nodes;
    std::vector<std::size_t> first_link{0};
    std::vector<Link> links;

    [[nodiscard]] std::span<const Link> last() const {
        return std::span(links).subspan(first_link[first_link.size() - 2]);
    }
};

/// Takes nodes out of a part of the graph, or of what remains of it.
class Eliminator {
public:
    Eliminator(std::uint32_t nodes, std::uint32_t max_degree)
        : nodes_(nodes), is_staying_(nodes, false), neighbours_(nodes), by_degree_(max_degree) {}

    [[nodiscard]] Neighbours& neighbours() { return neighbours_; }
    [[nodiscard]] bool is_out(std::uint32_t node) const { return is_out_[node]; }
    /// Leaves a node where it is.
    void keep(std::uint32_t node) { is_staying_[node] = true; }

    TakenOut run(core::Progress& progress) {
        is_out_.assign(nodes_, false);
        for (std::uint32_t node = 0; node < nodes_; ++node) queue(node);
        // The last nodes have many neighbours, and each takes long.
        constexpr std::size_t kNodesBetweenReports = 256;
        core::LoopSteps steps(progress, 0.0, 1.0, nodes_, kNodesBetweenReports);
        std::uint32_t node = 0;
        std::uint32_t degree = 0;
        while (by_degree_.pop(node, degree)) {
            steps.at(taken_.nodes.size());
            if (!is_out_[node] && neighbours_.degree(node) == degree) take_out(node);
        }
        return std::move(taken_);
    }

private:
    void queue(std::uint32_t node) {
        if (!is_staying_[node]) by_degree_.push(node, neighbours_.degree(node));
    }

    void take_out(std::uint32_t node) {
        is_out_[node] = true;
        taken_.nodes.push_back(node);
        neighbours_.for_each(node, [&](const Neighbours::Entry& entry) {
            taken_.links.push_back({entry.node, entry.away, entry.toward});
        });
        taken_.first_link.push_back(taken_.links.size());
        const auto around = taken_.last();
        for (const auto& link : around) neighbours_.unlink(link.rank, node);
        neighbours_.link_all(around);
        for (const auto& link : around) queue(link.rank);
    }

    std::uint32_t nodes_;
    std::vector<bool> is_staying_;
    std::vector<bool> is_out_;
    Neighbours neighbours_;
    ByDegree by_degree_;
    TakenOut taken_;
};

/// What is left of a block: ways between nodes that were not taken out, there and back, each pair once.
struct Remaining {
    std::uint32_t one = 0;
    std::uint32_t other = 0;
    std::int64_t there = 0;
    std::int64_t back = 0;
};
struct Block {
    TakenOut taken;
    std::vector<Remaining> ways;
};

/// The whole elimination: blocks of nodes at once, then what remains of all of them.
class InBlocks {
public:
    InBlocks(const RoadGraph& inward, const EliminationOptions& options)
        : inward_(inward),
          options_(options),
          nodes_(static_cast<std::uint32_t>(inward.first_arc.size() - 1)),
          is_at_border_(nodes_, false) {
        result_.rank.assign(nodes_, kNone);
    }

    Elimination run(const core::Parallel& parallel, core::Progress& progress) {
        core::Stage in_blocks(progress, 0.0, 0.5);
        auto blocks = eliminate_blocks(parallel, in_blocks);
        for (auto& block : blocks) take_over(block.taken);
        core::Stage the_rest(progress, 0.5, 0.95);
        eliminate_rest(blocks, the_rest);
        for (auto& link : result_.links) link.rank = result_.rank[link.rank];
        progress.step(1.0);
        return std::move(result_);
    }

private:
    [[nodiscard]] std::uint32_t block_of(std::uint32_t node) const { return node / options_.block; }
    /// Without neighbours to link there is nothing to do block by block.
    [[nodiscard]] bool has_blocks() const { return options_.max_degree > 0; }

    std::vector<Block> eliminate_blocks(const core::Parallel& parallel, core::Progress& progress) {
        if (!has_blocks()) return {};
        mark_borders();
        std::vector<Block> blocks((nodes_ + options_.block - 1) / options_.block);
        core::parallel_for(blocks.size(), {.threads = parallel.threads, .grain = 1}, progress,
                           [&](std::size_t begin, std::size_t end) {
                               for (auto i = begin; i < end; ++i) {
                                   blocks[i] = eliminate_block(static_cast<std::uint32_t>(i) * options_.block);
                               }
                           });
        return blocks;
    }

    void mark_borders() {
        for (std::uint32_t node = 0; node < nodes_; ++node) {
            for (const auto& arc : inward_.arcs_of(node)) {
                if (block_of(arc.other) == block_of(node)) continue;
                is_at_border_[node] = true;
                is_at_border_[arc.other] = true;
            }
        }
    }

    /// The block whose first node is `first`.
    Block eliminate_block(std::uint32_t first) {
        const auto count = std::min(options_.block, nodes_ - first);
        // Beyond, it is better to know the neighbours in all blocks.
        constexpr std::uint32_t kMaxDegree = 8;
        Eliminator eliminator(count, std::min(options_.max_degree, kMaxDegree));
        for (std::uint32_t i = 0; i < count; ++i) {
            if (is_at_border_[first + i]) eliminator.keep(i);
            for (const auto& arc : inward_.arcs_of(first + i)) {
                if (arc.other == first + i || block_of(arc.other) != block_of(first)) continue;
                eliminator.neighbours().link(i, arc.other - first, kUnreachable, arc.cost);
            }
        }
        core::SilentProgress silent;
        Block block{.taken = eliminator.run(silent)};
        for (auto& node : block.taken.nodes) node += first;
        for (auto& link : block.taken.links) link.rank += first;
        for (std::uint32_t i = 0; i < count; ++i) {
            if (eliminator.is_out(i)) continue;
            eliminator.neighbours().for_each(i, [&](const Neighbours::Entry& entry) {
                if (entry.node > i) block.ways.push_back({first + i, first + entry.node, entry.away, entry.toward});
            });
        }
        return block;
    }

    /// Ranks what was taken out; until all ranks are known, links hold numbers of nodes.
    void take_over(TakenOut& taken) {
        auto rank = result_.eliminated();
        for (const auto node : taken.nodes) result_.rank[node] = rank++;
        const auto before = result_.links.size();
        result_.links.insert(result_.links.end(), taken.links.begin(), taken.links.end());
        for (std::size_t i = 1; i < taken.first_link.size(); ++i) {
            result_.first_link.push_back(before + taken.first_link[i]);
        }
        taken = {};
    }

    void eliminate_rest(std::vector<Block>& blocks, core::Progress& progress) {
        std::vector<std::uint32_t> rest;
        std::vector<std::uint32_t> place_in_rest(nodes_, kNone);
        for (std::uint32_t node = 0; node < nodes_; ++node) {
            if (result_.rank[node] != kNone) continue;
            place_in_rest[node] = static_cast<std::uint32_t>(rest.size());
            rest.push_back(node);
        }
        Eliminator eliminator(static_cast<std::uint32_t>(rest.size()), options_.max_degree);
        core::LoopSteps by_block(progress, 0.0, 0.15, blocks.size(), 1);
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            by_block.at(i);
            for (const auto& way : blocks[i].ways) {
                eliminator.neighbours().link(place_in_rest[way.one], place_in_rest[way.other], way.there, way.back);
            }
            blocks[i] = {};
        }
        core::LoopSteps by_node(progress, 0.15, 0.3, rest.size());
        for (std::size_t i = 0; i < rest.size(); ++i) {
            by_node.at(i);
            for (const auto& arc : inward_.arcs_of(rest[i])) {
                // Ways within a block are known; a way back to the node itself leads nowhere.
                const bool is_known = has_blocks() && block_of(arc.other) == block_of(rest[i]);
                if (is_known || arc.other == rest[i]) continue;
                eliminator.neighbours().link(place_in_rest[rest[i]], place_in_rest[arc.other], kUnreachable, arc.cost);
            }
        }
        core::Stage taking_out(progress, 0.3, 0.95);
        auto taken = eliminator.run(taking_out);
        for (auto& node : taken.nodes) node = rest[node];
        for (auto& link : taken.links) link.rank = rest[link.rank];
        take_over(taken);
        make_core(rest, eliminator);
    }

    void make_core(const std::vector<std::uint32_t>& rest, Eliminator& eliminator) {
        auto next = result_.eliminated();
        for (const auto node : rest) {
            if (result_.rank[node] == kNone) result_.rank[node] = next++;
        }
        auto& core = result_.core;
        for (std::uint32_t i = 0; i < rest.size(); ++i) {
            if (eliminator.is_out(i)) continue;
            eliminator.neighbours().for_each(i, [&](const Neighbours::Entry& entry) {
                if (entry.toward >= kUnreachable) return;
                const auto other = result_.rank[rest[entry.node]] - result_.eliminated();
                core.arcs.push_back({.other = other, .cost = entry.toward});
            });
            core.first_arc.push_back(static_cast<std::uint32_t>(core.arcs.size()));
        }
    }

    const RoadGraph& inward_;
    EliminationOptions options_;
    std::uint32_t nodes_;
    std::vector<bool> is_at_border_;
    Elimination result_;
};

}  // namespace

Elimination eliminate_nodes(const RoadGraph& inward, const EliminationOptions& options, const core::Parallel& parallel,
                            core::Progress& progress) {
    return InBlocks(inward, options).run(parallel, progress);
}

}  // namespace desakota::paths
