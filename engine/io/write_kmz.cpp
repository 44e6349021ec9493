#include "engine/io/write_kmz.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>

#include "engine/core/number_text.h"
#include "engine/io/column_names.h"
#include "engine/io/geometry_encoding.h"
#include "engine/io/layer_stages.h"
#include "engine/io/wgs84_geometry.h"
#include "engine/io/zip_writer.h"

namespace desakota::io {
namespace {

constexpr std::size_t kRowsBetweenKmzReports = 1024;

/// XML knows no control characters but tab and line ends, not even escaped.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default: {
                const bool is_control = c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r';
                out += is_control ? ' ' : c;
            }
        }
    }
    return out;
}

std::string element(std::string_view name, std::string_view text) {
    return "<" + std::string(name) + ">" + escaped(text) + "</" + std::string(name) + ">";
}

/// KML's whole numbers have 32 bits; where one does not fit the column is text.
std::string_view kml_type(const layers::Column& column) {
    switch (column.type()) {
        case layers::ColumnType::Number:
            return "double";
        case layers::ColumnType::YesNo:
            return "bool";
        case layers::ColumnType::WholeNumber: {
            for (std::size_t row = 0; row < column.size(); ++row) {
                const auto value = column.whole_number(row).value_or(0);
                const bool fits = value >= std::numeric_limits<std::int32_t>::min() &&
                                  value <= std::numeric_limits<std::int32_t>::max();
                if (!fits) return "string";
            }
            return "int";
        }
        default:
            return "string";
    }
}

std::string schema(const layers::Layer& layer, const std::vector<std::string>& names, core::Language language) {
    const auto id = escaped(layer.name);
    std::string text = "<Schema id=\"" + id + "\" name=\"" + id + "\">\n";
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto& title = layer.columns[i].definition().alias.in(language);
        text += "<SimpleField name=\"" + escaped(names[i]) + "\" type=\"" + std::string(kml_type(layer.columns[i])) +
                "\">" + (title.empty() ? "" : element("displayName", title)) + "</SimpleField>\n";
    }
    return text + "</Schema>\n";
}

std::string cell(const layers::Column& column, std::size_t row) {
    if (column.type() == layers::ColumnType::YesNo) return column.whole_number(row) == 1 ? "1" : "0";
    return column.as_text(row).value_or("");
}

std::string data_of_row(const layers::Layer& layer, const std::vector<std::string>& names, std::size_t row) {
    std::string text = "<ExtendedData><SchemaData schemaUrl=\"#" + escaped(layer.name) + "\">";
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (layer.columns[i].is_missing(row)) continue;
        text +=
            "<SimpleData name=\"" + escaped(names[i]) + "\">" + escaped(cell(layer.columns[i], row)) + "</SimpleData>";
    }
    return text + "</SchemaData></ExtendedData>";
}

std::string coordinates_element(std::span<const geo::Point> points) {
    std::string text = "<coordinates>";
    for (std::size_t i = 0; i < points.size(); ++i) {
        text += (i == 0 ? "" : " ") + degree_text(points[i].x) + "," + degree_text(points[i].y);
    }
    return text + "</coordinates>";
}

std::string ring(std::string_view border, std::span<const geo::Point> points) {
    const std::string name(border);
    return "<" + name + "><LinearRing>" + coordinates_element(points) + "</LinearRing></" + name + ">";
}

/// One point, line or polygon with its holes; moves `part` behind it.
std::string member(const geo::Geometries& geometry, std::size_t& part, std::size_t last) {
    const auto points = geometry.coordinates(part);
    switch (geometry.role(part++)) {
        case geo::PartRole::Point:
            return "<Point>" + coordinates_element(points) + "</Point>";
        case geo::PartRole::Line:
            return "<LineString><tessellate>1</tessellate>" + coordinates_element(points) + "</LineString>";
        default: {
            auto text = "<Polygon><tessellate>1</tessellate>" + ring("outerBoundaryIs", points);
            while (part < last && geometry.role(part) == geo::PartRole::InnerRing) {
                text += ring("innerBoundaryIs", geometry.coordinates(part++));
            }
            return text + "</Polygon>";
        }
    }
}

std::string place(const geo::Geometries& geometry, std::size_t row) {
    if (row >= geometry.size() || geometry.is_missing(row)) return {};
    const auto parts = geometry.parts(row);
    std::string text;
    for (auto part = parts.first; part < parts.last;) text += member(geometry, part, parts.last);
    return member_count(geometry, row) > 1 ? "<MultiGeometry>" + text + "</MultiGeometry>" : text;
}

const layers::Column* naming_column(const layers::Layer& layer) {
    const auto is_text = [](const auto& column) { return column.type() == layers::ColumnType::Text; };
    const auto is_name = [&](const auto& column) {
        return is_text(column) && (column.name() == "name" || column.name().ends_with("_name"));
    };
    auto found = std::ranges::find_if(layer.columns, is_name);
    if (found == layer.columns.end()) found = std::ranges::find_if(layer.columns, is_text);
    return found == layer.columns.end() ? nullptr : &*found;
}

/// A document of its own, which Google Earth shows as a folder: GDAL finds the column types only there.
void write_folder(const layers::Layer& layer, core::Language language, ZipWriter& zip, core::Progress& progress) {
    constexpr double kShareOfPlaces = 0.3;
    core::Stage placing(progress, 0.0, kShareOfPlaces);
    const auto geometry = in_wgs84(layer, "KMZ", placing);
    core::Stage writing(progress, kShareOfPlaces, 1.0);
    const auto names = column_names(layer);
    const auto* const naming = naming_column(layer);
    const auto& title = layer.title.in(language);
    zip.write("<Document>" + element("name", layer.name) + (title.empty() ? "" : element("description", title)) + "\n" +
              schema(layer, names, language));
    for (std::size_t row = 0; row < layer.row_count; ++row) {
        if (row % kRowsBetweenKmzReports == 0) {
            writing.step(static_cast<double>(row) / static_cast<double>(layer.row_count));
        }
        const auto name = naming == nullptr ? std::string() : naming->as_text(row).value_or("");
        zip.write("<Placemark>" + (name.empty() ? "" : element("name", name)) + data_of_row(layer, names, row) +
                  place(geometry, row) + "</Placemark>\n");
    }
    zip.write("</Document>\n");
    progress.step(1.0);
}

}  // namespace

void write_kmz(const std::vector<layers::Layer>& layers, const OutputTarget& target, StagedFiles& files,
               core::Progress& progress) {
    progress.step(0.0);
    TextFile file(files.add(target.path), target.path);
    ZipWriter zip(file);
    zip.begin_entry("doc.kml");
    const auto& title = layers.front().title.in(target.language);
    zip.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\">\n<Document>" +
              element("name", title.empty() ? layers.front().name : title) + "\n");
    for_each_layer(layers, progress, [&](std::size_t i, core::Progress& part) {
        write_folder(layers[i], target.language, zip, part);
        files.step();
    });
    zip.write("</Document>\n</kml>\n");
    zip.end_entry();
    zip.finish();
    file.close();
    files.step();
}

}  // namespace desakota::io
