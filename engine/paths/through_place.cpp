#include "engine/paths/through_place.h"

#include <algorithm>
#include <cstdlib>

#include "engine/paths/label_heap.h"

namespace desakota::paths {
namespace {

using network::Heading;
using network::PlaceOnLine;
using network::RoadNetwork;

/// Where a place lies between the cuts of its line.
struct OnPiece {
    std::uint32_t piece = 0;
    double metres = 0.0;
};

OnPiece find_piece(const RoadNetwork& network, const PlaceOnLine& place) {
    const double metres = network.lines.position(place.segment, place.t);
    const auto begin = network.cut_metres.begin();
    const auto first = begin + network.first_cut[place.line];
    const auto last = begin + network.first_cut[place.line + 1] - 1;
    auto after = std::upper_bound(first, last, metres);
    if (after == first) ++after;
    return {static_cast<std::uint32_t>(after - begin) - 1, metres};
}

/// Costs between a place and the two ends of its piece: `outward` from it, otherwise to it. At a cut, 0 whatever the
/// direction.
template <class Offer>
void to_ends(const RoadNetwork& network, const PlaceOnLine& place, network::Objective objective, bool outward,
             Offer offer) {
    const auto on = find_piece(network, place);
    const auto at = cost_at(network, place.line, on.metres, objective);
    for (const auto cut : {on.piece, on.piece + 1}) {
        const bool backward = (cut == on.piece) == outward;
        if (network.cut_metres[cut] != on.metres && !may_travel(network, place.line, backward)) continue;
        offer(network.cut_node[cut], std::abs(cost_at(network, place.line, network.cut_metres[cut], objective) - at));
    }
}

}  // namespace

std::int64_t cost_from(const Nearest& nearest, const PlaceOnLine& place) {
    const auto& network = nearest.network();
    const auto objective = nearest.options().access.objective;
    auto best = core::kUnreachable;
    to_ends(network, place, objective, true, [&](std::uint32_t node, std::int64_t cost) {
        if (nearest.field().is_reached(node)) best = std::min(best, cost + nearest.field().cost(node));
    });
    const auto on = find_piece(network, place);
    const auto at = cost_at(network, place.line, on.metres, objective);
    for (const auto& [leg, destination] : nearest.exits().of_piece(on.piece)) {
        const bool ahead = leg.heading == Heading::Along     ? leg.metres >= on.metres
                           : leg.heading == Heading::Against ? leg.metres <= on.metres
                                                             : false;
        if (ahead) best = std::min(best, std::abs(leg.at - at) + leg.cost);
    }
    return best;
}

CostsTo::CostsTo(const RoadNetwork& network, const network::RoadGraph& inward, const PlaceOnLine& place,
                 std::int64_t limit)
    : network_(network), place_(place), metres_(find_piece(network, place).metres) {
    LabelHeap heap;
    const auto offer = [&](std::uint32_t node, std::int64_t cost) {
        if (cost > limit) return;
        const auto [found, is_new] = cost_.try_emplace(node, cost);
        if (!is_new && found->second <= cost) return;
        found->second = cost;
        heap.push({cost, 0, node});
    };
    to_ends(network, place, network::Objective::Distance, false, offer);
    while (!heap.empty()) {
        const auto label = heap.top();
        heap.pop();
        if (label.cost > cost_[label.node]) continue;
        for (const auto& arc : inward.arcs_of(label.node)) offer(arc.other, label.cost + arc.cost);
    }
}

std::int64_t CostsTo::from(std::span<const network::AccessLeg> entries) const {
    auto best = core::kUnreachable;
    for (const auto& entry : entries) best = std::min(best, by(entry));
    return best;
}

std::int64_t CostsTo::by(const network::AccessLeg& entry) const {
    auto cut = entry.cut;
    auto best = core::kUnreachable;
    auto cost = entry.cost;
    if (entry.heading != Heading::AtNode) {
        const bool along = entry.heading == Heading::Along;
        if (along) ++cut;
        const auto on = find_piece(network_, place_);
        if (entry.line == place_.line && entry.cut == on.piece &&
            (along ? metres_ >= entry.metres : metres_ <= entry.metres)) {
            const auto at = cost_at(network_, place_.line, metres_, network::Objective::Distance);
            best = entry.cost + std::abs(at - entry.at);
        }
        const auto end = cost_at(network_, entry.line, network_.cut_metres[cut], network::Objective::Distance);
        cost += std::abs(end - entry.at);
    }
    const auto found = cost_.find(network_.cut_node[cut]);
    return found == cost_.end() ? best : std::min(best, cost + found->second);
}

}  // namespace desakota::paths
