#pragma once

#include "engine/core/diagnostics.h"
#include "engine/io/source_schema.h"

namespace desakota::io {

/// Completes the schema of a table by looking at its values:
///
///   * The columns of a CSV file become WholeNumber or Number where every value is one; codes (leading zeros, more
///     than 15 digits, names such as kode or id) stay Text. Decimal commas, and dots between thousands in files
///     separated by semicolons, are understood, and told.
///   * Coordinates: the columns that `source` names, otherwise, in CSV and XLSX, those with a usual name (x, lon,
///     longitude, bujur ...; y, lat, latitude, lintang ...). Values in degree range are EPSG:4326 unless `source` has a
///     crs, and the run says so.
/// Errors go to `diagnostics` (latitude and longitude swapped, what is no number); a named column that is not there is
/// thrown as a usage error.
void scan_table(const OpenLayer& open, const Source& source, SourceSchema& schema, core::Diagnostics& diagnostics);

/// A coordinate as users write it, with a decimal point or comma.
[[nodiscard]] std::optional<double> parse_coordinate(std::string_view text);

}  // namespace desakota::io
