#include "engine/io/geometry_encoding.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <span>
#include <string_view>

#include "engine/core/number_text.h"

namespace desakota::io {
namespace {

static_assert(std::endian::native == std::endian::little);

using geo::GeometryType;
using geo::PartRole;

template <class Number>
void append(std::string& out, Number value) {
    std::array<char, sizeof(Number)> bytes{};
    std::memcpy(bytes.data(), &value, sizeof(Number));
    out.append(bytes.data(), bytes.size());
}

void append_header(std::string& out, int type) {
    out += '\1';
    append(out, static_cast<std::uint32_t>(type));
}

void append_coordinates(std::string& out, std::span<const geo::Point> points) {
    static_assert(sizeof(geo::Point) == 2 * sizeof(double));
    out.append(reinterpret_cast<const char*>(points.data()), points.size_bytes());
}

/// The part after the last ring of the polygon that starts at `part`.
std::size_t end_of_polygon(const geo::Geometries& geometries, std::size_t part, std::size_t last) {
    for (++part; part < last && geometries.role(part) == PartRole::InnerRing;) ++part;
    return part;
}

std::size_t end_of_member(const geo::Geometries& geometries, std::size_t part, std::size_t last) {
    return geometries.role(part) == PartRole::OuterRing ? end_of_polygon(geometries, part, last) : part + 1;
}

int single_type(GeometryType type) {
    return static_cast<int>(type);
}

void append_member(const geo::Geometries& geometries, std::size_t part, std::size_t end, std::string& out) {
    const auto role = geometries.role(part);
    append_header(out, role == PartRole::Point ? 1 : role == PartRole::Line ? 2 : 3);
    if (role == PartRole::Point) return append_coordinates(out, geometries.coordinates(part).first(1));
    if (role != PartRole::Line) append(out, static_cast<std::uint32_t>(end - part));
    for (; part < end; ++part) {
        const auto points = geometries.coordinates(part);
        append(out, static_cast<std::uint32_t>(points.size()));
        append_coordinates(out, points);
    }
}

std::string coordinate_list(std::span<const geo::Point> points) {
    std::string text = "(";
    for (const auto& point : points) {
        if (text.size() > 1) text += ',';
        text += core::number_text(point.x) + " " + core::number_text(point.y);
    }
    return text + ")";
}

std::string member_text(const geo::Geometries& geometries, std::size_t part, std::size_t end) {
    if (geometries.role(part) == PartRole::Point || geometries.role(part) == PartRole::Line) {
        return coordinate_list(geometries.coordinates(part));
    }
    std::string text;
    for (; part < end; ++part) {
        text += text.empty() ? '(' : ',';
        text += coordinate_list(geometries.coordinates(part));
    }
    return text + ")";
}

std::string_view wkt_name(GeometryType type) {
    return type == GeometryType::Point ? "POINT" : type == GeometryType::Line ? "LINESTRING" : "POLYGON";
}

}  // namespace

std::size_t member_count(const geo::Geometries& geometries, std::size_t feature) {
    const auto range = geometries.parts(feature);
    std::size_t count = 0;
    for (auto part = range.first; part < range.last; ++count) part = end_of_member(geometries, part, range.last);
    return count;
}

LayerShape shape_of(const layers::Layer& layer) {
    LayerShape shape{.type = layer.geometry_type};
    if (shape.type == GeometryType::None) return shape;
    for (std::size_t row = 0; row < layer.geometry.size(); ++row) {
        if (layer.geometry.is_missing(row)) continue;
        shape.multi = shape.multi || member_count(layer.geometry, row) > 1;
        shape.mixed = shape.mixed || layer.geometry.type(row) != shape.type;
    }
    return shape;
}

int wkb_type(const LayerShape& shape) {
    constexpr int kNoGeometry = 100;
    if (shape.type == GeometryType::None) return kNoGeometry;
    if (shape.mixed) return 0;
    return single_type(shape.type) + (shape.multi ? 3 : 0);
}

void append_wkb(const geo::Geometries& geometries, std::size_t feature, bool multi, std::string& out) {
    const auto range = geometries.parts(feature);
    if (multi) {
        append_header(out, single_type(geometries.type(feature)) + 3);
        append(out, static_cast<std::uint32_t>(member_count(geometries, feature)));
    }
    for (auto part = range.first; part < range.last;) {
        const auto end = end_of_member(geometries, part, range.last);
        append_member(geometries, part, end, out);
        part = end;
    }
}

std::string wkt(const geo::Geometries& geometries, std::size_t feature, bool multi) {
    const auto range = geometries.parts(feature);
    std::string text = (multi ? "MULTI" : "") + std::string(wkt_name(geometries.type(feature))) + " ";
    if (multi) text += '(';
    for (auto part = range.first; part < range.last;) {
        const auto end = end_of_member(geometries, part, range.last);
        if (part != range.first) text += ',';
        text += member_text(geometries, part, end);
        part = end;
    }
    return multi ? text + ")" : text;
}

double signed_ring_area(std::span<const geo::Point> ring) {
    double sum = 0.0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const auto& base = ring.front();
        sum += (ring[i - 1].x - base.x) * (ring[i].y - base.y) - (ring[i].x - base.x) * (ring[i - 1].y - base.y);
    }
    return sum;
}

void Extent::add(const Extent& other) {
    min_x = std::min(min_x, other.min_x);
    min_y = std::min(min_y, other.min_y);
    max_x = std::max(max_x, other.max_x);
    max_y = std::max(max_y, other.max_y);
}

Extent extent_of(const geo::Geometries& geometries, std::size_t feature) {
    const auto range = geometries.parts(feature);
    const auto start = geometries.coordinates(range.first).front();
    Extent extent{start.x, start.y, start.x, start.y};
    for (auto part = range.first; part < range.last; ++part) {
        for (const auto& point : geometries.coordinates(part)) extent.add({point.x, point.y, point.x, point.y});
    }
    return extent;
}

}  // namespace desakota::io
