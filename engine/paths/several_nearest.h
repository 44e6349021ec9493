#pragma once

#include <cstdint>
#include <vector>

#include "engine/geo/nearest_points.h"
#include "engine/paths/nearest.h"

namespace desakota::paths {

/// Where ways may lead: places, and the destination to which each belongs (a destination may have several places).
struct DestinationPlaces {
    std::vector<geo::GridPoint> places;
    std::vector<std::uint32_t> destinations;  ///< the number of each place's destination
};

/// A destination that is reached, and the least that a way to it costs (millimetres or milliseconds, legs included).
struct ReachedDestination {
    std::uint32_t destination = 0;
    std::int64_t cost = 0;
    auto operator<=>(const ReachedDestination&) const = default;
};

struct SeveralOptions {
    NearestOptions nearest;
    std::uint32_t count = 1;  ///< how many destinations are wanted; 1 at least
};

/// The destinations that are nearest to any place, each at the least cost that Nearest would find with that
/// destination alone. Built once (one search backwards in which every node keeps its `count` nearest destinations),
/// then asked by any number of threads. Memory: 16 bytes a node and destination wanted.
class SeveralNearest {
public:
    /// `network` must outlive this.
    SeveralNearest(const network::RoadNetwork& network, DestinationPlaces destinations, const SeveralOptions& options,
                   const core::Parallel& parallel, core::Progress& progress);

    /// `count` destinations at most, by cost, then number; those beyond the cutoff are left out.
    [[nodiscard]] std::vector<ReachedDestination> from(const geo::GridPoint& place) const;
    /// Why a place reaches none; to be asked only where `from` found none.
    [[nodiscard]] WayStatus status_without(const geo::GridPoint& place) const;

private:
    /// By node, the nearest destinations known, best first.
    struct Known {
        std::vector<ReachedDestination> all;  ///< `count` places a node
        std::vector<std::uint8_t> sizes;
    };
    class Ranking;
    class Search;
    void walk_directly(const geo::GridPoint& place, Ranking& ranking) const;
    void walk_across_roads(const geo::GridPoint& place, Ranking& ranking) const;
    void try_leg(const network::AccessLeg& leg, Ranking& ranking) const;
    [[nodiscard]] std::int64_t least_cost(std::uint32_t node) const;
    void bound_chunks(const core::Parallel& parallel, core::Progress& progress);

    const network::RoadNetwork& network_;
    DestinationPlaces destinations_;
    SeveralOptions options_;
    Exits exits_;
    Known known_;
    geo::NearestPoints straight_;
    network::AccessLegs entries_;
    std::vector<std::int64_t> chunk_bound_;
    std::vector<bool> holds_destination_;
};

}  // namespace desakota::paths
