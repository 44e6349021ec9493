#include "engine/network/road_graph.h"

#include <numeric>

namespace desakota::network {

bool may_travel(const RoadNetwork& network, std::uint32_t line, bool backward) {
    if (!network.rule_of(line).passable) return false;
    const auto direction = network.lines.attributes[line].direction;
    return direction == Direction::Both || (direction == Direction::Backward) == backward;
}

namespace {

/// What may be travelled of a piece.
struct Directions {
    bool along = false;
    bool against = false;
};

Directions directions_of(const RoadNetwork& network, std::uint32_t piece) {
    const auto line = network.cut_line[piece];
    return {may_travel(network, line, false), may_travel(network, line, true)};
}

/// Calls `visit(piece, directions)` for every piece.
template <class Visitor>
void for_each_piece(const RoadNetwork& network, core::LoopSteps steps, Visitor&& visit) {
    for (std::uint32_t piece = 0; piece < network.cut_count(); ++piece) {
        steps.at(piece);
        if (network.is_piece(piece)) visit(piece, directions_of(network, piece));
    }
}

}  // namespace

RoadGraph build_graph(const RoadNetwork& network, Objective objective, Orientation orientation,
                      core::Progress& progress) {
    RoadGraph graph;
    graph.first_arc.assign(network.node_count() + 1, 0);
    // An arc along a piece is listed under its start, or, inward, under its end; one against it the other way round.
    const std::uint32_t listed = orientation == Orientation::Outward ? 0 : 1;
    const auto node_of = [&](std::uint32_t piece, bool backward) {
        return network.cut_node[piece + (backward ? 1 - listed : listed)];
    };
    for_each_piece(network, {progress, 0.0, 0.3, network.cut_count()}, [&](std::uint32_t piece, Directions may) {
        if (may.along) ++graph.first_arc[node_of(piece, false) + 1];
        if (may.against) ++graph.first_arc[node_of(piece, true) + 1];
    });
    std::inclusive_scan(graph.first_arc.begin(), graph.first_arc.end(), graph.first_arc.begin());
    graph.arcs.resize(graph.first_arc.back());
    std::vector<std::uint32_t> next(graph.first_arc.begin(), graph.first_arc.end() - 1);
    for_each_piece(network, {progress, 0.3, 1.0, network.cut_count()}, [&](std::uint32_t piece, Directions may) {
        const auto cost = piece_cost(network, piece, objective);
        const auto put = [&](bool backward, std::int64_t with_wait) {
            const auto other = node_of(piece, !backward);
            graph.arcs[next[node_of(piece, backward)]++] = {other, way_of(piece, backward), with_wait};
        };
        const auto wait = objective == Objective::Time ? boarding_wait(network, network.cut_line[piece]) : 0;
        if (may.along) put(false, cost + wait);
        if (may.against) put(true, cost);
    });
    return graph;
}

}  // namespace desakota::network
