#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace desakota::io {

/// One row of a table as it stands in the file, before it is known what its rows and columns mean.
struct TableRow {
    std::int64_t number = 0;  ///< as the spreadsheet program shows it, from 1; of a CSV file the record
    std::vector<std::string>
        cells;  ///< UTF-8, on one line, without blanks around; ends with the last that is not empty
};

/// A cell's text as `TableRow` holds it: line breaks and runs of blanks become one blank.
[[nodiscard]] std::string cell_text(std::string_view text);

/// The cell in a column; empty beyond the row's end.
[[nodiscard]] std::string_view cell(const TableRow& row, std::size_t column);
[[nodiscard]] std::size_t filled_cells(const TableRow& row);
/// The column of the first cell that is not empty; the number of cells where all are.
[[nodiscard]] std::size_t first_filled(const TableRow& row);

/// What a cell holds in place of a number.
enum class CellMark : std::uint8_t {
    None,
    Dash,          ///< "-": the statistics office's mark for zero or not existing
    NotAvailable,  ///< "...", "NA", "n.a.", "#N/A"
    FormulaError,  ///< "#REF!", "#DIV/0!" and the like
};
[[nodiscard]] CellMark mark_of(std::string_view text);

/// Digits with decimal marks, signs, groups ("1.234,5", "12 %", "-3", "1.6E+09"), as far as one cell can tell.
[[nodiscard]] bool looks_like_number(std::string_view text);
/// "2023": a year from 1900 to 2100, which may stand in a heading.
[[nodiscard]] bool is_year(std::string_view text);
/// "1.60705E+09": what a spreadsheet makes of a long code.
[[nodiscard]] bool is_scientific_code(std::string_view text);

/// Lower case, letters and digits only, for comparing words: "Kec. " gives "kec".
[[nodiscard]] std::string plain_word(std::string_view text);

}  // namespace desakota::io
