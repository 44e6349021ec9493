#pragma once

#include "engine/core/progress.h"
#include "engine/io/geopackage_tables.h"
#include "engine/io/sqlite_file.h"
#include "engine/layers/layer.h"

namespace desakota::io {

/// Fills an empty table that `create_tables` made: the rows in order, numbered from 1, the spatial index, the extent
/// and the row count.
void write_rows(SqliteFile& file, const layers::Layer& layer, const GeoPackageTable& table, core::Progress& progress);

}  // namespace desakota::io
