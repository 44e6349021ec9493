#pragma once

#include "engine/core/diagnostics.h"
#include "engine/io/open_dataset.h"

namespace desakota::io {

/// Workbooks and CSV files as offices have them: finds the heading and the rows of data (table_layout.h) and puts a
/// table of texts in the place of the open layer, its features numbered as the rows of the sheet. The kecamatan that
/// stand in rows of their own become a column `kecamatan`, where there is no such column. A CSV file that has nothing
/// but a heading and data, or more than 64 MB, stays as it is. Tells `diagnostics` what was taken and left out; throws
/// an input error for a sheet without a heading and data, and for too large ones.
void take_table(OpenLayer& open, const Source& source, core::Diagnostics& diagnostics);

}  // namespace desakota::io
