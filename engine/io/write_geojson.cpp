#include "engine/io/write_geojson.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <span>
#include <string_view>

#include "engine/core/number_text.h"
#include "engine/io/column_names.h"
#include "engine/io/geometry_encoding.h"
#include "engine/io/wgs84_geometry.h"

namespace desakota::io {
namespace {

constexpr std::size_t kRowsBetweenReports = 1024;

std::string quoted(const std::string& text) {
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string position(const geo::Point& point) {
    return fmt::format("[{},{}]", degree_text(point.x), degree_text(point.y));
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
            return positions(points, signed_ring_area(points) < 0.0);
        default:
            return positions(points, signed_ring_area(points) > 0.0);
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
    const auto geometries = in_wgs84(layer, "GeoJSON", conversion);
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
