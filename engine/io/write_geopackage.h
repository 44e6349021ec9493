#pragma once

#include <vector>

#include "engine/core/progress.h"
#include "engine/io/output_target.h"
#include "engine/io/staged_files.h"
#include "engine/layers/layer.h"

namespace desakota::io {

/// Adds to `files` one GeoPackage with all layers: tables in order, each with a spatial index where it has geometry,
/// title and column aliases in the target's language, its styles, time stamps fixed, the run record in the metadata.
/// The same content gives the same bytes.
void write_geopackage(const std::vector<layers::Layer>& layers, const OutputTarget& target, StagedFiles& files,
                      core::Progress& progress);

}  // namespace desakota::io
