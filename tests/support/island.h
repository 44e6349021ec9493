#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "tests/support/random.h"
#include "tests/support/region.h"

#include "engine/geo/point.h"

namespace desakota::test_support {

/// One made-up network of roads and what stands along them.
struct IslandPlan {
    geo::Point south_west;  ///< degrees, before the bending
    double width = 0.0;     ///< degrees
    double height = 0.0;    ///< degrees
    std::size_t lines = 0;
    std::size_t lines_a_spur = 0;  ///< after so many lines one more ends blindly beside the last; 0: none
    std::size_t settlements = 0;
    std::size_t facilities = 0;
    std::size_t centres = 0;
    std::uint64_t seed = 0;
};

/// Settlements, roads, facilities and centres with their columns and without rows; room for so many road lines.
[[nodiscard]] Region empty_region(std::size_t lines);

/// Bends the plane (degrees) so that density varies, and never folds it.
[[nodiscard]] geo::Point bend(geo::Point point, std::uint64_t seed);

/// Adds an island to the layers of `region`. Returns for each of `towards` the junction nearest to it (in degrees) of
/// those that hang together with most others: where a ferry may land.
std::vector<geo::Point> add_island(Region& region, const IslandPlan& plan, std::span<const geo::Point> towards);

/// Adds the vertices of a way after its first, 3 to 9 of them: a bow with some unrest.
void add_bow(geo::Geometries& geometry, const geo::Point& from, const geo::Point& to, Random& random);

/// Line counts and places of benchmark regions go to 1e-7 degrees.
[[nodiscard]] geo::Point rounded(const geo::Point& point);

}  // namespace desakota::test_support
