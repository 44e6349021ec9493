#pragma once

#include "engine/io/source.h"

namespace desakota::io {

/// Workbooks are archives that may hold a thousand times their size. Throws an input error where `path` is one that
/// unpacks to more than a gigabyte, or to more than two hundred times its size beyond a hundred megabytes.
void check_packed_size(const std::string& path, const Source& source);

/// The formulas of a workbook (.xlsx, .xlsm) that no program has ever worked out, so that their cells look empty.
[[nodiscard]] std::size_t count_open_formulas(const std::string& path);

}  // namespace desakota::io
