#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/network/findings.h"

namespace desakota::network {

/// The passable pieces that meet at each node; a piece that returns to its node is there twice.
struct NodePieces {
    std::vector<std::uint32_t> first{0};
    std::vector<std::uint32_t> pieces;

    [[nodiscard]] std::span<const std::uint32_t> of(std::uint32_t node) const {
        return {pieces.data() + first[node], first[node + 1] - first[node]};
    }
};
/// Which pieces count: all, or only those of the layers' own lines.
enum class PiecesOf : std::uint8_t { AllLines, InputLines };
[[nodiscard]] NodePieces pieces_of_nodes(const RoadNetwork& network, core::Progress& progress,
                                         PiecesOf which = PiecesOf::AllLines);

/// Whether a way of at most `limit` metres leads over these pieces, whatever their directions, from a node to a
/// place on a line.
[[nodiscard]] bool is_connected_within(const RoadNetwork& network, const NodePieces& pieces, std::uint32_t from,
                                       const PlaceOnLine& to, double limit);

}  // namespace desakota::network
