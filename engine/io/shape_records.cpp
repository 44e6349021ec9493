#include "engine/io/shape_records.h"

#include <cstring>
#include <optional>
#include <string>
#include <utility>

namespace desakota::io {
namespace {

enum class ShapeCode : std::uint32_t { Null = 0, Point = 1, Line = 3, Polygon = 5, MultiPoint = 8 };

constexpr std::uint64_t kHeaderBytes = 100;
constexpr std::uint64_t kRecordHeaderBytes = 8;
constexpr std::uint64_t kPointBytes = 16;
constexpr std::size_t kRowsBetweenShapeReports = 1024;

void append_big(std::string& out, std::uint64_t value) {
    for (int shift = 24; shift >= 0; shift -= 8)
        out += static_cast<char>(value >> static_cast<unsigned>(shift) & 0xFFU);
}

void append_little(std::string& out, std::uint64_t value) {
    for (int i = 0; i < 4; ++i, value >>= 8U) out += static_cast<char>(value & 0xFFU);
}

void append_double(std::string& out, double value) {
    char bytes[sizeof(double)];
    std::memcpy(bytes, &value, sizeof(double));
    out.append(bytes, sizeof(double));
}

void append_box(std::string& out, const Extent& box) {
    for (const double value : {box.min_x, box.min_y, box.max_x, box.max_y}) append_double(out, value);
}

ShapeCode code_of(const LayerShape& shape) {
    switch (shape.type) {
        case geo::GeometryType::Point:
            return shape.multi ? ShapeCode::MultiPoint : ShapeCode::Point;
        case geo::GeometryType::Line:
            return ShapeCode::Line;
        default:
            return ShapeCode::Polygon;
    }
}

std::uint64_t point_count(const geo::Geometries& geometry, std::size_t row) {
    std::uint64_t count = 0;
    const auto parts = geometry.parts(row);
    for (auto part = parts.first; part < parts.last; ++part) count += geometry.coordinates(part).size();
    return count;
}

/// Of one record, without its header.
std::uint64_t content_bytes(const geo::Geometries& geometry, std::size_t row, ShapeCode code) {
    if (geometry.is_missing(row)) return 4;
    constexpr std::uint64_t kTypeAndBox = 4 + 32;
    const auto points = kPointBytes * point_count(geometry, row);
    const auto parts = geometry.parts(row);
    if (code == ShapeCode::Point) return 4 + kPointBytes;
    if (code == ShapeCode::MultiPoint) return kTypeAndBox + 4 + points;
    return kTypeAndBox + 8 + 4 * (parts.last - parts.first) + points;
}

void append_part(std::string& out, const geo::Geometries& geometry, std::size_t part) {
    const auto points = geometry.coordinates(part);
    const auto role = geometry.role(part);
    const bool is_ring = role == geo::PartRole::OuterRing || role == geo::PartRole::InnerRing;
    // Outer rings run clockwise, holes the other way.
    const bool is_reversed = is_ring && (signed_ring_area(points) > 0.0) == (role == geo::PartRole::OuterRing);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto& point = points[is_reversed ? points.size() - 1 - i : i];
        append_double(out, point.x);
        append_double(out, point.y);
    }
}

std::string record_content(const geo::Geometries& geometry, std::size_t row, ShapeCode code) {
    std::string out;
    const bool is_missing = geometry.is_missing(row);
    append_little(out, static_cast<std::uint32_t>(is_missing ? ShapeCode::Null : code));
    if (is_missing) return out;
    const auto parts = geometry.parts(row);
    if (code != ShapeCode::Point) append_box(out, extent_of(geometry, row));
    if (code == ShapeCode::Line || code == ShapeCode::Polygon) append_little(out, parts.last - parts.first);
    if (code != ShapeCode::Point) append_little(out, point_count(geometry, row));
    if (code == ShapeCode::Line || code == ShapeCode::Polygon) {
        std::uint64_t start = 0;
        for (auto part = parts.first; part < parts.last; ++part) {
            append_little(out, start);
            start += geometry.coordinates(part).size();
        }
    }
    for (auto part = parts.first; part < parts.last; ++part) append_part(out, geometry, part);
    return out;
}

std::string shape_header(std::uint64_t bytes, ShapeCode code, const Extent& box) {
    constexpr std::uint32_t kFileCode = 9994;
    constexpr std::uint32_t kVersion = 1000;
    std::string out;
    append_big(out, kFileCode);
    out.append(20, '\0');
    append_big(out, bytes / 2);
    append_little(out, kVersion);
    append_little(out, static_cast<std::uint32_t>(code));
    append_box(out, box);
    out.append(32, '\0');
    return out;
}

Extent extent_of_layer(const geo::Geometries& geometry) {
    std::optional<Extent> extent;
    for (std::size_t row = 0; row < geometry.size(); ++row) {
        if (geometry.is_missing(row)) continue;
        const auto box = extent_of(geometry, row);
        if (!extent) extent = box;
        extent->add(box);
    }
    return extent.value_or(Extent{});
}

}  // namespace

std::uint64_t shp_size(const layers::Layer& layer, const LayerShape& shape) {
    const auto code = code_of(shape);
    auto bytes = kHeaderBytes;
    for (std::size_t row = 0; row < layer.row_count; ++row) {
        bytes += kRecordHeaderBytes + content_bytes(layer.geometry, row, code);
    }
    return bytes;
}

void write_shapes(const layers::Layer& layer, const LayerShape& shape, TextFile& shp, TextFile& shx,
                  core::Progress& progress) {
    const auto code = code_of(shape);
    const auto extent = extent_of_layer(layer.geometry);
    shp.write(shape_header(shp_size(layer, shape), code, extent));
    shx.write(shape_header(kHeaderBytes + kRecordHeaderBytes * layer.row_count, code, extent));
    auto place = kHeaderBytes;
    for (std::size_t row = 0; row < layer.row_count; ++row) {
        if (row % kRowsBetweenShapeReports == 0) {
            progress.step(static_cast<double>(row) / static_cast<double>(layer.row_count));
        }
        const auto content = record_content(layer.geometry, row, code);
        std::string head;
        append_big(head, row + 1);
        append_big(head, content.size() / 2);
        shp.write(head + content);
        std::string entry;
        append_big(entry, place / 2);
        append_big(entry, content.size() / 2);
        shx.write(entry);
        place += kRecordHeaderBytes + content.size();
    }
    progress.step(1.0);
}

}  // namespace desakota::io
