#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/geo/nearest_points.h"
#include "engine/paths/cost_field.h"
#include "engine/paths/near_chunks.h"
#include "engine/paths/unreached.h"

namespace desakota::paths {

/// How a way uses the network.
enum class Course : std::uint8_t {
    Direct,        ///< not at all: a straight walk
    OnPiece,       ///< from the entry along one piece (or not even that) to the exit, without passing a node
    ThroughNodes,  ///< through a node at least
};

/// The way from one place to the destination that costs least.
struct Way {
    WayStatus status = WayStatus::NoRoadInReach;
    std::uint32_t destination = network::kNone;  ///< index into the destinations; kNone unless reached
    std::int64_t cost = core::kUnreachable;      ///< millimetres or milliseconds, legs included
    Course course = Course::ThroughNodes;
    network::AccessLeg entry;  ///< where reached; for a direct walk only `straight` and `cost` hold
    network::AccessLeg exit;   ///< Course::OnPiece only; otherwise the field leads to it (see trace.h)
    /// The components that the place can enter, in order; empty unless NotConnected.
    std::vector<std::uint32_t> components;
};

/// A way held against a limit.
enum class Reach : std::uint8_t {
    Within,
    Beyond,       ///< reached at a higher cost, or beyond the cutoff
    Unconnected,  ///< not connected, or no road in reach
};

struct NearestOptions {
    network::AccessOptions access;
    std::int64_t cutoff = core::kUnreachable;  ///< in the unit of the objective; ways that cost more are beyond it
};

/// The least-cost way from any place to the nearest of a set of destinations, over all points of the network within
/// the access limit of either. Built once (one search backwards from all destinations), then asked by any number of
/// threads; the answer for a place depends on that place alone.
class Nearest {
public:
    /// `network` must outlive this. Destinations are told apart by their index; of equally dear ones the first is
    /// taken.
    Nearest(const network::RoadNetwork& network, std::vector<geo::GridPoint> destinations,
            const NearestOptions& options, const core::Parallel& parallel, core::Progress& progress);

    /// One of many (nearby_searches.h). Ways that cost more than `limit` may be missed; those that cost as much or less
    /// are found as ever.
    struct Shared {
        const network::RoadGraph& inward;  ///< network::Orientation::Inward, in the unit of the options
        bool has_times = false;            ///< network::has_times
        std::int64_t limit = core::kUnreachable;
    };
    /// Searches in a field without any way, which `give_back` returns as it was.
    Nearest(const network::RoadNetwork& network, std::vector<geo::GridPoint> destinations,
            const NearestOptions& options, const Shared& shared, CostField field);
    [[nodiscard]] CostField give_back() &&;

    [[nodiscard]] Way way_from(const geo::GridPoint& place) const;
    /// Fetches into the cache some of what `way_from` will need for a place that is asked about soon.
    void fetch_ahead(const geo::GridPoint& place) const;

    /// Whether the way from a place costs at most `limit`. What `way_from` says, some times as fast.
    [[nodiscard]] Reach reach_of(const geo::GridPoint& place, std::int64_t limit) const;

    [[nodiscard]] const CostField& field() const { return field_; }
    [[nodiscard]] const Exits& exits() const { return exits_; }
    [[nodiscard]] const network::RoadNetwork& network() const { return network_; }
    [[nodiscard]] const std::vector<geo::GridPoint>& destinations() const { return destinations_; }
    [[nodiscard]] const NearestOptions& options() const { return options_; }
    /// Whether times are known for every way (network::has_times).
    [[nodiscard]] bool has_times() const { return has_times_; }
    /// Whether a component of the network holds a destination (an exit leads off it).
    [[nodiscard]] const std::vector<bool>& holds_destination() const { return holds_destination_; }

private:
    struct Best;
    [[nodiscard]] std::vector<NearChunk> near_chunks(const geo::LocalFrame& frame, std::int64_t limit) const;
    [[nodiscard]] std::vector<NearChunk> farther_chunks(const geo::LocalFrame& frame, const geo::GridBox& tried,
                                                        std::int64_t limit) const;
    void try_chunks(const geo::GridPoint& place, const geo::LocalFrame& frame, Best& best) const;
    void try_chunk(const geo::GridPoint& place, const geo::LocalFrame& frame, std::uint32_t chunk, Best& best) const;
    [[nodiscard]] double longest_leg(std::uint32_t chunk, const Best& best) const;
    [[nodiscard]] bool may_better(const network::AccessLeg& leg, const Best& best) const;
    void try_nearest_chunk(const geo::GridPoint& place, const geo::LocalFrame& frame, double reach, Best& best) const;
    [[nodiscard]] std::int64_t chunk_bound(std::uint32_t chunk) const {
        return chunk_bound_.empty() ? bound_of(network_.index.chunks[chunk]) : chunk_bound_[chunk];
    }
    void bound_chunks(const core::Parallel& parallel, core::Progress& progress);
    void bound_cells(const core::Parallel& parallel, core::Progress& progress);
    [[nodiscard]] std::int64_t bound_of(const network::Chunk& chunk) const;
    void walk_directly(const geo::GridPoint& place, Best& best) const;
    void walk_across_roads(const geo::GridPoint& place, Best& best) const;
    void try_leg(const network::AccessLeg& leg, Best& best) const;
    void try_exits(const network::AccessLeg& leg, Best& best) const;
    [[nodiscard]] Way without_way(const geo::GridPoint& place) const;

    const network::RoadNetwork& network_;
    std::vector<geo::GridPoint> destinations_;
    NearestOptions options_;
    bool has_times_ = false;
    Exits exits_;
    CostField field_;
    geo::NearestPoints straight_;
    network::AccessLegs entries_;
    /// No way through a chunk of the index costs less from the road on. Empty where bounds are found when asked for.
    core::UnfilledVector<std::int64_t> chunk_bound_;
    /// The least of the chunks that a cell of the index lists.
    core::UnfilledVector<std::int64_t> cell_bound_;
    std::vector<bool> holds_destination_;
    std::vector<std::uint32_t> reached_;  ///< nodes that have a way in a field to be given back
};

}  // namespace desakota::paths
