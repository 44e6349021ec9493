#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/io/open_dataset.h"
#include "engine/io/table_cells.h"

namespace desakota::io {

/// The rows of a workbook's sheet that was opened without taking any for a heading; empty ones are left out. Throws an
/// input error where there are more than `kMostCells` filled cells.
[[nodiscard]] std::vector<TableRow> rows_of_sheet(const OpenLayer& sheet, const Source& source);

/// The records of a CSV file, empty ones left out; separated by whichever of comma, semicolon, tab and bar its first
/// lines have most of. Empty where the file is larger than `kMostBytes`.
[[nodiscard]] std::optional<std::vector<TableRow>> rows_of_csv(const std::string& path);

inline constexpr std::size_t kMostCells = 40'000'000;
inline constexpr std::size_t kMostCsvBytes = std::size_t{64} << 20U;

}  // namespace desakota::io
