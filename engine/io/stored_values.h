#pragma once

#include <vector>

#include "engine/core/diagnostics.h"
#include "engine/io/open_dataset.h"
#include "engine/io/source_schema.h"
#include "engine/layers/layer.h"

namespace desakota::io {

/// SQLite's tables (GeoPackage, SpatiaLite) may hold a text in a number field, and a fraction in one of whole numbers;
/// GDAL reads the one as 0 and cuts the other. Tells `diagnostics` of each such value among the rows of `open`.
/// Reading starts anew afterwards.
void check_stored_values(const OpenLayer& open, const Source& source, const std::vector<SchemaColumn>& columns,
                         const layers::Layer& layer, core::Diagnostics& diagnostics);

}  // namespace desakota::io
