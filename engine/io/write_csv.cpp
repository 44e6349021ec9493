#include "engine/io/write_csv.h"

#include <string_view>

#include "engine/core/number_text.h"
#include "engine/io/column_names.h"
#include "engine/io/geometry_encoding.h"

namespace desakota::io {
namespace {

constexpr std::size_t kRowsBetweenReports = 4096;

enum class GeometryCells : std::uint8_t { None, Coordinates, WellKnownText };

GeometryCells geometry_cells(const LayerShape& shape) {
    if (shape.type == geo::GeometryType::None) return GeometryCells::None;
    const bool single_points = shape.type == geo::GeometryType::Point && !shape.multi && !shape.mixed;
    return single_points ? GeometryCells::Coordinates : GeometryCells::WellKnownText;
}

bool may_run_as_formula(const std::string& text) {
    if (text.size() < 2) return false;
    if (std::string_view("\t\r\n").find(text.front()) != std::string_view::npos) return true;
    return std::string_view("=+-@").find(text.front()) != std::string_view::npos && !core::parse_number(text);
}

std::string header(const layers::Layer& layer, GeometryCells cells) {
    auto names = column_names(layer);
    if (cells == GeometryCells::Coordinates) {
        names.push_back(unused_name("x", names));
        names.push_back(unused_name("y", names));
    } else if (cells == GeometryCells::WellKnownText) {
        names.push_back(unused_name("wkt", names));
    }
    std::string line;
    for (const auto& name : names) {
        if (!line.empty()) line += ',';
        line += csv_cell(name);
    }
    return line + "\n";
}

std::string value_cell(const layers::Column& column, std::size_t row) {
    const auto text = column.as_text(row);
    if (!text) return {};
    return column.type() == layers::ColumnType::Text ? csv_cell(*text) : *text;
}

std::string geometry_text(const layers::Layer& layer, std::size_t row, GeometryCells cells) {
    const bool is_missing = layer.geometry.is_missing(row);
    if (cells == GeometryCells::WellKnownText) {
        const bool multi = !is_missing && member_count(layer.geometry, row) > 1;
        return is_missing ? "" : csv_cell(wkt(layer.geometry, row, multi));
    }
    if (is_missing) return ",";
    const auto point = layer.geometry.coordinates(layer.geometry.parts(row).first).front();
    return core::number_text(point.x) + "," + core::number_text(point.y);
}

std::string row_text(const layers::Layer& layer, std::size_t row, GeometryCells cells) {
    std::string line;
    for (std::size_t i = 0; i < layer.columns.size(); ++i) {
        if (i > 0) line += ',';
        line += value_cell(layer.columns[i], row);
    }
    if (cells == GeometryCells::None) return line + "\n";
    if (!layer.columns.empty()) line += ',';
    return line + geometry_text(layer, row, cells) + "\n";
}

}  // namespace

std::string csv_cell(const std::string& text) {
    auto safe = may_run_as_formula(text) ? "'" + text : text;
    if (!safe.empty() && safe.find_first_of(",\"\r\n") == std::string::npos) return safe;
    std::string cell = "\"";
    for (const char c : safe) {
        if (c == '"') cell += '"';
        cell += c;
    }
    return cell + '"';
}

void write_csv(const layers::Layer& layer, TextFile& file, core::Progress& progress) {
    const auto cells = geometry_cells(shape_of(layer));
    file.write(header(layer, cells));
    for (std::size_t row = 0; row < layer.row_count; ++row) {
        if (row % kRowsBetweenReports == 0) {
            progress.step(static_cast<double>(row) / static_cast<double>(layer.row_count));
        }
        file.write(row_text(layer, row, cells));
    }
    progress.step(1.0);
}

}  // namespace desakota::io
