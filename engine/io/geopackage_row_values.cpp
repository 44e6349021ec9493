#include "engine/io/geopackage_row_values.h"

#include <array>
#include <optional>

namespace desakota::io {
namespace {

void append_bytes(std::string& out, const void* value, std::size_t size) {
    out.append(static_cast<const char*>(value), size);
}

/// GeoPackage's form of one geometry: "GP", version, flags (bit 0 little-endian, bits 1 to 3 the kind of envelope),
/// coordinate system, envelope (none for a point), WKB. Source: OGC 12-128r15, section 2.1.3.
void append_geometry(const geo::Geometries& geometries, std::size_t row, bool multi, std::int32_t crs,
                     std::string& out) {
    const bool is_point = geometries.type(row) == geo::GeometryType::Point && !multi;
    out += "GP";
    out += '\0';
    out += is_point ? '\1' : '\3';
    append_bytes(out, &crs, sizeof crs);
    if (!is_point) {
        const auto box = extent_of(geometries, row);
        const std::array<double, 4> envelope{box.min_x, box.max_x, box.min_y, box.max_y};
        append_bytes(out, envelope.data(), sizeof envelope);
    }
    append_wkb(geometries, row, multi, out);
}

template <class Value>
SqlValue value_of(const std::optional<Value>& value) {
    return value ? SqlValue(*value) : SqlValue();
}

SqlValue value_of(const layers::Column& column, std::size_t row) {
    switch (column.type()) {
        case layers::ColumnType::Text:
            return value_of(column.text(row));
        case layers::ColumnType::Number:
            return value_of(column.number(row));
        default:
            return value_of(column.whole_number(row));
    }
}

}  // namespace

RowValues::RowValues(const layers::Layer& layer, const GeoPackageTable& table, std::int32_t crs, std::size_t first,
                     std::size_t last) {
    const bool is_spatial = table.shape.type != geo::GeometryType::None;
    for (auto row = first; row < last; ++row) {
        if (is_spatial && !layer.geometry.is_missing(row)) {
            append_geometry(layer.geometry, row, table.shape.multi, crs, geometry_);
        }
        geometry_end_.push_back(geometry_.size());
    }
    columns_.resize(layer.columns.size());
    for (std::size_t column = 0; column < columns_.size(); ++column) {
        columns_[column].reserve(last - first);
        for (auto row = first; row < last; ++row) columns_[column].push_back(value_of(layer.columns[column], row));
    }
}

}  // namespace desakota::io
