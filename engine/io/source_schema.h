#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/core/diagnostics.h"
#include "engine/geo/geometry.h"
#include "engine/io/open_dataset.h"
#include "engine/layers/column.h"

namespace desakota::io {

/// How a column's value comes out of its field.
enum class ValueForm : std::uint8_t {
    Plain,        ///< the field's own value
    Tag,          ///< one tag of the field's hstore text
    PointNumber,  ///< a number written with a decimal point
    CommaNumber,  ///< a number written with a decimal comma and dots between thousands
    VillageCode,  ///< a code in several fields (village_code.h)
};

struct SchemaColumn {
    layers::ColumnDefinition definition;
    int field = 0;  ///< index in the layer's definition
    ValueForm form = ValueForm::Plain;
    std::vector<int> parts{};  ///< VillageCode: the fields of its parts
    bool dash_is_zero = true;  ///< numbers: what "-" means; otherwise missing
    /// What is told when the column is read: what was taken for what, and what it cannot be taken for.
    std::vector<core::Diagnostic> notes{};
};

/// The fields of a table that hold the coordinates.
struct CoordinateFields {
    int x = 0;
    int y = 0;
    bool y_is_south = false;  ///< the column is called "Lintang Selatan": unsigned numbers lie in the south
};

/// What an open layer holds, before it is read.
struct SourceSchema {
    std::string name;
    geo::GeometryType geometry_type = geo::GeometryType::None;
    std::string crs;
    std::vector<SchemaColumn> columns;
    std::optional<CoordinateFields> coordinates;
    std::optional<std::size_t> feature_count;  ///< empty where counting would mean reading everything
};

/// Adds the usual tags of OpenStreetMap as columns where `columns` has its `other_tags` (tags.h).
void offer_tags(std::vector<SchemaColumn>& columns);

/// The schema as the format declares it. A layer of any geometry type gets the type that most of its features have;
/// only those in `accepted` count, where there are any.
[[nodiscard]] SourceSchema declared_schema(const OpenLayer& open, std::span<const geo::GeometryType> accepted);

}  // namespace desakota::io
