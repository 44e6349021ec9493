#include "engine/network/road_graph.h"

#include <numeric>
#include <utility>

namespace desakota::network {

bool may_travel(const RoadNetwork& network, std::uint32_t line, bool backward) {
    if (!network.rule_of(line).passable) return false;
    const auto direction = network.lines.attributes[line].direction;
    return direction == Direction::Both || (direction == Direction::Backward) == backward;
}

namespace {

/// The arc of a piece travelled one way, and the node under which it is listed.
struct ListedArc {
    std::uint32_t node = 0;
    Arc arc;
};

ListedArc arc_of(const RoadNetwork& network, std::uint32_t way, Objective objective, Orientation orientation) {
    const auto piece = piece_of(way);
    const bool backward = is_backward(way);
    auto from = network.cut_node[piece + (backward ? 1 : 0)];
    auto to = network.cut_node[piece + (backward ? 0 : 1)];
    auto cost = piece_cost(network, piece, objective);
    if (objective == Objective::Time && !backward) cost += boarding_wait(network, network.cut_line[piece]);
    if (orientation == Orientation::Inward) std::swap(from, to);
    return {from, {to, way, cost}};
}

/// Calls `visit(way)` for every way a piece may be travelled.
template <class Visitor>
void for_each_way(const RoadNetwork& network, core::LoopSteps steps, Visitor&& visit) {
    for (std::uint32_t piece = 0; piece < network.cut_count(); ++piece) {
        steps.at(piece);
        if (!network.is_piece(piece)) continue;
        for (const bool backward : {false, true}) {
            if (may_travel(network, network.cut_line[piece], backward)) visit(way_of(piece, backward));
        }
    }
}

}  // namespace

RoadGraph build_graph(const RoadNetwork& network, Objective objective, Orientation orientation,
                      core::Progress& progress) {
    RoadGraph graph;
    graph.first_arc.assign(network.node_count() + 1, 0);
    for_each_way(network, {progress, 0.0, 0.3, network.cut_count()}, [&](std::uint32_t way) {
        const bool at_start = is_backward(way) == (orientation == Orientation::Inward);
        ++graph.first_arc[network.cut_node[piece_of(way) + (at_start ? 0 : 1)] + 1];
    });
    std::inclusive_scan(graph.first_arc.begin(), graph.first_arc.end(), graph.first_arc.begin());
    graph.arcs.resize(graph.first_arc.back());
    std::vector<std::uint32_t> next(graph.first_arc.begin(), graph.first_arc.end() - 1);
    for_each_way(network, {progress, 0.3, 1.0, network.cut_count()}, [&](std::uint32_t way) {
        const auto listed = arc_of(network, way, objective, orientation);
        graph.arcs[next[listed.node]++] = listed.arc;
    });
    return graph;
}

}  // namespace desakota::network
