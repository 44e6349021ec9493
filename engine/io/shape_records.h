#pragma once

#include <cstdint>

#include "engine/core/progress.h"
#include "engine/io/geometry_encoding.h"
#include "engine/io/staged_files.h"
#include "engine/layers/layer.h"

namespace desakota::io {

/// The size of the .shp file of a layer of one geometry type, in bytes.
[[nodiscard]] std::uint64_t shp_size(const layers::Layer& layer, const LayerShape& shape);

/// Writes the geometry of such a layer as a .shp file and its index.
void write_shapes(const layers::Layer& layer, const LayerShape& shape, TextFile& shp, TextFile& shx,
                  core::Progress& progress);

}  // namespace desakota::io
