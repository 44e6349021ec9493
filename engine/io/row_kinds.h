#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/io/table_cells.h"
#include "engine/io/table_heading.h"

namespace desakota::io {

/// What a row of a sheet is.
enum class RowKind : std::uint8_t {
    Title,            ///< above the heading
    Heading,          ///< names the columns
    Numbering,        ///< "(1) (2) (3)"
    Data,             ///< one thing of the table
    Group,            ///< a kecamatan over the rows that follow
    Total,            ///< "Jumlah", "Total", "Rata-rata"
    Note,             ///< notes, sources and signatures below the data
    RepeatedHeading,  ///< the heading, its numbers or "Lanjutan Tabel" once more, as at the top of a printed page
    OtherTable        ///< of another table below
};

/// What is known of the columns from most of the rows below the heading.
struct BodyColumns {
    std::size_t width = 0;                      ///< columns up to the last that is filled
    std::optional<std::size_t> running_number;  ///< the column "No"
    std::vector<bool> numbers;                  ///< by column: mostly numbers
    bool has_district = false;                  ///< a column of kecamatan
};
[[nodiscard]] BodyColumns look_at_columns(std::span<const TableRow> rows, std::size_t first,
                                          const std::vector<std::string>& names);

/// What each row is. A row with figures of its own is data unless its label says otherwise: nothing is left out for
/// being short of a cell.
[[nodiscard]] std::vector<RowKind> kinds_of_rows(std::span<const TableRow> rows, const TableHeading& heading,
                                                 const BodyColumns& columns);

/// Does the first row name every column, and the second not number them in brackets?
[[nodiscard]] bool names_every_column(std::span<const TableRow> rows);
/// What each row is where every row below the first is a record, but for sums and notes at the end.
[[nodiscard]] std::vector<RowKind> kinds_of_orderly_rows(std::span<const TableRow> rows);

/// The name of the kecamatan in a group row: its text without "Kecamatan", "Kec." and an outline number ("I.", "A").
[[nodiscard]] std::string group_name(const TableRow& row);

}  // namespace desakota::io
