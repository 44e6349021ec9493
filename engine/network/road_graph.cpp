#include "engine/network/road_graph.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "engine/core/shared_counter.h"

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

/// Lists the arcs of a network node by node: counted, put down, and each node's few sorted.
class GraphBuilder {
public:
    GraphBuilder(const RoadNetwork& network, Objective objective, Orientation orientation,
                 const core::Parallel& parallel)
        : network_(network),
          objective_(objective),
          listed_(orientation == Orientation::Outward ? 0 : 1),
          parallel_{.threads = parallel.threads, .grain = 1 << 14} {}

    RoadGraph build(core::Progress& progress) {
        core::Stage counting(progress, 0.0, 0.3);
        count(counting);
        core::Stage placing(progress, 0.3, 0.8);
        put_down(placing);
        core::Stage sorting(progress, 0.8, 1.0);
        sort(sorting);
        return std::move(graph_);
    }

private:
    /// An arc along a piece is listed under its start, or, inward, under its end; one against it the other way round.
    [[nodiscard]] std::uint32_t node_of(std::uint32_t piece, bool backward) const {
        return network_.cut_node[piece + (backward ? 1 - listed_ : listed_)];
    }

    /// Calls `visit(piece, directions)` for every piece, several at a time.
    template <class Visitor>
    void for_each_piece(core::Progress& progress, const Visitor& visit) const {
        core::parallel_for(network_.cut_count(), parallel_, progress, [&](std::size_t begin, std::size_t end) {
            for (auto piece = static_cast<std::uint32_t>(begin); piece < end; ++piece) {
                if (network_.is_piece(piece)) visit(piece, directions_of(network_, piece));
            }
        });
    }

    void count(core::Progress& progress) {
        auto& first = graph_.first_arc;
        first.assign(network_.node_count() + 1, 0);
        for_each_piece(progress, [&](std::uint32_t piece, Directions may) {
            if (may.along) core::count_one(first[node_of(piece, false) + 1]);
            if (may.against) core::count_one(first[node_of(piece, true) + 1]);
        });
        std::inclusive_scan(first.begin(), first.end(), first.begin());
    }

    void put_down(core::Progress& progress) {
        graph_.arcs.resize(graph_.first_arc.back());
        std::vector<std::uint32_t> next(graph_.first_arc.begin(), graph_.first_arc.end() - 1);
        for_each_piece(progress, [&](std::uint32_t piece, Directions may) {
            const auto cost = piece_cost(network_, piece, objective_);
            const auto put = [&](bool backward, std::int64_t with_wait) {
                const auto place = core::count_one(next[node_of(piece, backward)]);
                graph_.arcs[place] = {node_of(piece, !backward), way_of(piece, backward), with_wait};
            };
            const auto wait = objective_ == Objective::Time ? boarding_wait(network_, network_.cut_line[piece]) : 0;
            if (may.along) put(false, cost + wait);
            if (may.against) put(true, cost);
        });
    }

    void sort(core::Progress& progress) {
        core::parallel_for(network_.node_count(), parallel_, progress, [this](std::size_t begin, std::size_t end) {
            for (auto node = begin; node < end; ++node) {
                const auto arcs =
                    std::span(graph_.arcs)
                        .subspan(graph_.first_arc[node], graph_.first_arc[node + 1] - graph_.first_arc[node]);
                std::ranges::sort(arcs, {}, &Arc::way);
            }
        });
    }

    const RoadNetwork& network_;
    Objective objective_;
    std::uint32_t listed_;
    core::Parallel parallel_;
    RoadGraph graph_;
};

}  // namespace

RoadGraph build_graph(const RoadNetwork& network, Objective objective, Orientation orientation,
                      const core::Parallel& parallel, core::Progress& progress) {
    return GraphBuilder(network, objective, orientation, parallel).build(progress);
}

}  // namespace desakota::network
