#include "engine/study/settlement_places.h"

#include <cmath>

#include "engine/core/parallel.h"
#include "engine/core/progress.h"
#include "engine/geo/coordinate_system.h"
#include "engine/geo/polygons.h"

namespace desakota::study {
namespace {

std::optional<geo::Point> point_of(const geo::Geometries& geometry, std::size_t row,
                                   const geo::PolygonExaminer& examiner) {
    if (geometry.is_missing(row)) return std::nullopt;
    if (geometry.type(row) == geo::GeometryType::Polygon) {
        const auto found = examiner.examine(geometry, row);
        if (found.state == geo::PolygonState::Unusable) return std::nullopt;
        return found.on_surface;
    }
    const auto coordinates = geometry.coordinates(geometry.parts(row).first);
    if (coordinates.empty()) return std::nullopt;
    const bool is_line = geometry.type(row) == geo::GeometryType::Line;
    return coordinates[is_line ? coordinates.size() / 2 : 0];
}

void bring_to_wgs84(std::vector<std::optional<geo::Point>>& places, const std::string& crs) {
    if (crs.empty()) return;
    std::vector<geo::Point> points;
    for (const auto& place : places) {
        if (place) points.push_back(*place);
    }
    core::SilentProgress progress;
    geo::to_wgs84(points, crs, core::Parallel{}, progress);
    std::size_t next = 0;
    for (auto& place : places) {
        if (!place) continue;
        const auto& point = points[next++];
        place = std::isfinite(point.x) && std::isfinite(point.y) ? std::optional(point) : std::nullopt;
    }
}

}  // namespace

std::vector<std::optional<geo::Point>> places_of(const layers::Layer& layer) {
    std::vector<std::optional<geo::Point>> places(layer.row_count);
    if (layer.geometry.size() != layer.row_count) return places;
    const geo::PolygonExaminer examiner;
    for (std::size_t row = 0; row < places.size(); ++row) places[row] = point_of(layer.geometry, row, examiner);
    bring_to_wgs84(places, layer.crs);
    return places;
}

}  // namespace desakota::study
