#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/network/road_graph.h"
#include "engine/paths/nearest.h"

namespace desakota::paths {

/// The same question as Nearest answers, answered the plain way: one search forwards from each place (Dijkstra 1959)
/// over the whole uncontracted network, every entry and every exit tried. Slow on purpose, to check the other; only
/// the possible legs (network::AccessLegs) and the arcs are the same.
class PlainSearch {
public:
    /// `network` must outlive this.
    PlainSearch(const network::RoadNetwork& network, std::span<const geo::GridPoint> destinations,
                const NearestOptions& options, core::Progress& progress);

    /// The least cost from `place` to any destination; nothing where there is no way within the cutoff.
    [[nodiscard]] std::optional<std::int64_t> cost_from(const geo::GridPoint& place, core::Progress& progress) const;

private:
    [[nodiscard]] std::int64_t direct_walk(const geo::GridPoint& place) const;
    [[nodiscard]] std::int64_t along_one_piece(const std::vector<network::AccessLeg>& entries) const;
    [[nodiscard]] std::vector<std::int64_t> node_costs(const std::vector<network::AccessLeg>& entries,
                                                       core::Progress& progress) const;

    const network::RoadNetwork& network_;
    std::vector<geo::GridPoint> destinations_;
    NearestOptions options_;
    network::RoadGraph graph_;
    network::AccessLegs entries_;
    std::vector<network::AccessLeg> exits_;  ///< of all destinations, by piece
};

/// What a recomputation found.
struct Verification {
    std::size_t places = 0;
    /// In the unit of the objective (mm or ms); core::kUnreachable where only one of the two found a way.
    std::int64_t largest_difference = 0;
};

/// Recomputes `count` of the places, evenly spaced in their order (all where there are no more), and compares.
[[nodiscard]] Verification verify(const Nearest& nearest, std::span<const geo::GridPoint> places, std::size_t count,
                                  core::Progress& progress);

}  // namespace desakota::paths
