#pragma once

#include <string>
#include <vector>

#include "engine/core/progress.h"
#include "engine/io/output_target.h"
#include "engine/layers/layer.h"

namespace desakota::io {

/// Writes the layers of a result, main layer first, in the format that the target's extension names, with run.json
/// beside it where there is a run record; returns the files written, main one first.
///
///   * A GeoPackage, a KMZ and a workbook take all layers; any other format one a file, the main layer in `r.csv`, the
///     others in `r_<layer>.csv`.
///   * A database takes each layer as a table (write_postgis.h).
///   * Complete or absent: all files are written under hidden names and renamed at the end, the main one last.
///   * Rows keep their order; missing stays missing; the same content gives the same bytes in any locale.
///   * Throws as check_output does, core::failure where the disk does not take the result, core::Cancelled.
std::vector<std::string> write_layers(const std::vector<layers::Layer>& layers, const OutputTarget& target,
                                      core::Progress& progress);

}  // namespace desakota::io
