#pragma once

#include <algorithm>
#include <limits>
#include <optional>
#include <vector>

#include "engine/core/parallel.h"
#include "engine/geo/geometry.h"
#include "engine/layers/layer.h"
#include "engine/maps/utm_zone.h"

namespace desakota::maps {

/// A rectangle on a plane, its borders included; empty until something is added.
struct Box {
    double min_x = std::numeric_limits<double>::infinity();
    double min_y = std::numeric_limits<double>::infinity();
    double max_x = -std::numeric_limits<double>::infinity();
    double max_y = -std::numeric_limits<double>::infinity();

    [[nodiscard]] bool is_empty() const { return !(min_x <= max_x); }
    [[nodiscard]] double width() const { return max_x - min_x; }
    [[nodiscard]] double height() const { return max_y - min_y; }
    [[nodiscard]] geo::Point centre() const { return {(min_x + max_x) / 2.0, (min_y + max_y) / 2.0}; }
    [[nodiscard]] bool meets(const Box& other) const {
        return min_x <= other.max_x && other.min_x <= max_x && min_y <= other.max_y && other.min_y <= max_y;
    }
    [[nodiscard]] bool contains(const Box& other) const {
        return min_x <= other.min_x && other.max_x <= max_x && min_y <= other.min_y && other.max_y <= max_y;
    }
    void add(const geo::Point& point) {
        min_x = std::min(min_x, point.x);
        min_y = std::min(min_y, point.y);
        max_x = std::max(max_x, point.x);
        max_y = std::max(max_y, point.y);
    }
    void add(const Box& other) {
        min_x = std::min(min_x, other.min_x);
        min_y = std::min(min_y, other.min_y);
        max_x = std::max(max_x, other.max_x);
        max_y = std::max(max_y, other.max_y);
    }
    [[nodiscard]] Box grown(double by) const { return {min_x - by, min_y - by, max_x + by, max_y + by}; }
};

/// A layer's geometry on the plane of a zone, in metres. Rows and places that cannot be drawn (no geometry, coordinates
/// that are not finite) are without parts.
struct ProjectedGeometry {
    geo::GeometryType type = geo::GeometryType::None;
    geo::Geometries geometry;
    std::vector<Box> boxes;                          ///< of each row; empty where it has nothing to draw
    std::vector<std::optional<geo::Point>> anchors;  ///< where a row's name belongs; in an area inside of it
    Box box;                                         ///< of all rows
};

/// Whether a place lies inside an area (even-odd over all its rings); false for lines and points.
[[nodiscard]] bool is_inside(const ProjectedGeometry& projected, std::size_t row, const geo::Point& place);

/// Throws core::input_error where the layer's system is not understood.
[[nodiscard]] ProjectedGeometry project(const layers::Layer& layer, const UtmZone& zone, const core::Parallel& parallel,
                                        core::Progress& progress);

}  // namespace desakota::maps
