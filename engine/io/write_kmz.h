#pragma once

#include <vector>

#include "engine/core/progress.h"
#include "engine/io/output_target.h"
#include "engine/io/staged_files.h"
#include "engine/layers/layer.h"

namespace desakota::io {

/// Writes all layers into one KMZ for Google Earth (KML 2.2, packed): a folder a layer, with its title as description,
/// a placemark a row, in longitude and latitude on WGS 84. Columns are typed extended data with their titles; a
/// missing value is left out. A placemark bears the row's name: its first text column that is called `name` or ends in
/// `_name`, else its first text column. Rows of a table are placemarks without a place.
void write_kmz(const std::vector<layers::Layer>& layers, const OutputTarget& target, StagedFiles& files,
               core::Progress& progress);

}  // namespace desakota::io
