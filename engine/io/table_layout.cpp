#include "engine/io/table_layout.h"

#include <algorithm>
#include <array>

namespace desakota::io {
namespace {

constexpr std::array<std::string_view, 6> kFilledDown{"kecamatan",     "namakecamatan", "kabupaten",
                                                      "namakabupaten", "provinsi",      "kabupatenkota"};

void carry_groups(TableLayout& layout) {
    if (std::ranges::find(layout.kinds, RowKind::Group) == layout.kinds.end()) return;
    layout.groups.assign(layout.kinds.size(), kNoGroup);
    auto group = kNoGroup;
    for (std::size_t row = 0; row < layout.kinds.size(); ++row) {
        if (layout.kinds[row] == RowKind::Group) group = static_cast<std::uint32_t>(row);
        if (layout.kinds[row] == RowKind::Data) layout.groups[row] = group;
    }
}

/// Where the first row of a block names its kecamatan and the others leave the cell empty.
void find_filled_down(std::span<const TableRow> rows, TableLayout& layout) {
    for (std::size_t column = 0; column < layout.names.size(); ++column) {
        if (std::ranges::find(kFilledDown, plain_word(layout.names[column])) == kFilledDown.end()) continue;
        bool above = false;
        bool gap = false;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            if (layout.kinds[row] != RowKind::Data) continue;
            const bool filled = !cell(rows[row], column).empty();
            gap = gap || (above && !filled);
            above = above || filled;
        }
        if (gap) layout.filled_down.push_back(column);
    }
}

/// "AB" for column 27, as spreadsheet programs count.
std::string column_letters(std::size_t column) {
    constexpr std::size_t kLetters = 26;
    std::string letters;
    for (auto rest = column + 1; rest > 0; rest = (rest - 1) / kLetters) {
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % kLetters));
    }
    return letters;
}

/// Names columns that hold values and have none in the heading.
void name_columns(std::span<const TableRow> rows, std::size_t width, TableLayout& layout) {
    std::vector<bool> holds_values(width);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (layout.kinds[row] != RowKind::Data) continue;
        for (std::size_t column = 0; column < rows[row].cells.size(); ++column) {
            if (!rows[row].cells[column].empty()) holds_values[column] = true;
        }
    }
    layout.names.resize(width);
    for (std::size_t column = 0; column < width; ++column) {
        if (layout.names[column].empty() && holds_values[column]) {
            layout.names[column] = "column_" + column_letters(column);
        }
    }
}

}  // namespace

bool TableLayout::is_plain() const {
    const bool only_data =
        std::ranges::all_of(kinds, [](RowKind kind) { return kind == RowKind::Data || kind == RowKind::Heading; });
    return only_data && heading.first == 0 && heading.last == 0 && filled_down.empty();
}

std::optional<TableLayout> find_layout(std::span<const TableRow> rows, const std::optional<HeaderRows>& given,
                                       TableOrigin origin) {
    const bool is_orderly = origin == TableOrigin::Csv && !given && names_every_column(rows);
    const auto heading = is_orderly ? std::optional(TableHeading{}) : find_heading(rows, given);
    if (!heading) return std::nullopt;
    TableLayout layout;
    layout.heading = heading.value();
    layout.names = heading_names(rows, layout.heading);
    layout.short_names = heading_short_names(rows, layout.heading);
    const auto columns = look_at_columns(rows, layout.heading.last + 1, layout.names);
    layout.kinds = is_orderly ? kinds_of_orderly_rows(rows) : kinds_of_rows(rows, layout.heading, columns);
    const auto other = std::ranges::find(layout.kinds, RowKind::OtherTable);
    if (other != layout.kinds.end() && !given) {
        layout.other_table = rows[static_cast<std::size_t>(other - layout.kinds.begin())].number;
    }
    carry_groups(layout);
    name_columns(rows, columns.width, layout);
    if (origin == TableOrigin::Workbook) find_filled_down(rows, layout);
    return layout;
}

namespace {

/// "7", "20-22": the numbers of the rows of a kind; "..." after some.
std::string numbers_of(std::span<const TableRow> rows, const TableLayout& layout, RowKind kind) {
    constexpr std::size_t kMostListed = 8;
    std::string text;
    std::size_t listed = 0;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (layout.kinds[row] != kind) continue;
        auto last = row;
        while (last + 1 < rows.size() && layout.kinds[last + 1] == kind) ++last;
        if (++listed > kMostListed) return text + ", ...";
        text += (text.empty() ? "" : ", ") + std::to_string(rows[row].number);
        if (last > row) text += "-" + std::to_string(rows[last].number);
        row = last;
    }
    return text;
}

struct KindWords {
    RowKind kind;
    core::Text words;
};

const std::array<KindWords, 7>& words_of_kinds() {
    static const std::array<KindWords, 7> all{
        KindWords{RowKind::Title, {"titles", "judul"}},
        KindWords{RowKind::Numbering, {"numbers of the columns", "nomor kolom"}},
        KindWords{RowKind::RepeatedHeading, {"repeated headings", "kepala tabel yang berulang"}},
        KindWords{RowKind::Group, {"kecamatan headings", "judul kecamatan"}},
        KindWords{RowKind::Total, {"totals", "jumlah"}},
        KindWords{RowKind::Note, {"notes", "catatan"}},
        KindWords{RowKind::OtherTable, {"another table", "tabel lain"}},
    };
    return all;
}

core::Text filled_down_text(const TableLayout& layout) {
    core::Text text;
    for (const auto column : layout.filled_down) {
        text = text + core::format_text(" Empty cells in {0} stand for the cell above.",
                                        " Sel kosong di {0} berarti sama dengan sel di atasnya.", layout.names[column]);
    }
    return text;
}

}  // namespace

core::Text layout_text(std::span<const TableRow> rows, const TableLayout& layout) {
    const auto taken = std::ranges::count(layout.kinds, RowKind::Data);
    auto text = core::format_text(
        "heading in row {0}; {1} rows taken ({2}).", "kepala tabel di baris {0}; {1} baris dibaca ({2}).",
        numbers_of(rows, layout, RowKind::Heading), taken, numbers_of(rows, layout, RowKind::Data));
    core::Text left_out;
    for (const auto& [kind, words] : words_of_kinds()) {
        const auto numbers = numbers_of(rows, layout, kind);
        if (numbers.empty()) continue;
        left_out = left_out + core::same_text(left_out.english.empty() ? " " : ", ") + words +
                   core::format_text(" (row {0})", " (baris {0})", numbers);
    }
    if (!left_out.english.empty()) {
        text = text + core::Text{" Left out:", " Tidak dibaca:"} + left_out + core::same_text(".");
    }
    if (!layout.groups.empty()) {
        text = text + core::Text{" The kecamatan of each row is in the column kecamatan.",
                                 " Kecamatan setiap baris ada di kolom kecamatan."};
    }
    return text + filled_down_text(layout);
}

}  // namespace desakota::io
