#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/layers/layer.h"

namespace desakota::test_support {

/// One value of a row; std::monostate is a missing one.
using Cell = std::variant<std::monostate, std::string_view, std::int64_t, double>;

/// An empty layer in EPSG:4326 with these columns.
[[nodiscard]] layers::Layer make_layer(std::string name, core::Text title, geo::GeometryType type,
                                       std::initializer_list<layers::ColumnDefinition> columns);

/// Adds a row of one part (of none to a table, whatever `role` says); the feature number is the row's number from 1.
/// There must be a cell for each column.
void add_row(layers::Layer& layer, geo::PartRole role, std::span<const geo::Point> coordinates,
             std::initializer_list<Cell> cells);

}  // namespace desakota::test_support
