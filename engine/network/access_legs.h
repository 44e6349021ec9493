#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "engine/geo/measure.h"
#include "engine/network/road_network.h"

namespace desakota::network {

/// How far and how a place may be from the network.
struct AccessOptions {
    double max_access = 2000.0;    ///< metres, straight
    double off_road_factor = 1.3;  ///< walked metres for each straight one
    double walking_kmh = kWalkingKmh;
    Objective objective = Objective::Distance;
};

/// Whether a leg leads onto the network (from a settlement) or off it (to a destination).
enum class LegUse : std::uint8_t { Entry, Exit };

/// How travel goes on from an entry, or came to an exit: along the line's points, against them, or through the node of
/// a cut, whichever way.
enum class Heading : std::uint8_t { Along, Against, AtNode };

/// One way to get onto or off the network: a straight leg between a place and a point of a line.
struct AccessLeg {
    std::uint32_t line = 0;
    std::uint32_t segment = 0;
    std::uint32_t cut = 0;  ///< AtNode: the cut; otherwise the piece on which the point lies
    Heading heading = Heading::AtNode;
    double metres = 0.0;    ///< of the point along the line
    double straight = 0.0;  ///< geodesic length of the leg in metres, without the off-road factor
    std::int64_t at = 0;    ///< cost from the line's start to the point
    std::int64_t cost = 0;  ///< of the leg: walking, and boarding where it leads onto a river or ferry
};

/// What walking a straight leg costs: whole millimetres or milliseconds, the off-road factor included.
[[nodiscard]] std::int64_t leg_cost(const AccessOptions& options, double straight_metres);

/// All legs worth taking between `place` and the pieces of lines within `max_access`: for every segment, in each
/// permitted direction, the point at which leg + travel is least; and every cut.
///
///   * The best point lies h r / sqrt(a^2 - r^2) beyond the foot of the perpendicular h, with a the leg's and r the
///     road's cost a metre (Snell's law at the road); where a <= r, and where it lies beyond the segment or the reach,
///     at the end of what may be used. It does not depend on cuts, and a vertex inserted into a segment changes
///     nothing.
///   * No leg leads onto railways, controlled-access roads, impassable ways, or a bridge or tunnel in mid-span; ferries
///     are entered at their ends only, rivers at landings only where there are landings.
///   * No leg crosses a barrier. Where there are barriers, the ends of the segment and the foot are taken as well, for
///     the best point may be hidden.
///   * `straight` may exceed max_access by 2 cm, for roundings.
class AccessLegs {
public:
    AccessLegs(const RoadNetwork& network, const AccessOptions& options, LegUse use);

    /// Appends the legs of one chunk of the network's index that are within reach of `place`. Legs longer than
    /// `wanted_m` (metres, straight) may be left out.
    void of_chunk(const geo::GridPoint& place, const geo::LocalFrame& frame, std::uint32_t chunk,
                  std::vector<AccessLeg>& legs, double wanted_m = std::numeric_limits<double>::infinity()) const;
    /// All legs of a place, by line and position.
    [[nodiscard]] std::vector<AccessLeg> of(const geo::GridPoint& place) const;

    /// The leg between `place` and the share `t` of a segment; nothing where it is longer than the limit.
    [[nodiscard]] std::optional<AccessLeg> at(const geo::GridPoint& place, std::uint32_t line, std::uint32_t segment,
                                              double t) const;
    /// Whether legs may lead onto a line at any of its points.
    [[nodiscard]] bool may_enter_anywhere(std::uint32_t line) const { return may_enter(line) && !only_at_ends(line); }

    [[nodiscard]] const AccessOptions& options() const { return options_; }

private:
    struct OnSegment;
    [[nodiscard]] bool may_enter(std::uint32_t line) const;
    [[nodiscard]] bool only_at_ends(std::uint32_t line) const;
    [[nodiscard]] double offset_factor(std::uint32_t line) const;
    void on_segment(const OnSegment& on, std::vector<AccessLeg>& legs) const;
    void toward(const OnSegment& on, Heading heading, std::vector<AccessLeg>& legs) const;
    void at_cuts(const geo::GridPoint& place, const geo::LocalFrame& frame, const Chunk& chunk, double limit_m,
                 std::vector<AccessLeg>& legs) const;
    [[nodiscard]] double true_reach(const OnSegment& on, double sense) const;
    void add(const OnSegment& on, Heading heading, double t, std::vector<AccessLeg>& legs) const;
    [[nodiscard]] std::optional<AccessLeg> measured(const geo::GridPoint& place, AccessLeg leg,
                                                    const geo::GridPoint& point) const;

    const RoadNetwork& network_;
    AccessOptions options_;
    LegUse use_;
};

}  // namespace desakota::network
