#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/geo/geometry.h"

namespace desakota::geo {

/// One polygon feature (outer and inner rings, all its parts together) on the grid, made ready to be asked about many
/// places. Its border belongs to it, within a grid unit (0.1 mm). Rings of valid polygons are assumed; of others, what
/// an odd number of rings encloses is inside. Immutable, so that any number of threads may ask.
class GridPolygon {
public:
    /// `feature` of `geometries`, in degrees of longitude and latitude; parts that are no rings are left out.
    GridPolygon(const Geometries& geometries, std::size_t feature);

    [[nodiscard]] const GridBox& box() const { return box_; }
    [[nodiscard]] bool contains(const GridPoint& place) const;

    /// A stretch of a straight piece, by shares (0 to 1) of it.
    struct Stretch {
        double from = 0.0;
        double to = 0.0;
    };
    /// Appends the stretches of the piece from `a` to `b` that lie inside, in order and apart from each other. Touching
    /// the border at a single place gives none.
    void clip(const GridPoint& a, const GridPoint& b, std::vector<Stretch>& inside) const;

private:
    struct Edge {
        GridPoint a;
        GridPoint b;
    };
    void add_ring(std::span<const Point> coordinates);
    void sort_into_bands();
    [[nodiscard]] std::size_t band(std::int64_t y) const;
    void cut(const Edge& piece, const Edge& edge, std::vector<double>& cuts) const;

    GridBox box_;
    std::vector<Edge> edges_;
    /// The edges that touch each of equally high bands from south to north.
    double bands_per_unit_ = 0.0;
    std::vector<std::uint32_t> first_of_band_;
    std::vector<std::uint32_t> edge_of_band_;
};

}  // namespace desakota::geo
