#include "engine/geo/geometry.h"

namespace desakota::geo {

GeometryType Geometries::type(std::size_t feature) const {
    if (is_missing(feature)) return GeometryType::None;
    switch (roles_[first_part_[feature]]) {
        case PartRole::Point:
            return GeometryType::Point;
        case PartRole::Line:
            return GeometryType::Line;
        default:
            return GeometryType::Polygon;
    }
}

void Geometries::add_part(PartRole role, std::span<const Point> coordinates) {
    coordinates_.insert(coordinates_.end(), coordinates.begin(), coordinates.end());
    end_part(role);
}

void Geometries::discard_open_parts() {
    roles_.resize(first_part_.back());
    first_coordinate_.resize(first_part_.back() + 1);
    coordinates_.resize(first_coordinate_.back());
}

void Geometries::reserve(std::size_t features, std::size_t coordinates) {
    first_part_.reserve(features + 1);
    first_coordinate_.reserve(features + 1);
    roles_.reserve(features);
    coordinates_.reserve(coordinates);
}

}  // namespace desakota::geo
