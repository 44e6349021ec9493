#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/geo/point.h"

namespace desakota::geo {

enum class GeometryType : std::uint8_t { None, Point, Line, Polygon };

/// What one run of coordinates is: a point, a line, or a ring of a polygon. An inner ring belongs to the outer ring
/// before it.
enum class PartRole : std::uint8_t { Point, Line, OuterRing, InnerRing };

/// The geometries of many features, in flat arrays: a feature is a run of parts, a part a run of coordinates. Multi-
/// geometries are features with several parts. Rings are closed (first coordinate = last). A feature without parts
/// has no geometry.
class Geometries {
public:
    [[nodiscard]] std::size_t size() const { return first_part_.size() - 1; }
    [[nodiscard]] bool is_missing(std::size_t feature) const {
        return first_part_[feature] == first_part_[feature + 1];
    }
    /// The indices of a feature's parts: [first, last).
    struct PartRange {
        std::size_t first = 0;
        std::size_t last = 0;
    };
    [[nodiscard]] PartRange parts(std::size_t feature) const {
        return {first_part_[feature], first_part_[feature + 1]};
    }
    [[nodiscard]] std::size_t part_count() const { return roles_.size(); }
    [[nodiscard]] PartRole role(std::size_t part) const { return roles_[part]; }
    [[nodiscard]] std::span<const Point> coordinates(std::size_t part) const {
        return {coordinates_.data() + first_coordinate_[part], first_coordinate_[part + 1] - first_coordinate_[part]};
    }
    [[nodiscard]] std::span<const Point> all_coordinates() const { return coordinates_; }
    [[nodiscard]] std::span<Point> all_coordinates() { return coordinates_; }
    /// The type of a feature by its first part.
    [[nodiscard]] GeometryType type(std::size_t feature) const;

    /// Building: parts and coordinates go to the feature that `end_feature` closes next.
    void add_coordinate(const Point& point) { coordinates_.push_back(point); }
    void end_part(PartRole role) {
        roles_.push_back(role);
        first_coordinate_.push_back(coordinates_.size());
    }
    void end_feature() { first_part_.push_back(roles_.size()); }
    /// Forgets what was added since the last `end_feature`.
    void discard_open_parts();
    void add_part(PartRole role, std::span<const Point> coordinates);
    void reserve(std::size_t features, std::size_t coordinates);

private:
    std::vector<std::size_t> first_part_{0};
    std::vector<std::size_t> first_coordinate_{0};
    std::vector<PartRole> roles_;
    std::vector<Point> coordinates_;
};

}  // namespace desakota::geo
