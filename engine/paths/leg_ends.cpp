#include "engine/paths/leg_ends.h"

#include <cstdlib>

namespace desakota::paths {

using network::AccessLeg;
using network::Heading;

namespace {

/// By one of the two ends of the leg's piece: the one nearer to the line's start, or the farther one.
NodeCost by_end(const network::RoadNetwork& network, const AccessLeg& leg, network::Objective objective,
                bool farther_end) {
    const auto cut = leg.cut + (farther_end ? 1 : 0);
    const auto at = network::cost_at(network, leg.line, network.cut_metres[cut], objective);
    return {network.cut_node[cut], leg.cost + std::abs(at - leg.at)};
}

}  // namespace

NodeCost head_of(const network::RoadNetwork& network, const AccessLeg& entry, network::Objective objective) {
    if (entry.heading == Heading::AtNode) return {network.cut_node[entry.cut], entry.cost};
    return by_end(network, entry, objective, entry.heading == Heading::Along);
}

NodeCost tail_of(const network::RoadNetwork& network, const AccessLeg& exit, network::Objective objective) {
    if (exit.heading == Heading::AtNode) return {network.cut_node[exit.cut], exit.cost};
    return by_end(network, exit, objective, exit.heading == Heading::Against);
}

std::optional<std::int64_t> cost_on_piece(const AccessLeg& entry, const AccessLeg& exit) {
    if (entry.cut != exit.cut || entry.heading != exit.heading || entry.heading == Heading::AtNode) return std::nullopt;
    const bool along = entry.heading == Heading::Along;
    if (along ? exit.metres < entry.metres : exit.metres > entry.metres) return std::nullopt;
    return entry.cost + (along ? exit.at - entry.at : entry.at - exit.at) + exit.cost;
}

}  // namespace desakota::paths
