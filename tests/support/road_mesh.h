#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/geo/point.h"

namespace desakota::test_support {

struct MeshEdge {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
};

/// A road-like graph over places that lie one in each cell of a grid (unit cells, row by row).
struct RoadMesh {
    std::vector<geo::Point> places;
    std::vector<MeshEdge> edges;  ///< in spatially coherent order: block of cells by block of cells
    /// For each edge the edge with which it forms one line through a junction of three or more, or itself.
    std::vector<std::uint32_t> partner;
};

struct MeshCounts {
    std::size_t lines = 0;
    std::size_t joined = 0;   ///< lines made of two edges
    std::size_t patches = 0;  ///< squares of 2 to 5 cells a side without a link to the places round them
};

/// The relative neighbourhood graph of random places, from which the patches are cut off and which is then thinned to
/// the counts without disconnecting more. edges.size() is lines + joined.
///
/// Source: Toussaint (1980), "The relative neighbourhood graph of a finite planar set", Pattern Recognition 12(4).
[[nodiscard]] RoadMesh make_road_mesh(const MeshCounts& counts, std::uint64_t seed);

}  // namespace desakota::test_support
