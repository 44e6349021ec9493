#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/io/table_cells.h"

namespace desakota::io {

/// Rows `first` to `last` of a sheet, both included, as the spreadsheet program numbers them.
struct HeaderRows {
    std::int64_t first = 0;
    std::int64_t last = 0;
};

/// "4" or "3-5"; empty for anything else.
[[nodiscard]] std::optional<HeaderRows> parse_header_rows(std::string_view text);

/// Where a table's heading stands among its rows (indices, both included).
struct TableHeading {
    std::size_t first = 0;
    std::size_t last = 0;
    bool has_numbering = false;  ///< the row after it numbers the columns: "(1) (2) (3)"
};

/// A row that numbers the columns: "(1) (2) (3)" or, from three columns on, "1 2 3".
[[nodiscard]] bool is_numbering(const TableRow& row);

/// Finds the heading above the data: the rows over the row that numbers the columns; else the first row that is about
/// as wide as the table, with the rows under it that divide its columns ("Penduduk" over "L" and "P") and those over it
/// that span several. `given` settles it. Empty where there is no row, or `given` names none of them.
[[nodiscard]] std::optional<TableHeading> find_heading(std::span<const TableRow> rows,
                                                       const std::optional<HeaderRows>& given);

/// The names of the columns, joined from the top down with a blank; the text of a cell that spans several columns goes
/// for all of them. Empty where no row of the heading names a column.
[[nodiscard]] std::vector<std::string> heading_names(std::span<const TableRow> rows, const TableHeading& heading);

/// What each column is called by itself, where its heading has several rows: the lowest text that is not only "Jumlah",
/// "Total" or "L+P" ("Kependudukan", "Jumlah Penduduk", "Jumlah" gives "Jumlah Penduduk"). Empty where that is its
/// name.
[[nodiscard]] std::vector<std::string> heading_short_names(std::span<const TableRow> rows, const TableHeading& heading);

}  // namespace desakota::io
