#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <span>
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
/// What a leg costs at least whose length a geo::LocalFrame round one of its ends gives, within 60 degrees of latitude.
[[nodiscard]] std::int64_t least_leg_cost(const AccessOptions& options, double frame_metres);

/// Legs that need not be found.
struct LegsWanted {
    double longest = std::numeric_limits<double>::infinity();  ///< metres, straight
    /// Asked of a leg before it is measured: `cost` is what it costs at least, `straight` is not known yet.
    std::function<bool(const AccessLeg&)> may_pay = nullptr;
};

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

    /// Appends the legs of one chunk of the network's index that are within reach of `place`, apart from some that are
    /// not wanted.
    void of_chunk(const geo::GridPoint& place, const geo::LocalFrame& frame, std::uint32_t chunk,
                  std::vector<AccessLeg>& legs, const LegsWanted& wanted = {}) const;
    /// To be called before each of many calls of `of_chunk`, the i-th of `count`: fetches what the next ones need into
    /// the cache. `chunk_at(i)`: the chunk of the i-th call.
    template <class ChunkAt>
    void fetch_ahead(std::size_t i, std::size_t count, const ChunkAt& chunk_at) const {
        if (i + 3 < count) fetch_chunk(chunk_at(i + 3));
        if (i + 2 < count) fetch_line(chunk_at(i + 2));
        if (i + 1 < count) fetch_cuts(chunk_at(i + 1));
    }
    /// All legs of a place, by line and position.
    [[nodiscard]] std::vector<AccessLeg> of(const geo::GridPoint& place) const;

    /// The leg between `place` and the share `t` of a segment; nothing where it is longer than the limit.
    [[nodiscard]] std::optional<AccessLeg> at(const geo::GridPoint& place, std::uint32_t line, std::uint32_t segment,
                                              double t) const;
    /// Whether legs may lead onto a line at any of its points.
    [[nodiscard]] bool may_enter_anywhere(std::uint32_t line) const { return may_enter(line) && !only_at_ends(line); }

    [[nodiscard]] const AccessOptions& options() const { return options_; }

private:
    void fetch_chunk(std::uint32_t chunk) const { __builtin_prefetch(&network_.index.chunks[chunk]); }
    void fetch_line(std::uint32_t chunk) const;
    void fetch_cuts(std::uint32_t chunk) const;

    struct FromPlace;
    struct OnSegment;
    [[nodiscard]] bool may_enter(std::uint32_t line) const;
    [[nodiscard]] bool only_at_ends(std::uint32_t line) const;
    [[nodiscard]] double offset_factor(std::uint32_t line) const;
    [[nodiscard]] std::optional<OnSegment> segment_near(const FromPlace& from, std::uint32_t line,
                                                        std::uint32_t segment) const;
    [[nodiscard]] bool leans_forward(Heading heading) const {
        return (heading == Heading::Along) == (use_ == LegUse::Entry);
    }
    [[nodiscard]] double best_share(const OnSegment& on, Heading heading) const;
    void toward(std::span<const std::optional<OnSegment>> segments, Heading heading,
                std::vector<AccessLeg>& legs) const;
    void at_cuts(const FromPlace& from, const Chunk& chunk, std::vector<AccessLeg>& legs) const;
    [[nodiscard]] double true_reach(const OnSegment& on, double sense) const;
    void add(const OnSegment& on, Heading heading, double t, std::vector<AccessLeg>& legs) const;
    [[nodiscard]] AccessLeg unmeasured(std::uint32_t line, std::uint32_t segment, double t) const;
    [[nodiscard]] bool may_pay(const FromPlace& from, AccessLeg leg, double frame_metres) const;
    [[nodiscard]] std::int64_t boarding(std::uint32_t line) const;
    [[nodiscard]] std::optional<AccessLeg> measured(const geo::GridPoint& place, AccessLeg leg,
                                                    const geo::GridPoint& point) const;

    const RoadNetwork& network_;
    AccessOptions options_;
    LegUse use_;
};

}  // namespace desakota::network
