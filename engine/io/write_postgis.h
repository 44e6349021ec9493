#pragma once

#include <string>
#include <vector>

#include "engine/core/progress.h"
#include "engine/io/output_target.h"
#include "engine/layers/layer.h"

namespace desakota::io {

/// Checks a database before a run: reached, with PostGIS and the schema, none of the result's tables there (unless
/// `overwrite`), no table an input of the run. Usage errors, or a failure where it is not reached.
void check_database_output(const std::string& path, bool overwrite, const std::vector<ResultLayer>& layers,
                           const std::vector<std::string>& inputs);

/// Writes each layer as a table of its name with the columns fid and geom, in one transaction: complete or absent. The
/// title is the table's comment, the columns' titles theirs. The run record goes into the table `desakota_runs` of the
/// same schema, under the name of the main table; an older one of that name is replaced. Numbers keep 15 digits.
///
/// With `overwrite` older tables of the same names are dropped first, which the database refuses where views depend on
/// them. Returns the tables (postgis_target.h). Throws as check_database_output, core::failure, core::Cancelled.
std::vector<std::string> write_postgis(const std::vector<layers::Layer>& layers, const OutputTarget& target,
                                       core::Progress& progress);

}  // namespace desakota::io
