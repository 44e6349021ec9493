#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/paths/nearest.h"

namespace desakota::paths {

/// A piece of a road, river or ferry, and the places that would lose their way within the limit if it were closed: not
/// travelled, not entered and not left.
struct Closure {
    std::uint32_t piece = 0;
    std::vector<std::uint32_t> places;  ///< in order; never empty
};

/// Every piece (joins of cleaning aside) whose closing alone would make the nearest destination of any of `places`
/// dearer than `limit`, or cut it off; by piece. Exact: what is no longer the best way is searched anew, for each piece
/// only behind it. Who merely crosses a road on foot does not need it. The result does not depend on the number of
/// threads.
///
/// Memory: 16 bytes a node, and 12 more a thread and node; the legs of all places.
[[nodiscard]] std::vector<Closure> find_closures(const Nearest& nearest, std::span<const geo::GridPoint> places,
                                                 std::int64_t limit, const core::Parallel& parallel,
                                                 core::Progress& progress);

}  // namespace desakota::paths
