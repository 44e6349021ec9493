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

    explicit Neighbours(std::uint32_t nodes) : first_(nodes, kNone), degree_(nodes, 0) {}

    [[nodiscard]] std::uint32_t degree(std::uint32_t node) const { return degree_[node]; }

    /// Takes note of a way between two nodes in either direction, where it is cheaper than what is known.
    void link(std::uint32_t one, std::uint32_t other, std::int64_t there, std::int64_t back) {
        improve(one, other, there, back);
        improve(other, one, back, there);
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
    void improve(std::uint32_t node, std::uint32_t other, std::int64_t away, std::int64_t toward) {
        auto i = first_[node];
        while (i != kNone && entries_[i].node != other) i = entries_[i].next;
        if (i == kNone) {
            i = add(node, other);
        }
        entries_[i].away = std::min(entries_[i].away, away);
        entries_[i].toward = std::min(entries_[i].toward, toward);
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

class Eliminator {
public:
    Eliminator(const RoadGraph& inward, std::uint32_t max_degree)
        : inward_(inward),
          nodes_(static_cast<std::uint32_t>(inward.first_arc.size() - 1)),
          neighbours_(nodes_),
          by_degree_(max_degree) {
        result_.rank.assign(nodes_, kNone);
    }

    Elimination run(core::Progress& progress) {
        core::LoopSteps linking(progress, 0.0, 0.2, nodes_);
        for (std::uint32_t node = 0; node < nodes_; ++node) {
            linking.at(node);
            for (const auto& arc : inward_.arcs_of(node)) {
                if (arc.other != node) neighbours_.link(node, arc.other, kUnreachable, arc.cost);
            }
        }
        for (std::uint32_t node = 0; node < nodes_; ++node) by_degree_.push(node, neighbours_.degree(node));
        core::LoopSteps taking_out(progress, 0.2, 0.9, nodes_);
        std::uint32_t node = 0;
        std::uint32_t degree = 0;
        while (by_degree_.pop(node, degree)) {
            taking_out.at(result_.eliminated());
            if (result_.rank[node] == kNone && neighbours_.degree(node) == degree) take_out(node);
        }
        progress.step(0.9);
        finish();
        return std::move(result_);
    }

private:
    void take_out(std::uint32_t node) {
        result_.rank[node] = result_.eliminated();
        const auto first = result_.links.size();
        neighbours_.for_each(node, [&](const Neighbours::Entry& entry) {
            result_.links.push_back({entry.node, entry.away, entry.toward});
        });
        result_.first_link.push_back(result_.links.size());
        const std::span<const Link> around(result_.links.begin() + static_cast<std::ptrdiff_t>(first),
                                           result_.links.end());
        for (const auto& link : around) neighbours_.unlink(link.rank, node);
        for (auto one = around.begin(); one != around.end(); ++one) {
            for (auto other = one + 1; other != around.end(); ++other) join(*one, *other);
        }
        for (const auto& link : around) by_degree_.push(link.rank, neighbours_.degree(link.rank));
    }

    /// Links two neighbours of a node over the node; until all ranks are known, a link holds the other's number.
    void join(const Link& one, const Link& other) {
        const auto there = std::min(kUnreachable, one.toward + other.away);
        const auto back = std::min(kUnreachable, other.toward + one.away);
        if (there < kUnreachable || back < kUnreachable) neighbours_.link(one.rank, other.rank, there, back);
    }

    void finish() {
        std::vector<std::uint32_t> core_nodes;
        for (std::uint32_t node = 0; node < nodes_; ++node) {
            if (result_.rank[node] == kNone) core_nodes.push_back(node);
        }
        for (std::uint32_t i = 0; i < core_nodes.size(); ++i) result_.rank[core_nodes[i]] = result_.eliminated() + i;
        for (auto& link : result_.links) link.rank = result_.rank[link.rank];
        for (const auto node : core_nodes) {
            neighbours_.for_each(node, [&](const Neighbours::Entry& entry) {
                if (entry.toward >= kUnreachable) return;
                result_.core.arcs.push_back(
                    {.other = result_.rank[entry.node] - result_.eliminated(), .cost = entry.toward});
            });
            result_.core.first_arc.push_back(static_cast<std::uint32_t>(result_.core.arcs.size()));
        }
    }

    const RoadGraph& inward_;
    std::uint32_t nodes_;
    Neighbours neighbours_;
    ByDegree by_degree_;
    Elimination result_;
};

}  // namespace

Elimination eliminate_nodes(const RoadGraph& inward, std::uint32_t max_degree, core::Progress& progress) {
    return Eliminator(inward, max_degree).run(progress);
}

}  // namespace desakota::paths
