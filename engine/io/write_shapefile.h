#pragma once

#include <vector>

#include "engine/core/progress.h"
#include "engine/io/output_target.h"
#include "engine/io/staged_files.h"
#include "engine/layers/layer.h"

namespace desakota::io {

/// Writes each layer as a Shapefile (.shp, .shx, .dbf, .cpg and, with a coordinate system, .prj), a table as .dbf and
/// .cpg, and beside them `r.columns.csv`, which says which column each short name (short_names.h) stands for.
///
///   * A row without geometry has the null shape. Polygons' outer rings run clockwise.
///   * Told to the target's diagnostics: the short names; texts cut at 254 bytes, a warning with the first row.
///   * core::failure: a file of more than 2 GB; a layer that holds points, lines and areas together.
///
/// Source: ESRI Shapefile Technical Description (1998).
void write_shapefiles(const std::vector<layers::Layer>& layers, const OutputTarget& target, StagedFiles& files,
                      core::Progress& progress);

}  // namespace desakota::io
