#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/network/road_graph.h"
#include "engine/paths/nearest.h"

namespace desakota::paths {

/// The same question as Nearest answers, answered the plain way: one search forwards from each place (Dijkstra 1959)
/// over the uncontracted network, every entry tried and every exit that may still cost less. Slow on purpose, to check
/// the other; only the possible legs (network::AccessLegs) and the arcs are the same.
class PlainSearch {
public:
    /// `network` must outlive this.
    PlainSearch(const network::RoadNetwork& network, std::span<const geo::GridPoint> destinations,
                const NearestOptions& options, core::Progress& progress);

    /// The least cost from `place` to any destination; nothing where there is no way within the cutoff.
    [[nodiscard]] std::optional<std::int64_t> cost_from(const geo::GridPoint& place, core::Progress& progress);

private:
    /// Straight to a destination, or with one bend on a road.
    [[nodiscard]] std::int64_t walk(const geo::GridPoint& place) const;
    [[nodiscard]] std::int64_t along_one_piece(const std::vector<network::AccessLeg>& entries) const;
    /// `best`, or what a way through a node costs, if that is less.
    [[nodiscard]] std::int64_t through_nodes(const std::vector<network::AccessLeg>& entries, std::int64_t best,
                                             core::Progress& progress);

    const network::RoadNetwork& network_;
    std::vector<geo::GridPoint> destinations_;
    NearestOptions options_;
    network::RoadGraph graph_;
    network::AccessLegs entries_;
    std::vector<network::AccessLeg> exits_;  ///< of all destinations, by piece
    std::vector<std::int64_t> cost_off_;     ///< from each node to a destination without passing another node
    std::vector<std::int64_t> cost_to_;      ///< of each node, during a search; core::kUnreachable between searches
};

/// `count` of the numbers 0 .. size - 1, evenly spaced; all where there are no more.
[[nodiscard]] std::vector<std::size_t> evenly_spaced(std::size_t count, std::size_t size);

/// The largest difference between the costs that both ways of computing find for `places`, in the unit of the objective
/// (mm or ms); core::kUnreachable where only one of the two found a way.
[[nodiscard]] std::int64_t largest_difference(const Nearest& nearest, std::span<const geo::GridPoint> places,
                                              core::Progress& progress);

}  // namespace desakota::paths
