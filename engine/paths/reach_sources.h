#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "engine/paths/nearest.h"

namespace desakota::paths {

/// A straight stretch (or a single place, where both ends are one) from whose points a destination is reached at a
/// known cost: places round it reach the destination by a leg to one of its points. Between its ends the cost grows
/// or falls evenly.
struct ReachSource {
    geo::GridPoint from;
    geo::GridPoint to;
    double at_from = 0.0;  ///< cost, in millimetres or milliseconds
    double at_to = 0.0;
    std::uint32_t destination = 0;

    [[nodiscard]] double least() const { return at_from < at_to ? at_from : at_to; }
};

/// All sources that make a way cost at most `limit`, so that a place's least cost (Nearest::way_from) is the least of
/// leg + cost over all points of all sources within the access limit of it:
///
///   * the destinations themselves, for the direct walk;
///   * roads, segment by segment, in each direction that may be travelled, between the exits on them;
///   * the ends of what is entered at its ends only, and of one-way roads;
///   * for destinations beyond the access limit, roads at which two legs meet (walk_across.h), their cost, which is no
///     straight function of the place, in stretches on which a straight one is at most 1 m too much.
/// The network must have no barriers.
[[nodiscard]] std::vector<ReachSource> reach_sources(const Nearest& nearest, std::int64_t limit,
                                                     core::Progress& progress);

/// A flat frame as geo::LocalFrame, whose scale may be that of a place some kilometres off.
struct ScaledFrame {
    geo::GridPoint origin;
    geo::Point scale;  ///< metres for each grid unit

    [[nodiscard]] geo::Point to_metres(const geo::GridPoint& point) const {
        return {static_cast<double>(point.x - origin.x) * scale.x, static_cast<double>(point.y - origin.y) * scale.y};
    }
};

/// What a way costs from the origin of a frame over a source, by the best point within reach of it.
struct CostOver {
    double cost = std::numeric_limits<double>::infinity();  ///< infinite where no point is within reach
    double metres = 0.0;                                    ///< length of the leg
};
/// `leg`: cost of a metre of leg; `max_access`: metres.
[[nodiscard]] CostOver cost_over(const ReachSource& source, const ScaledFrame& frame, double leg, double max_access);

}  // namespace desakota::paths
