#include "engine/maps/projected_geometry.h"

#include <cmath>
#include <span>

#include "engine/geo/coordinate_system.h"

namespace desakota::maps {
namespace {

using geo::GeometryType;
using geo::PartRole;
using geo::Point;

/// Where chords are tried for an area's name, as shares of its height, and what a chord there counts.
struct Height {
    double share = 0.5;
    double weight = 1.0;
};
constexpr Height kHeights[] = {{0.5, 1.0}, {0.4, 0.93}, {0.6, 0.93}, {0.3, 0.8}, {0.7, 0.8}, {0.2, 0.6}, {0.8, 0.6}};

std::size_t least_points(PartRole role) {
    if (role == PartRole::Point) return 1;
    return role == PartRole::Line ? 2 : 4;
}

bool can_be_drawn(PartRole role, std::span<const Point> points) {
    return points.size() >= least_points(role) && std::ranges::all_of(points, [](const Point& point) {
               return std::isfinite(point.x) && std::isfinite(point.y);
           });
}

/// The same rows without the parts that cannot be drawn; an inner ring goes with its outer ring.
geo::Geometries drawable(const geo::Geometries& all, std::size_t rows) {
    geo::Geometries kept;
    kept.reserve(rows, all.all_coordinates().size());
    for (std::size_t row = 0; row < rows; ++row) {
        bool has_outer = false;
        const auto parts = row < all.size() ? all.parts(row) : geo::Geometries::PartRange{};
        for (std::size_t part = parts.first; part < parts.last; ++part) {
            const auto role = all.role(part);
            const bool good = can_be_drawn(role, all.coordinates(part));
            if (role == PartRole::OuterRing) has_outer = good;
            if (good && (role != PartRole::InnerRing || has_outer)) kept.add_part(role, all.coordinates(part));
        }
        kept.end_feature();
    }
    return kept;
}

Box box_of(const geo::Geometries& geometry, std::size_t row) {
    Box box;
    const auto parts = geometry.parts(row);
    for (std::size_t part = parts.first; part < parts.last; ++part) {
        for (const auto& point : geometry.coordinates(part)) box.add(point);
    }
    return box;
}

/// Where a level line crosses the rings of a row, from west to east.
std::vector<double> crossings(const geo::Geometries& geometry, std::size_t row, double y) {
    std::vector<double> found;
    const auto parts = geometry.parts(row);
    for (std::size_t part = parts.first; part < parts.last; ++part) {
        const auto ring = geometry.coordinates(part);
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const auto& a = ring[i - 1];
            const auto& b = ring[i];
            if ((a.y <= y) != (b.y <= y)) found.push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
        }
    }
    std::ranges::sort(found);
    return found;
}

/// The middle of the widest level chord inside, those near the middle of the height preferred.
Point place_inside(const geo::Geometries& geometry, std::size_t row, const Box& box) {
    Point best = box.centre();
    double best_length = 0.0;
    for (const auto& height : kHeights) {
        const double y = std::lerp(box.min_y, box.max_y, height.share);
        const auto cuts = crossings(geometry, row, y);
        for (std::size_t i = 1; i < cuts.size(); i += 2) {
            const double length = (cuts[i] - cuts[i - 1]) * height.weight;
            if (length <= best_length) continue;
            best_length = length;
            best = {(cuts[i] + cuts[i - 1]) / 2.0, y};
        }
    }
    return best;
}

/// The vertex in the middle of the part with most of them.
Point place_on_line(const geo::Geometries& geometry, std::size_t row) {
    const auto parts = geometry.parts(row);
    auto longest = geometry.coordinates(parts.first);
    for (std::size_t part = parts.first; part < parts.last; ++part) {
        if (geometry.coordinates(part).size() > longest.size()) longest = geometry.coordinates(part);
    }
    return longest[longest.size() / 2];
}

std::optional<Point> anchor_of(const ProjectedGeometry& projected, std::size_t row) {
    const auto& box = projected.boxes[row];
    if (box.is_empty()) return std::nullopt;
    switch (projected.geometry.type(row)) {
        case GeometryType::Polygon:
            return place_inside(projected.geometry, row, box);
        case GeometryType::Line:
            return place_on_line(projected.geometry, row);
        default:
            return projected.geometry.coordinates(projected.geometry.parts(row).first).front();
    }
}

}  // namespace

bool is_inside(const ProjectedGeometry& projected, std::size_t row, const Point& place) {
    if (projected.geometry.type(row) != GeometryType::Polygon) return false;
    const auto cuts = crossings(projected.geometry, row, place.y);
    const auto east = std::ranges::upper_bound(cuts, place.x);
    return (east - cuts.begin()) % 2 == 1;
}

ProjectedGeometry project(const layers::Layer& layer, const UtmZone& zone, const core::Parallel& parallel,
                          core::Progress& progress) {
    auto coordinates = layer.geometry;
    if (!coordinates.all_coordinates().empty()) {
        geo::to_wgs84(coordinates.all_coordinates(), layer.crs, parallel, progress);
        geo::from_wgs84(coordinates.all_coordinates(), zone.crs(), parallel, progress);
    }
    ProjectedGeometry projected;
    projected.type = layer.geometry_type;
    projected.geometry = drawable(coordinates, layer.row_count);
    projected.boxes.resize(layer.row_count);
    projected.anchors.resize(layer.row_count);
    const core::Parallel rows{parallel.threads, 256};
    core::parallel_for(layer.row_count, rows, progress, [&](std::size_t begin, std::size_t end) {
        for (std::size_t row = begin; row < end; ++row) {
            projected.boxes[row] = box_of(projected.geometry, row);
            projected.anchors[row] = anchor_of(projected, row);
        }
    });
    for (const auto& box : projected.boxes) projected.box.add(box);
    return projected;
}

}  // namespace desakota::maps
