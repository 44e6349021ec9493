#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "engine/geo/geometry.h"
#include "engine/layers/layer.h"

namespace desakota::report {

/// A layer's geometry in longitude and latitude on WGS 84; places that cannot be converted are not finite.
/// Throws core::Error where the layer's coordinate system is not understood.
[[nodiscard]] geo::Geometries in_degrees(const layers::Layer& layer);

/// Whether two layers hold the same geometry, row by row, in the same system.
[[nodiscard]] bool have_same_geometry(const layers::Layer& a, const layers::Layer& b);

/// A rectangle in degrees. Empty until something is added.
struct Extent {
    geo::Point least{std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
    geo::Point most{-std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};

    [[nodiscard]] bool is_empty() const { return least.x > most.x; }
    /// Adds the places that are finite.
    void add(const geo::Geometries& geometries);
    void add(const Extent& other);
    /// The longer side, in degrees.
    [[nodiscard]] double side() const;
    /// Whether another lies within once again its own size around it.
    [[nodiscard]] bool is_near(const Extent& other) const;
};

/// The areas that these lie in: what lies near each other is one.
[[nodiscard]] std::vector<Extent> areas_of(const std::vector<Extent>& extents);

/// The grid of a page's map: places are whole numbers of steps (in degrees) from a corner, the same for all layers, so
/// that shared borders stay shared.
struct MapGrid {
    geo::Point corner;
    double step = 1.0;
    std::int64_t width = 0;  ///< steps
    std::int64_t height = 0;
    std::vector<Extent> areas{};  ///< what is seen of the map; none: all of the grid
};
[[nodiscard]] MapGrid grid_over(const std::vector<Extent>& areas, double step);

/// About a metre on the ground, and 4,000 steps along the longest of the areas where that is less.
[[nodiscard]] double finest_step(const std::vector<Extent>& areas);
/// 4,000 steps along the longest of the areas.
[[nodiscard]] double coarsest_step(const std::vector<Extent>& areas);

/// Rows that are drawn as one.
using RowGroups = std::vector<std::vector<std::uint32_t>>;

/// The shapes of these rows on the grid (`coarseness` steps apart), packed (packed_numbers.h): of each group the number
/// of its parts, of each part four times its number of points plus its geo::PartRole, and the points as steps from the
/// point before, whatever its part. Points in a straight row and closing points are left out, as are lines and holes
/// that shrink to a point and parts that lie beyond a tenth of its size outside of every area; areas keep a triangle.
[[nodiscard]] std::string packed_shapes(const geo::Geometries& degrees, const RowGroups& groups, const MapGrid& grid,
                                        std::int64_t coarseness = 1);

/// The same for lines that are looked at as one drawing: what runs twice along the same way is drawn once, and lines
/// that meet are joined.
[[nodiscard]] std::string packed_lines(const geo::Geometries& degrees, const RowGroups& groups, const MapGrid& grid,
                                       std::int64_t coarseness = 1);

}  // namespace desakota::report
