#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/io/geopackage_tables.h"

namespace desakota::io {

/// A value of a column as SQLite takes it; monostate where it is missing.
using SqlValue = std::variant<std::monostate, std::int64_t, double, std::string_view>;

/// Some consecutive rows of a layer, made ready to be written. Texts are the layer's own, which must outlive this.
class RowValues {
public:
    /// Rows [first, last). `crs`: the number that the file gives the layer's coordinate system.
    RowValues(const layers::Layer& layer, const GeoPackageTable& table, std::int32_t crs, std::size_t first,
              std::size_t last);

    [[nodiscard]] std::size_t size() const { return geometry_end_.size() - 1; }
    /// GeoPackage's form of the geometry of a row (counted from 0 in here); empty where it has none.
    [[nodiscard]] std::string_view geometry(std::size_t row) const {
        return std::string_view(geometry_).substr(geometry_end_[row], geometry_end_[row + 1] - geometry_end_[row]);
    }
    /// The values of a column, row by row.
    [[nodiscard]] const std::vector<SqlValue>& column(std::size_t column) const { return columns_[column]; }

private:
    std::string geometry_;
    std::vector<std::size_t> geometry_end_{0};
    std::vector<std::vector<SqlValue>> columns_;
};

}  // namespace desakota::io
