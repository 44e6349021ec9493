#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/core/text.h"
#include "engine/io/table_cells.h"
#include "engine/io/table_heading.h"

namespace desakota::io {

/// What a row of a sheet is.
enum class RowKind : std::uint8_t {
    Title,           ///< above the heading
    Heading,         ///< names the columns
    Numbering,       ///< "(1) (2) (3)"
    Data,            ///< one thing of the table
    Group,           ///< a kecamatan over the rows that follow
    Total,           ///< "Jumlah", "Total", "Rata-rata"
    Note,            ///< notes and sources below the data
    RepeatedHeading  ///< the heading or the numbers of the columns once more, as at the top of a printed page
};

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

    /// Nothing but a heading in the first row and data below.
    [[nodiscard]] bool is_plain() const;
};

/// Rows must not be empty ones. Empty result where no heading is found.
[[nodiscard]] std::optional<TableLayout> find_layout(std::span<const TableRow> rows,
                                                     const std::optional<HeaderRows>& given);

/// The name of the kecamatan in a group row: its text without "Kecamatan", "Kec." and an outline number ("I.", "A").
[[nodiscard]] std::string group_name(const TableRow& row);

/// One sentence: which rows were taken and which were left out, by their numbers.
[[nodiscard]] core::Text layout_text(std::span<const TableRow> rows, const TableLayout& layout);

}  // namespace desakota::io
