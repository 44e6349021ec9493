#include "engine/network/road_graph.h"

#include <numeric>

namespace desakota::network {

bool may_travel(const RoadNetwork& network, std::uint32_t line, bool backward) {
    if (!network.rule_of(line).passable) return false;
    const auto direction = network.lines.attributes[line].direction;
    return direction == Direction::Both || (direction == Direction::Backward) == backward;
}

namespace {

/// Calls `visit(node, arc)` for every way a piece may be travelled.
template <class Visitor>
void for_each_arc(const RoadNetwork& network, Objective objective, Orientation orientation, Visitor&& visit) {
    for (std::uint32_t piece = 0; piece < network.cut_count(); ++piece) {
        if (!network.is_piece(piece)) continue;
        const auto line = network.cut_line[piece];
        for (const bool backward : {false, true}) {
            if (!may_travel(network, line, backward)) continue;
            auto from = network.cut_node[piece + (backward ? 1 : 0)];
            auto to = network.cut_node[piece + (backward ? 0 : 1)];
            auto cost = piece_cost(network, piece, objective);
            if (objective == Objective::Time && !backward) cost += boarding_wait(network, line);
            if (orientation == Orientation::Inward) std::swap(from, to);
            visit(from, Arc{to, way_of(piece, backward), cost});
        }
    }
}

}  // namespace

RoadGraph build_graph(const RoadNetwork& network, Objective objective, Orientation orientation) {
    RoadGraph graph;
    graph.first_arc.assign(network.node_count() + 1, 0);
    for_each_arc(network, objective, orientation, [&](std::uint32_t node, const Arc&) { ++graph.first_arc[node + 1]; });
    std::inclusive_scan(graph.first_arc.begin(), graph.first_arc.end(), graph.first_arc.begin());
    graph.arcs.resize(graph.first_arc.back());
    std::vector<std::uint32_t> next(graph.first_arc.begin(), graph.first_arc.end() - 1);
    for_each_arc(network, objective, orientation,
                 [&](std::uint32_t node, const Arc& arc) { graph.arcs[next[node]++] = arc; });
    return graph;
}

}  // namespace desakota::network
