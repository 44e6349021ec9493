#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "engine/paths/column_search.h"
#include "engine/paths/cost_matrix.h"
#include "engine/paths/exits.h"

namespace desakota::paths {

/// A place on a piece of an input line.
struct RoadPlace {
    std::uint32_t piece = 0;
    double metres = 0.0;  ///< along the piece's line; between the piece's cuts
};

/// Costs from the two ends of a piece (its nodes) to one destination; core::kUnreachable where there is no way.
struct EndCosts {
    std::int64_t start = core::kUnreachable;
    std::int64_t end = core::kUnreachable;
};

/// What it costs to get from places on roads to destinations: along the network until the destination's exit, or on
/// foot straight from the piece at which such an exit lies. Who stands on a road does not first walk to another one. At
/// the ends of a piece only what may be travelled on the piece itself counts, so that a one-way road is followed to its
/// end.
class RoadCosts {
public:
    /// `question.places` are not looked at. Times need a network that has them (network::has_times).
    RoadCosts(const CostQuestion& question, const core::Parallel& parallel, core::Progress& progress);

    /// The least cost from a place, given the costs at the ends of its piece; core::kUnreachable where there is no way
    /// or it costs more than the cutoff.
    [[nodiscard]] std::int64_t cost(const RoadPlace& place, std::uint32_t destination, const EndCosts& ends) const;

    /// The exits that lie on a piece between its cuts.
    [[nodiscard]] std::span<const Exit> exits_of(std::uint32_t piece) const { return exits_.of_piece(piece); }

    /// Some destinations whose costs are known at once.
    class Batch {
    public:
        Batch(const RoadCosts& costs, std::span<const std::uint32_t> destinations,
              std::span<const ColumnSearch> searches)
            : costs_(costs), destinations_(destinations), searches_(searches) {}

        /// Indices of the destinations.
        [[nodiscard]] std::span<const std::uint32_t> destinations() const { return destinations_; }
        /// Costs of the `column`-th of them at the ends of a piece.
        [[nodiscard]] EndCosts at_ends(std::uint32_t piece, std::size_t column) const;

    private:
        const RoadCosts& costs_;
        std::span<const std::uint32_t> destinations_;
        std::span<const ColumnSearch> searches_;
    };

    /// Calls `visit(batch, progress)` for all destinations named, some at a time and in order, by the calling thread.
    /// Memory: 128 bytes a thread and node.
    void visit(std::span<const std::uint32_t> destinations, const core::Parallel& parallel, core::Progress& progress,
               const std::function<void(const Batch& batch, core::Progress& progress)>& visit) const;

private:
    [[nodiscard]] std::int64_t by_exits(const RoadPlace& place, std::uint32_t destination, std::int64_t at) const;
    [[nodiscard]] std::int64_t on_foot(const RoadPlace& place, std::uint32_t destination) const;
    [[nodiscard]] static Descent make_descent(const CostQuestion& question, const core::Parallel& parallel,
                                              core::Progress& progress);

    const network::RoadNetwork& network_;
    std::vector<geo::GridPoint> destinations_;
    NearestOptions options_;
    network::AccessLegs legs_;
    Exits exits_;
    Descent descent_;
    std::vector<std::vector<NodeCost>> seeds_;  ///< by destination
};

}  // namespace desakota::paths
