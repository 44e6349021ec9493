#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/network/access_legs.h"

namespace desakota::paths {

/// A leg off the network to a destination.
struct Exit {
    network::AccessLeg leg;
    std::uint32_t destination = 0;  ///< index into the destinations
};

/// The exits of all destinations, those of one piece together, in order of their position on it.
///
/// An exit is left out where another exit of its destination lies farther along on the same line in the same heading
/// and costs no more, travel to it included: it can never be the better one.
struct Exits {
    network::Objective objective = network::Objective::Distance;  ///< of all costs here
    core::UnfilledVector<Exit> exits;
    /// By piece, one more at the end; AtNode exits stand with their cut. Empty where the exits are few.
    std::vector<std::uint32_t> first_of_piece;

    [[nodiscard]] std::span<const Exit> of_piece(std::uint32_t piece) const {
        if (first_of_piece.empty()) return sought(piece);
        return {exits.data() + first_of_piece[piece], first_of_piece[piece + 1] - first_of_piece[piece]};
    }

private:
    [[nodiscard]] std::span<const Exit> sought(std::uint32_t piece) const;
};
[[nodiscard]] Exits find_exits(const network::RoadNetwork& network, std::span<const geo::GridPoint> destinations,
                               const network::AccessOptions& options, const core::Parallel& parallel,
                               core::Progress& progress);

/// The same without a list of all pieces: for a few destinations, of many networks as large as this one.
[[nodiscard]] Exits find_few_exits(const network::RoadNetwork& network, std::span<const geo::GridPoint> destinations,
                                   const network::AccessOptions& options);

}  // namespace desakota::paths
