#pragma once

#include "engine/core/progress.h"
#include "engine/io/staged_files.h"
#include "engine/layers/layer.h"

namespace desakota::io {

/// Writes one layer as FlatGeobuf, through GDAL, into memory and then to `file`, so that a full disk is noticed.
/// Without FlatGeobuf's spatial index, which would put the rows into another order. Throws core::usage_error where rows
/// have no geometry: GDAL's driver would drop them without a word.
void write_flatgeobuf(const layers::Layer& layer, TextFile& file, core::Progress& progress);

}  // namespace desakota::io
