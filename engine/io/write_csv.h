#pragma once

#include <string>

#include "engine/core/progress.h"
#include "engine/io/staged_files.h"
#include "engine/layers/layer.h"

namespace desakota::io {

/// Writes one layer as CSV (RFC 4180, but lines end in "\n"): UTF-8, comma, full stop as decimal mark, column names in
/// the first line. A missing value is an empty cell, an empty text is "".
///
///   * A layer of single points ends with the columns x and y, in the layer's coordinate system; any other geometry
///     with a column wkt.
///   * Spreadsheets run cells that begin with =, +, - or @ as formulas, and skip a tab or line end before them. A text
///     of several characters that begins so and is no number gets a ' in front; "-" alone, and every number, stays.
void write_csv(const layers::Layer& layer, TextFile& file, core::Progress& progress);

/// One text as a cell: quoted where it must be, guarded as said above.
[[nodiscard]] std::string csv_cell(const std::string& text);

}  // namespace desakota::io
