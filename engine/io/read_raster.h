#pragma once

#include <string>

#include "engine/core/diagnostics.h"
#include "engine/core/progress.h"
#include "engine/io/read_layer.h"

namespace desakota::io {

/// The cells of a raster's first band that hold a value, as a layer of points at their centres with the Number column
/// `value`, row by row from the raster's first corner; cells of no data are left out, zeros are not.
///
///   * `path` is a local GeoTIFF, Arc/Info ASCII grid or GeoPackage with a raster; anything else is refused as by
///     `open_source`. Rotated rasters are read as they lie.
///   * The coordinate system is the raster's; without georeference it is an input error.
[[nodiscard]] ReadLayer read_raster(const std::string& path, core::Progress& progress, core::Diagnostics& diagnostics);

}  // namespace desakota::io
