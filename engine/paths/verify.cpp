#include "engine/paths/verify.h"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <utility>

#include <queue>

#include "engine/paths/walk_across.h"

namespace desakota::paths {
namespace {

using network::AccessLeg;
using network::Heading;
using Entry = std::pair<std::int64_t, std::uint32_t>;  // cost, node
using Queue = std::priority_queue<Entry, std::vector<Entry>, std::greater<>>;

/// A node next to a leg's point on its line, and what it costs to travel between the two.
struct Neighbour {
    std::uint32_t node = 0;
    std::int64_t cost = 0;
};

/// The end of the leg's piece that lies ahead of its point (`ahead`) or behind it, in its heading.
Neighbour neighbour(const network::RoadNetwork& network, const AccessLeg& leg, network::Objective objective,
                    bool ahead) {
    if (leg.heading == Heading::AtNode) return {network.cut_node[leg.cut], 0};
    const bool farther = (leg.heading == Heading::Along) == ahead;
    const auto cut = leg.cut + (farther ? 1 : 0);
    const auto at = network::cost_at(network, leg.line, network.cut_metres[cut], objective);
    return {network.cut_node[cut], std::abs(at - leg.at)};
}

/// Whether travel from `entry` comes past `exit` without leaving the piece.
bool leads_past(const AccessLeg& entry, const AccessLeg& exit) {
    if (entry.cut != exit.cut || entry.heading != exit.heading || entry.heading == Heading::AtNode) return false;
    return entry.heading == Heading::Along ? exit.metres >= entry.metres : exit.metres <= entry.metres;
}

/// Of two costs, either of which may be core::kUnreachable.
std::int64_t difference(std::int64_t one, std::int64_t other) {
    if (one == other) return 0;
    return std::max(one, other) >= core::kUnreachable ? core::kUnreachable : std::abs(one - other);
}

}  // namespace

PlainSearch::PlainSearch(const network::RoadNetwork& network, std::span<const geo::GridPoint> destinations,
                         const NearestOptions& options, core::Progress& progress)
    : network_(network),
      destinations_(destinations.begin(), destinations.end()),
      options_(options),
      entries_(network, options.access, network::LegUse::Entry) {
    core::Stage building(progress, 0.0, 0.2);
    graph_ = build_graph(network, options.access.objective, network::Orientation::Outward, {}, building);
    const network::AccessLegs leaving(network, options.access, network::LegUse::Exit);
    core::Stage asking(progress, 0.2, 1.0);
    for (std::size_t i = 0; i < destinations_.size(); ++i) {
        const auto legs = leaving.of(destinations_[i]);
        exits_.insert(exits_.end(), legs.begin(), legs.end());
        asking.step(static_cast<double>(i + 1) / static_cast<double>(destinations_.size()));
    }
    std::ranges::stable_sort(exits_, {}, &AccessLeg::cut);
    cost_off_.assign(network.node_count(), core::kUnreachable);
    for (const auto& exit : exits_) {
        const auto last = neighbour(network, exit, options.access.objective, false);
        cost_off_[last.node] = std::min(cost_off_[last.node], last.cost + exit.cost);
    }
    cost_to_.assign(network.node_count(), core::kUnreachable);
}

std::int64_t PlainSearch::walk(const geo::GridPoint& place) const {
    const double limit = options_.access.max_access;
    // No degree of latitude is shorter than 110.5 km: what is farther north or south needs no geodesic.
    const auto farthest = static_cast<std::int64_t>(2.0 * limit / 110'500.0 * geo::kGridUnitsPerDegree) + 1;
    auto best = core::kUnreachable;
    for (const auto& destination : destinations_) {
        if (std::abs(destination.y - place.y) > farthest) continue;
        const double metres = geo::distance(place, destination);
        if (metres <= limit) best = std::min(best, leg_cost(options_.access, metres));
        if (metres <= limit || metres > 2.0 * limit) continue;
        const auto across = walk_across(network_, options_.access, place, destination);
        if (across) best = std::min(best, across->cost());
    }
    return best;
}

std::int64_t PlainSearch::along_one_piece(const std::vector<AccessLeg>& entries) const {
    auto best = core::kUnreachable;
    for (const auto& entry : entries) {
        for (const auto& exit : std::ranges::equal_range(exits_, entry.cut, {}, &AccessLeg::cut)) {
            if (leads_past(entry, exit)) best = std::min(best, entry.cost + std::abs(exit.at - entry.at) + exit.cost);
        }
    }
    return best;
}

std::int64_t PlainSearch::through_nodes(const std::vector<AccessLeg>& entries, std::int64_t best,
                                        core::Progress& progress) {
    std::vector<std::uint32_t> seen;
    Queue queue;
    const auto offer = [&](std::uint32_t node, std::int64_t cost) {
        if (cost >= cost_to_[node]) return;
        if (cost_to_[node] == core::kUnreachable) seen.push_back(node);
        cost_to_[node] = cost;
        queue.emplace(cost, node);
    };
    for (const auto& leg : entries) {
        const auto start = neighbour(network_, leg, options_.access.objective, true);
        offer(start.node, leg.cost + start.cost);
    }
    constexpr std::size_t kStep = 1 << 14;
    // No cost is negative: from a node as dear as the best way no cheaper one leads on.
    for (std::size_t settled = 0; !queue.empty() && queue.top().first < best; ++settled) {
        const auto [cost, node] = queue.top();
        queue.pop();
        if (settled % kStep == 0 && progress.cancelled()) throw core::Cancelled();
        if (cost > cost_to_[node]) continue;
        if (cost_off_[node] < core::kUnreachable) best = std::min(best, cost + cost_off_[node]);
        for (const auto& arc : graph_.arcs_of(node)) offer(arc.other, cost + arc.cost);
    }
    for (const auto node : seen) cost_to_[node] = core::kUnreachable;
    return best;
}

std::optional<std::int64_t> PlainSearch::cost_from(const geo::GridPoint& place, core::Progress& progress) {
    const auto entries = entries_.of(place);
    const auto best = through_nodes(entries, std::min(walk(place), along_one_piece(entries)), progress);
    if (best >= core::kUnreachable || best > options_.cutoff) return std::nullopt;
    return best;
}

std::vector<std::size_t> evenly_spaced(std::size_t count, std::size_t size) {
    std::vector<std::size_t> numbers(std::min(count, size));
    for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = i * size / numbers.size();
    return numbers;
}

std::int64_t largest_difference(const Nearest& nearest, std::span<const geo::GridPoint> places,
                                core::Progress& progress) {
    core::Stage preparing(progress, 0.0, 0.2);
    PlainSearch plain(nearest.network(), nearest.destinations(), nearest.options(), preparing);
    std::int64_t largest = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto way = nearest.way_from(places[i]);
        const auto found = way.status == WayStatus::Reached ? way.cost : core::kUnreachable;
        const auto recomputed = plain.cost_from(places[i], progress).value_or(core::kUnreachable);
        largest = std::max(largest, difference(recomputed, found));
        progress.step(0.2 + 0.8 * static_cast<double>(i + 1) / static_cast<double>(places.size()));
    }
    return largest;
}

}  // namespace desakota::paths
