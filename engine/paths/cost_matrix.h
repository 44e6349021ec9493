#pragma once

#include <cstdint>
#include <functional>
#include <span>

#include "engine/core/cost_matrix.h"
#include "engine/paths/nearest.h"

namespace desakota::paths {

/// From where to where costs are asked for. What it refers to must outlive it.
struct CostQuestion {
    const network::RoadNetwork& network;
    std::span<const geo::GridPoint> places;
    std::span<const geo::GridPoint> destinations;
    NearestOptions options;
};

/// The least cost from every place (row) to every destination (column), each as Nearest finds it with that destination
/// alone; core::kUnreachable where there is no way or it costs more than the cutoff. The result does not depend on the
/// number of threads.
///
/// Memory: 8 bytes a place and destination, 128 bytes a thread and node that is needed (a gigabyte in all at most).
[[nodiscard]] core::CostMatrix cost_matrix(const CostQuestion& question, const core::Parallel& parallel,
                                           core::Progress& progress);

/// The destination that a place chose, and what it costs to get there.
struct Choice {
    std::uint32_t destination = network::kNone;  ///< column of the matrix; kNone: the place is left out
    std::int64_t cost = core::kUnreachable;      ///< as in the matrix
};

/// Calls `visit(nearest, places)` once for every destination that was chosen, with the places (rows) that chose it;
/// `nearest` has that destination alone, as number 0, and finds the ways of these places. Calls come from several
/// threads at once, in any order. `choices` has one for each place.
void visit_chosen_ways(const CostQuestion& question, std::span<const Choice> choices, const core::Parallel& parallel,
                       core::Progress& progress,
                       const std::function<void(const Nearest& nearest, std::span<const std::uint32_t> places)>& visit);

}  // namespace desakota::paths
