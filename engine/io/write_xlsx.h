#pragma once

#include <vector>

#include "engine/core/progress.h"
#include "engine/io/output_target.h"
#include "engine/io/staged_files.h"
#include "engine/layers/layer.h"

namespace desakota::io {

/// Writes all layers as sheets of one Excel workbook, main layer first, and last the sheet `columns`: what each column
/// of each sheet means, in the run's language.
///
///   * The first row holds the column names, bold and frozen. Texts are texts, also codes and what looks like a
///     formula; yes and no are TRUE and FALSE; whole numbers beyond 15 digits, which Excel would round, are texts.
///   * A layer of points ends with the columns longitude and latitude (WGS 84, of a row's first point); other geometry
///     is left out.
///   * Sheet names have at most 31 letters: of a longer one the name of the main layer before it is left out, then the
///     end.
///   * core::failure: more rows or columns than Excel takes. Warning: texts beyond 32,767 bytes, which end there.
void write_xlsx(const std::vector<layers::Layer>& layers, const OutputTarget& target, StagedFiles& files,
                core::Progress& progress);

/// The names of the sheets of such layers, without `columns`.
[[nodiscard]] std::vector<std::string> sheet_names(const std::vector<layers::Layer>& layers);

}  // namespace desakota::io
