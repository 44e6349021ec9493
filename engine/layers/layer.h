#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/text.h"
#include "engine/geo/geometry.h"
#include "engine/layers/column.h"

namespace desakota::layers {

/// One way to draw a layer in QGIS.
struct LayerStyle {
    std::string name;   ///< lower_snake, never translated
    std::string title;  ///< in the run's language, as are the texts inside the style
    std::string qml;    ///< for this very layer: its geometry type, its columns
};

/// A table with an optional geometry column, in memory.
struct Layer {
    std::string name;
    core::Text title;
    /// As the user wrote it, for messages ("settlements.gpkg|layername=desa"); empty for a result.
    std::string source;
    /// The coordinate system as WKT; empty where the layer has none. Coordinates are x east, y north in its units
    /// (longitude, latitude for a geographic one), whatever axis order its definition says.
    std::string crs;
    geo::GeometryType geometry_type = geo::GeometryType::None;
    /// One entry a row where the layer has geometry; otherwise of size 0.
    geo::Geometries geometry;
    /// The feature number of each row in its source (GDAL's FID); empty in a result.
    std::vector<std::int64_t> feature_ids;
    std::vector<Column> columns;
    /// Rows, also where there are neither columns nor geometry.
    std::size_t row_count = 0;
    /// How a result is drawn, the default first; empty in an input.
    std::vector<LayerStyle> styles;

    /// The column of that name (letter case counts), or nullptr.
    [[nodiscard]] const Column* find(std::string_view column_name) const;
    [[nodiscard]] Column* find(std::string_view column_name);
    /// Adds an empty column and returns it; references to other columns of the layer stay valid only until then.
    Column& add_column(ColumnDefinition definition);
};

/// "settlements.gpkg|desa, fid 17" or, with a name, `settlements.gpkg|desa, fid 17 "Mulyasari"`: how messages point
/// at one feature.
[[nodiscard]] std::string describe_feature(const Layer& layer, std::size_t row, std::string_view feature_name = {});
/// "settlements.gpkg|desa": how messages point at a layer.
[[nodiscard]] std::string describe_layer(const Layer& layer);

}  // namespace desakota::layers
