#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/core/text.h"
#include "engine/io/row_kinds.h"
#include "engine/io/table_cells.h"
#include "engine/io/table_heading.h"

namespace desakota::io {

/// A row without a group row above it.
inline constexpr std::uint32_t kNoGroup = 0xFFFFFFFF;

/// What the rows and columns of a sheet are. Rows are those handed in, in order.
struct TableLayout {
    TableHeading heading;
    std::vector<RowKind> kinds;            ///< by row
    std::vector<std::string> names;        ///< by column; empty: a column without name and values
    std::vector<std::string> short_names;  ///< by column of the heading, as heading_short_names gives them
    std::vector<std::uint32_t> groups;     ///< by row: the group row above it, or kNoGroup; empty where there is none
    std::vector<std::size_t> filled_down;  ///< columns (of kecamatan) in which an empty cell means the one above

    /// The number of the row in which another table begins, where the user did not say which one to read.
    std::optional<std::int64_t> other_table;

    /// Nothing but a heading in the first row and data below.
    [[nodiscard]] bool is_plain() const;
};

/// Where a table comes from. A CSV file whose first record names every column is one record after the other: of it only
/// sums ("Jumlah") and notes below the last record are left out.
enum class TableOrigin : std::uint8_t { Workbook, Csv };

/// Rows must not be empty ones. Empty result where no heading is found.
[[nodiscard]] std::optional<TableLayout> find_layout(std::span<const TableRow> rows,
                                                     const std::optional<HeaderRows>& given, TableOrigin origin);

/// One sentence: which rows were taken and which were left out, by their numbers.
[[nodiscard]] core::Text layout_text(std::span<const TableRow> rows, const TableLayout& layout);

}  // namespace desakota::io
