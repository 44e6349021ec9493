#include "engine/paths/closures.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

#include "engine/geo/nearest_points.h"
#include "engine/paths/label_heap.h"
#include "engine/paths/leg_ends.h"
#include "engine/paths/walk_across.h"

namespace desakota::paths {
namespace {

using network::AccessLeg;
using network::Heading;
using network::kNone;

/// One way to begin: onto a piece (kNone: at a node) and by it to a node, or by it straight to a destination (node
/// kNone).
struct Start {
    std::uint32_t piece = kNone;
    std::uint32_t node = kNone;
    std::int64_t cost = 0;
};

/// What one place can do, as far as it may be within the limit.
struct PlaceStarts {
    std::vector<Start> starts;
    std::int64_t direct = core::kUnreachable;  ///< a straight walk
    std::vector<std::uint32_t> pieces;         ///< that its best way uses; empty where it needs none
};

/// The network behind the field, in the directions that a search anew needs.
class Surroundings {
public:
    Surroundings(const Nearest& nearest, core::Progress& progress)
        : nearest_(nearest),
          inward_(graph(network::Orientation::Inward, 0.0, progress)),
          outward_(graph(network::Orientation::Outward, 0.5, progress)) {
        list_children();
        list_exits();
    }

    [[nodiscard]] const network::RoadGraph& inward() const { return inward_; }
    [[nodiscard]] const network::RoadGraph& outward() const { return outward_; }
    /// The nodes whose best way leads on through a node.
    [[nodiscard]] std::span<const std::uint32_t> children_of(std::uint32_t node) const {
        return {children_.data() + first_child_[node], first_child_[node + 1] - first_child_[node]};
    }
    /// The exits that are reached from a node.
    [[nodiscard]] std::span<const std::uint32_t> exits_from(std::uint32_t node) const {
        return {exits_.data() + first_exit_[node], first_exit_[node + 1] - first_exit_[node]};
    }

private:
    [[nodiscard]] network::RoadGraph graph(network::Orientation orientation, double from,
                                           core::Progress& progress) const {
        core::Stage building(progress, from, from + 0.5);
        return build_graph(nearest_.network(), nearest_.options().access.objective, orientation, {}, building);
    }

    void list_children() {
        const auto& field = nearest_.field();
        const auto count = nearest_.network().node_count();
        const auto next_of = [&](std::uint32_t node) { return next_node(node); };
        first_child_.assign(count + 1, 0);
        for (std::uint32_t node = 0; node < count; ++node) {
            if (field.is_reached(node) && !field.leaves(node)) ++first_child_[next_of(node) + 1];
        }
        std::inclusive_scan(first_child_.begin(), first_child_.end(), first_child_.begin());
        children_.resize(first_child_.back());
        auto place = first_child_;
        for (std::uint32_t node = 0; node < count; ++node) {
            if (field.is_reached(node) && !field.leaves(node)) children_[place[next_of(node)]++] = node;
        }
    }

    void list_exits() {
        const auto& network = nearest_.network();
        const auto& exits = nearest_.exits().exits;
        const auto tail = [&](std::uint32_t exit) {
            return tail_of(network, exits[exit].leg, nearest_.options().access.objective).node;
        };
        first_exit_.assign(network.node_count() + 1, 0);
        for (std::uint32_t i = 0; i < exits.size(); ++i) ++first_exit_[tail(i) + 1];
        std::inclusive_scan(first_exit_.begin(), first_exit_.end(), first_exit_.begin());
        exits_.resize(exits.size());
        auto place = first_exit_;
        for (std::uint32_t i = 0; i < exits.size(); ++i) exits_[place[tail(i)]++] = i;
    }

    [[nodiscard]] std::uint32_t next_node(std::uint32_t node) const {
        const auto way = nearest_.field().way(node);
        return nearest_.network().cut_node[network::piece_of(way) + (network::is_backward(way) ? 0 : 1)];
    }

    const Nearest& nearest_;
    network::RoadGraph inward_;
    network::RoadGraph outward_;
    std::vector<std::uint32_t> first_child_;
    std::vector<std::uint32_t> children_;
    std::vector<std::uint32_t> first_exit_;
    std::vector<std::uint32_t> exits_;
};

/// What places can do.
class StartFinder {
public:
    StartFinder(const Nearest& nearest, std::int64_t limit)
        : nearest_(nearest),
          limit_(limit),
          straight_(nearest.destinations()),
          entries_(nearest.network(), nearest.options().access, network::LegUse::Entry) {}

    [[nodiscard]] PlaceStarts of(const geo::GridPoint& place) const {
        PlaceStarts found;
        const auto way = nearest_.way_from(place);
        if (way.status != WayStatus::Reached || way.cost > limit_ || way.course == Course::Direct) return found;
        add_pieces(way, found.pieces);
        if (found.pieces.empty()) return found;
        for (const auto& leg : entries_.of(place)) add_leg(leg, found.starts);
        for (const auto& near : straight_.within(place, nearest_.options().access.max_access)) {
            if (nearest_.network().barriers.block(place, nearest_.destinations()[near.place])) continue;
            found.direct = std::min(found.direct, leg_cost(nearest_.options().access, near.metres));
        }
        return found;
    }

    /// Whether a walk that only crosses a road is within the limit.
    [[nodiscard]] bool walks_across(const geo::GridPoint& place) const {
        const auto& access = nearest_.options().access;
        for (const auto& near : straight_.within(place, reach_across(access, limit_))) {
            if (near.metres <= access.max_access) continue;
            const auto& destination = nearest_.destinations()[near.place];
            if (walk_across(nearest_.network(), access, place, destination, limit_)) return true;
        }
        return false;
    }

private:
    void add_pieces(const Way& way, std::vector<std::uint32_t>& pieces) const {
        const auto& network = nearest_.network();
        if (way.course == Course::OnPiece) {
            if (way.entry.metres != way.exit.metres) pieces.push_back(way.entry.cut);
            return;
        }
        if (way.entry.heading != Heading::AtNode) pieces.push_back(way.entry.cut);
        const auto& field = nearest_.field();
        auto node = head_of(network, way.entry, nearest_.options().access.objective).node;
        while (!field.leaves(node)) {
            const auto next = field.way(node);
            pieces.push_back(network::piece_of(next));
            node = network.cut_node[network::piece_of(next) + (network::is_backward(next) ? 0 : 1)];
        }
        const auto& exit = nearest_.exits().exits[field.exit_of(node)].leg;
        if (exit.heading != Heading::AtNode) pieces.push_back(exit.cut);
    }

    void add_leg(const AccessLeg& leg, std::vector<Start>& starts) const {
        const auto piece = leg.heading == Heading::AtNode ? kNone : leg.cut;
        const auto head = head_of(nearest_.network(), leg, nearest_.options().access.objective);
        const auto& field = nearest_.field();
        // What is beyond the limit already can only become dearer.
        if (field.is_reached(head.node) && head.cost + field.cost(head.node) <= limit_) {
            starts.push_back({piece, head.node, head.cost});
        }
        if (piece == kNone) return;
        for (const auto& exit : nearest_.exits().of_piece(piece)) {
            const auto cost = cost_on_piece(leg, exit.leg);
            if (cost && *cost <= limit_) starts.push_back({piece, kNone, *cost});
        }
    }

    const Nearest& nearest_;
    std::int64_t limit_;
    geo::NearestPoints straight_;
    network::AccessLegs entries_;
};

/// Closes one piece after the other, for one thread.
class Closer {
public:
    Closer(const Nearest& nearest, const Surroundings& surroundings, std::int64_t limit)
        : nearest_(nearest),
          surroundings_(surroundings),
          limit_(limit),
          closing_of_(nearest.network().node_count(), 0),
          cost_(nearest.network().node_count()) {}

    void close(std::uint32_t piece) {
        piece_ = piece;
        ++closing_;
        behind_.clear();
        const auto& network = nearest_.network();
        for (const auto node : {network.cut_node[piece], network.cut_node[piece + 1]}) {
            if (needs_piece(node)) add_behind(node);
        }
        search();
    }

    /// The least cost by these ways to begin, with the piece closed.
    [[nodiscard]] std::int64_t cost_of(const PlaceStarts& place) const {
        auto best = place.direct;
        for (const auto& start : place.starts) {
            if (start.piece == piece_) continue;
            const auto behind = start.node == kNone ? 0 : node_cost(start.node);
            if (behind < core::kUnreachable) best = std::min(best, start.cost + behind);
        }
        return best;
    }

private:
    [[nodiscard]] bool is_behind(std::uint32_t node) const { return closing_of_[node] == closing_; }

    [[nodiscard]] std::int64_t node_cost(std::uint32_t node) const {
        return is_behind(node) ? cost_[node] : nearest_.field().cost(node);
    }

    /// Whether the best way from a node begins on the piece.
    [[nodiscard]] bool needs_piece(std::uint32_t node) const {
        const auto& field = nearest_.field();
        if (!field.is_reached(node) || field.cost(node) > limit_ || is_behind(node)) return false;
        if (!field.leaves(node)) return network::piece_of(field.way(node)) == piece_;
        const auto& exit = nearest_.exits().exits[field.exit_of(node)].leg;
        return exit.heading != Heading::AtNode && exit.cut == piece_;
    }

    /// Takes a node and all whose best way leads through it, as far as they are within the limit.
    void add_behind(std::uint32_t first) {
        const auto begin = behind_.size();
        behind_.push_back(first);
        for (auto i = begin; i < behind_.size(); ++i) {
            const auto node = behind_[i];
            closing_of_[node] = closing_;
            cost_[node] = core::kUnreachable;
            for (const auto child : surroundings_.children_of(node)) {
                if (nearest_.field().cost(child) <= limit_ && !is_behind(child)) behind_.push_back(child);
            }
        }
    }

    /// What the nodes behind the piece cost without it: from those that are not behind it backwards (Dijkstra 1959).
    void search() {
        for (const auto node : behind_) {
            const auto cost = cost_without_those_behind(node);
            if (cost > limit_) continue;
            cost_[node] = cost;
            heap_.push({cost, 0, node});
        }
        while (!heap_.empty()) {
            const auto label = heap_.top();
            heap_.pop();
            if (label.cost != cost_[label.node]) continue;
            for (const auto& arc : surroundings_.inward().arcs_of(label.node)) {
                const auto cost = label.cost + arc.cost;
                if (!is_behind(arc.other) || network::piece_of(arc.way) == piece_ || cost > limit_) continue;
                if (cost >= cost_[arc.other]) continue;
                cost_[arc.other] = cost;
                heap_.push({cost, 0, arc.other});
            }
        }
    }

    [[nodiscard]] std::int64_t cost_without_those_behind(std::uint32_t node) const {
        auto best = core::kUnreachable;
        const auto& field = nearest_.field();
        for (const auto& arc : surroundings_.outward().arcs_of(node)) {
            if (is_behind(arc.other) || network::piece_of(arc.way) == piece_ || !field.is_reached(arc.other)) continue;
            best = std::min(best, arc.cost + field.cost(arc.other));
        }
        for (const auto exit : surroundings_.exits_from(node)) {
            const auto& leg = nearest_.exits().exits[exit].leg;
            if (leg.heading != Heading::AtNode && leg.cut == piece_) continue;
            best = std::min(best, tail_of(nearest_.network(), leg, nearest_.options().access.objective).cost);
        }
        return best;
    }

    const Nearest& nearest_;
    const Surroundings& surroundings_;
    std::int64_t limit_;
    std::uint32_t piece_ = kNone;
    std::uint32_t closing_ = 0;              // the number of the piece closed last, counted from 1
    std::vector<std::uint32_t> closing_of_;  // by node: the last closing that it lies behind
    std::vector<std::int64_t> cost_;         // by node that lies behind
    std::vector<std::uint32_t> behind_;
    LabelHeap heap_;
};

/// A piece, and a place whose best way uses it.
using Use = std::pair<std::uint32_t, std::uint32_t>;

std::vector<Use> uses_of(const std::vector<PlaceStarts>& places, const network::RoadNetwork& network) {
    std::vector<Use> uses;
    for (std::uint32_t place = 0; place < places.size(); ++place) {
        for (const auto piece : places[place].pieces) {
            if (!network.is_connector(network.cut_line[piece])) uses.emplace_back(piece, place);
        }
    }
    std::ranges::sort(uses);
    const auto repeated = std::ranges::unique(uses);
    uses.erase(repeated.begin(), repeated.end());
    return uses;
}

}  // namespace

std::vector<Closure> find_closures(const Nearest& nearest, std::span<const geo::GridPoint> places, std::int64_t limit,
                                   const core::Parallel& parallel, core::Progress& progress) {
    core::Stage listing(progress, 0.0, 0.2);
    const Surroundings surroundings(nearest, listing);
    const StartFinder finder(nearest, limit);
    std::vector<PlaceStarts> starts(places.size());
    core::Stage starting(progress, 0.2, 0.5);
    core::parallel_for(places.size(), {.threads = parallel.threads, .grain = 64}, starting,
                       [&](std::size_t begin, std::size_t end) {
                           for (auto i = begin; i < end; ++i) starts[i] = finder.of(places[i]);
                       });
    const auto uses = uses_of(starts, nearest.network());
    std::vector<std::size_t> first;  // of the uses of one piece
    for (std::size_t i = 0; i < uses.size(); ++i) {
        if (i == 0 || uses[i].first != uses[i - 1].first) first.push_back(i);
    }
    std::vector<Closure> closures(first.size());
    first.push_back(uses.size());
    const auto close = [&](Closer& closer, std::size_t number) {
        auto& closure = closures[number];
        closure.piece = uses[first[number]].first;
        closer.close(closure.piece);
        for (auto use = first[number]; use < first[number + 1]; ++use) {
            const auto place = uses[use].second;
            const bool is_within = closer.cost_of(starts[place]) <= limit || finder.walks_across(places[place]);
            if (!is_within) closure.places.push_back(place);
        }
    };
    core::Stage closing(progress, 0.5, 1.0);
    // A closer is as large as the network: each thread makes few of them.
    const auto grain = std::max<std::size_t>(1, closures.size() / (8 * static_cast<std::size_t>(parallel.threads)));
    core::parallel_for(closures.size(), {.threads = parallel.threads, .grain = std::min<std::size_t>(grain, 4096)},
                       closing, [&](std::size_t begin, std::size_t end) {
                           Closer closer(nearest, surroundings, limit);
                           for (auto i = begin; i < end; ++i) close(closer, i);
                       });
    std::erase_if(closures, [](const Closure& closure) { return closure.places.empty(); });
    progress.step(1.0);
    return closures;
}

}  // namespace desakota::paths
