#include "engine/io/write_geojson.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <span>
#include <string_view>

#include "engine/core/number_text.h"
#include "engine/geo/coordinate_system.h"
#include "engine/io/column_names.h"
#include "engine/io/geometry_encoding.h"

namespace desakota::io {
namespace {

constexpr std::size_t kRowsBetweenReports = 1024;
constexpr int kDecimals = 9;

std::string quoted(const std::string& text) {
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string coordinate(double value) {
    auto text = core::number_text(value, kDecimals);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text == "-0" ? "0" : text;
}

std::string position(const geo::Point& point) {
    return fmt::format("[{},{}]", coordinate(point.x), coordinate(point.y));
}

/// Twice the area, positive where the ring runs counter-clockwise.
double signed_area(std::span<const geo::Point> ring) {
    double sum = 0.0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const auto& base = ring.front();
        sum += (ring[i - 1].x - base.x) * (ring[i].y - base.y) - (ring[i].x - base.x) * (ring[i - 1].y - base.y);
    }
    return sum;
}

std::string positions(std::span<const geo::Point> points, bool reversed) {
    std::string text = "[";
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (i > 0) text += ',';
        text += position(reversed ? points[points.size() - 1 - i] : points[i]);
    }
    return text + "]";
}

std::string part_text(const geo::Geometries& geometries, std::size_t part) {
    const auto points = geometries.coordinates(part);
    switch (geometries.role(part)) {
        case geo::PartRole::Point:
            return position(points.front());
        case geo::PartRole::Line:
            return positions(points, false);
        case geo::PartRole::OuterRing:
            return positions(points, signed_area(points) < 0.0);
        default:
            return positions(points, signed_area(points) > 0.0);
    }
}

/// The members of a multi-geometry, or the one of a single geometry.
std::string members(const geo::Geometries& geometries, std::size_t row) {
    const auto range = geometries.parts(row);
    std::string text;
    for (auto part = range.first; part < range.last; ++part) {
        const auto role = geometries.role(part);
        const bool is_ring = role == geo::PartRole::OuterRing || role == geo::PartRole::InnerRing;
        const bool closes = role == geo::PartRole::OuterRing && part != range.first;
        if (closes) text += ']';
        if (part != range.first) text += ',';
        if (role == geo::PartRole::OuterRing) text += '[';
        text += part_text(geometries, part);
        if (is_ring && part + 1 == range.last) text += ']';
    }
    return text;
}

std::string geometry_text(const geo::Geometries& geometries, std::size_t row) {
    if (geometries.is_missing(row)) return "null";
    const bool multi = member_count(geometries, row) > 1;
    const auto type = geometries.type(row);
    const auto* name = type == geo::GeometryType::Point  ? "Point"
                       : type == geo::GeometryType::Line ? "LineString"
                                                         : "Polygon";
    const auto inside = members(geometries, row);
    return fmt::format(R"({{"type":"{}{}","coordinates":{}}})", multi ? "Multi" : "", name,
                       multi ? fmt::format("[{}]", inside) : inside);
}

std::string value_text(const layers::Column& column, std::size_t row) {
    const auto text = column.as_text(row);
    if (!text) return "null";
    if (column.type() == layers::ColumnType::Text) return quoted(*text);
    // JSON has no infinity.
    const auto number = column.number(row);
    return number && std::isfinite(*number) ? *text : "null";
}

std::string properties(const layers::Layer& layer, const std::vector<std::string>& quoted_names, std::size_t row) {
    std::string text = "{";
    for (std::size_t i = 0; i < layer.columns.size(); ++i) {
        if (i > 0) text += ',';
        text += quoted_names[i] + ":" + value_text(layer.columns[i], row);
    }
    return text + "}";
}

void check_coordinates(const layers::Layer& layer, const geo::Geometries& geometries) {
    for (std::size_t row = 0; row < geometries.size(); ++row) {
        if (geometries.is_missing(row)) continue;
        const auto box = extent_of(geometries, row);
        if (std::isfinite(box.min_x + box.min_y + box.max_x + box.max_y)) continue;
        throw core::failure(core::format_text(
            "{}, row {}: its place cannot be given in WGS 84, which GeoJSON needs. Choose .gpkg for the output.",
            "{}, baris {}: letaknya tidak dapat dinyatakan dalam WGS 84 yang diperlukan GeoJSON. Pilih .gpkg untuk "
            "hasil.",
            layer.name, row + 1));
    }
}

geo::Geometries in_wgs84(const layers::Layer& layer, core::Progress& progress) {
    auto geometries = layer.geometry;
    if (layer.geometry_type == geo::GeometryType::None) return geometries;
    if (layer.crs.empty()) {
        throw core::usage_error(core::format_text(
            "{}: the layer has no coordinate system, and GeoJSON needs WGS 84. Choose .gpkg for the output.",
            "{}: lapisan ini tidak memiliki sistem koordinat, sedangkan GeoJSON memerlukan WGS 84. Pilih .gpkg untuk "
            "hasil.",
            layer.name));
    }
    geo::to_wgs84(geometries.all_coordinates(), layer.crs, {}, progress);
    check_coordinates(layer, geometries);
    return geometries;
}

void write_features(const layers::Layer& layer, const geo::Geometries& geometries, TextFile& file,
                    core::Progress& progress) {
    std::vector<std::string> names;
    for (const auto& name : column_names(layer)) names.push_back(quoted(name));
    const bool has_geometry = layer.geometry_type != geo::GeometryType::None;
    for (std::size_t row = 0; row < layer.row_count; ++row) {
        if (row % kRowsBetweenReports == 0) {
            progress.step(static_cast<double>(row) / static_cast<double>(layer.row_count));
        }
        file.write(fmt::format(R"({}{{"type":"Feature","id":{},"properties":{},"geometry":{}}})", row > 0 ? ",\n" : "",
                               row + 1, properties(layer, names, row),
                               has_geometry ? geometry_text(geometries, row) : "null"));
    }
}

}  // namespace

void write_geojson(const layers::Layer& layer, core::Language language, TextFile& file, core::Progress& progress) {
    constexpr double kShareOfConversion = 0.3;
    core::Stage conversion(progress, 0.0, kShareOfConversion);
    const auto geometries = in_wgs84(layer, conversion);
    file.write("{\"type\":\"FeatureCollection\",\n\"name\":" + quoted(layer.name) + ",\n");
    const auto& title = layer.title.in(language);
    if (!title.empty()) file.write("\"description\":" + quoted(title) + ",\n");
    file.write("\"features\":[\n");
    core::Stage rows(progress, kShareOfConversion, 1.0);
    write_features(layer, geometries, file, rows);
    file.write("\n]}\n");
    progress.step(1.0);
}

}  // namespace desakota::io
