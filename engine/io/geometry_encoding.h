#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "engine/layers/layer.h"

namespace desakota::io {

/// The one geometry type that fits all features of a layer in a file.
struct LayerShape {
    geo::GeometryType type = geo::GeometryType::None;  ///< None: the layer is a table
    bool multi = false;                                ///< some feature has several parts
    bool mixed = false;                                ///< features of several types; `type` is the layer's own
};
[[nodiscard]] LayerShape shape_of(const layers::Layer& layer);
/// The code of Well-Known Binary and of GDAL: 1 point ... 6 multi-polygon; 0 for mixed, 100 for a table.
[[nodiscard]] int wkb_type(const LayerShape& shape);

/// Appends the geometry of one feature, which must have one, as Well-Known Binary (OGC 06-103r4, section 8; little-
/// endian), as a multi-geometry where `multi` says so.
void append_wkb(const geo::Geometries& geometries, std::size_t feature, bool multi, std::string& out);

/// The same as Well-Known Text with exact numbers: "MULTILINESTRING ((0 0,1 2),(3 4,5 6))".
[[nodiscard]] std::string wkt(const geo::Geometries& geometries, std::size_t feature, bool multi);

struct Extent {
    double min_x = 0.0;
    double min_y = 0.0;
    double max_x = 0.0;
    double max_y = 0.0;
    void add(const Extent& other);
};
/// The rectangle round one feature, which must have a geometry.
[[nodiscard]] Extent extent_of(const geo::Geometries& geometries, std::size_t feature);

/// Twice the area in a ring of coordinates, positive where it runs counter-clockwise.
[[nodiscard]] double signed_ring_area(std::span<const geo::Point> ring);

/// The number of geometries of a multi-geometry that the feature's parts make (a polygon's rings are one).
[[nodiscard]] std::size_t member_count(const geo::Geometries& geometries, std::size_t feature);

}  // namespace desakota::io
