#pragma once

#include "engine/core/diagnostics.h"
#include "engine/io/source_schema.h"
#include "engine/io/table_reading.h"

namespace desakota::io {

/// Completes the schema of a table by looking at its values:
///
///   * The columns of a CSV file or a workbook become WholeNumber or Number where every value is one; codes (leading
///     zeros, more than 15 digits, names such as kode or id) stay Text. Decimal commas, and dots between thousands, are
///     understood and told, column by column; where only numbers such as 1.234 occur, `reading` says what they are,
///     else a comma elsewhere in a file separated by semicolons; else reading that column is an error. The marks of the
///     statistics office stand for zero ("-", unless `reading` says otherwise) and missing ("...", "NA").
///   * A code that a spreadsheet turned into 1.60705E+09: reading its column is an error.
///   * Coordinates: table_coordinates.h. Values in degree range are EPSG:4326 unless `source` has a crs, and the run
///     says so.
/// Errors go to `diagnostics`, or to the notes of a column, told when it is read; a named column that is not there is
/// thrown as a usage error.
void scan_table(const OpenLayer& open, const Source& source, const TableReading& reading, SourceSchema& schema,
                core::Diagnostics& diagnostics);

}  // namespace desakota::io
