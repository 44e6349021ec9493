#pragma once

#include <vector>

#include "engine/network/findings.h"

namespace desakota::network {

/// Gaps up to this wide are within what digitising leaves: half a millimetre on a map of 1:50,000. Wider ones are roads
/// that are not there.
inline constexpr double kWidestDataFault = 25.0;  // metres

/// Where a road more might connect what is apart, or shorten a long way round: as findings of kind NearMiss, with the
/// two places and the metres between them, sorted by place. Within the widest gap (and beyond the tolerance that joins
/// already):
///
///   * the dead ends of two passable roads between which no way shorter than kNearbyFactor times the gap, or kNearby
///     metres, leads;
///   * a dead end and the nearest place of each other component;
///   * the places where a component is nearest to the longest one.
struct LinkSearch {
    double metres = 0.0;                   ///< the widest gap
    NetworkOptions options;                ///< with which the network was built
    const std::vector<Finding>& findings;  ///< all that find_findings tells
};
[[nodiscard]] std::vector<Finding> find_missing_links(const RoadNetwork& network, const LinkSearch& search,
                                                      const core::Parallel& parallel, core::Progress& progress);

}  // namespace desakota::network
