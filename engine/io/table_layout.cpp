#include "engine/io/table_layout.h"

#include <algorithm>
#include <array>

namespace desakota::io {
namespace {

constexpr std::array<std::string_view, 7> kTotals{"jumlah",     "jml",       "total",   "subtotal",
                                                  "grandtotal", "subjumlah", "ratarata"};
constexpr std::array<std::string_view, 8> kNotes{"sumber", "source",     "catatan", "note",
                                                 "notes",  "keterangan", "ket",     "diolah"};
constexpr std::array<std::string_view, 3> kDistrictWords{"kecamatan", "kec", "distrik"};
constexpr std::array<std::string_view, 4> kRunningNumbers{"no", "nomor", "nourut", "nomorurut"};
constexpr std::array<std::string_view, 6> kFilledDown{"kecamatan",     "namakecamatan", "kabupaten",
                                                      "namakabupaten", "provinsi",      "kabupatenkota"};

template <std::size_t Count>
bool is_one_of(std::string_view word, const std::array<std::string_view, Count>& words) {
    return std::ranges::find(words, word) != words.end();
}

std::string_view first_word(std::string_view text) {
    return text.substr(0, text.find_first_of(" .:/(,"));
}

/// "I.", "IV", "1.", "A.": what stands before names in lists.
bool is_outline_number(std::string_view text) {
    while (text.ends_with('.') || text.ends_with(')')) text.remove_suffix(1);
    constexpr std::size_t kLongest = 5;
    if (text.empty() || text.size() > kLongest) return false;
    const bool is_roman = text.find_first_not_of("IVXLC") == std::string_view::npos;
    const bool is_letter = text.size() == 1 && text.front() >= 'A' && text.front() <= 'Z';
    return is_roman || is_letter || text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// The first cell that is a text, neither a number nor a mark nor a list's number.
std::string_view label_of(const TableRow& row) {
    for (const auto& text : row.cells) {
        if (text.empty() || looks_like_number(text) || mark_of(text) != CellMark::None) continue;
        if (!is_outline_number(text)) return text;
    }
    return {};
}

/// What is known of the columns from most of the rows below the heading.
struct BodyColumns {
    std::size_t width = 0;                      ///< columns up to the last that is filled
    std::optional<std::size_t> running_number;  ///< the column "No"
    std::vector<bool> numbers;                  ///< by column: mostly numbers
    bool has_district = false;                  ///< a column of kecamatan
};

BodyColumns look_at_columns(std::span<const TableRow> rows, std::size_t first, const std::vector<std::string>& names) {
    BodyColumns columns;
    std::vector<std::size_t> filled;
    std::vector<std::size_t> numeric;
    for (const auto& row : rows.subspan(first)) {
        if (row.cells.size() > filled.size()) {
            filled.resize(row.cells.size());
            numeric.resize(row.cells.size());
        }
        for (std::size_t column = 0; column < row.cells.size(); ++column) {
            const auto& text = row.cells[column];
            if (text.empty()) continue;
            ++filled[column];
            if (looks_like_number(text)) ++numeric[column];
        }
    }
    columns.width = std::max(filled.size(), names.size());
    columns.numbers.resize(columns.width);
    for (std::size_t column = 0; column < filled.size(); ++column) {
        columns.numbers[column] = 2 * numeric[column] > filled[column];
    }
    for (std::size_t column = 0; column < names.size(); ++column) {
        const auto word = plain_word(names[column]);
        const bool is_numbered = column < columns.numbers.size() && columns.numbers[column];
        if (is_one_of(word, kRunningNumbers) && is_numbered && !columns.running_number) columns.running_number = column;
        columns.has_district = columns.has_district || word == "kecamatan" || word == "namakecamatan";
    }
    return columns;
}

bool starts_with_district(const TableRow& row) {
    return is_one_of(plain_word(first_word(label_of(row))), kDistrictWords);
}

/// How many cells hold a text other than a list's number.
std::size_t texts_of(const TableRow& row) {
    return static_cast<std::size_t>(std::ranges::count_if(row.cells, [](const std::string& text) {
        return !text.empty() && !is_outline_number(text) && mark_of(text) == CellMark::None;
    }));
}

/// A kecamatan over the rows that follow: it says so; or its only text stands where the other rows have a number; or it
/// has no running number, as the other rows do.
bool is_group(const TableRow& row, const BodyColumns& columns) {
    const auto label = label_of(row);
    if (label.empty()) return false;
    if (starts_with_district(row) && !columns.has_district) return true;
    if (texts_of(row) != 1) return false;
    if (starts_with_district(row)) return true;
    const auto column = static_cast<std::size_t>(std::ranges::find(row.cells, label) - row.cells.begin());
    if (column < columns.numbers.size() && columns.numbers[column]) return true;
    if (!columns.running_number) return false;
    const auto number = cell(row, columns.running_number.value());
    return number.empty() || !looks_like_number(number);
}

bool is_total(const TableRow& row) {
    const auto label = label_of(row);
    return is_one_of(plain_word(first_word(label)), kTotals) || is_one_of(plain_word(label), kTotals);
}

bool starts_as_note(std::string_view text) {
    return text.starts_with('*') || is_one_of(plain_word(first_word(text)), kNotes);
}

/// "Sumber: kantor camat", "Sumber/Source : ..."; Sumber Rejo is a village.
bool is_note(const TableRow& row) {
    if (filled_cells(row) > 2) return false;
    const std::string_view text = row.cells[first_filled(row)];
    if (text.starts_with('*')) return true;
    const auto after = text.substr(std::min(text.find_first_not_of(" ", first_word(text).size()), text.size()));
    return starts_as_note(text) && (after.starts_with(':') || after.starts_with('/'));
}

bool repeats_heading(std::span<const TableRow> rows, const TableHeading& heading, const TableRow& row) {
    if (heading.has_numbering && is_numbering(row)) return true;
    for (auto index = heading.first; index <= heading.last; ++index) {
        if (rows[index].cells == row.cells) return true;
    }
    return false;
}

/// Each row below the heading by itself.
void judge_rows(std::span<const TableRow> rows, const BodyColumns& columns, TableLayout& layout) {
    bool in_notes = false;
    for (auto row = layout.heading.last + 1; row < rows.size(); ++row) {
        auto& kind = layout.kinds[row];
        in_notes = is_note(rows[row]) || (in_notes && filled_cells(rows[row]) <= 2);
        if (in_notes) {
            kind = RowKind::Note;
        } else if (repeats_heading(rows, layout.heading, rows[row])) {
            kind = RowKind::RepeatedHeading;
        } else if (is_total(rows[row])) {
            kind = RowKind::Total;
        } else {
            kind = is_group(rows[row], columns) ? RowKind::Group : RowKind::Data;
        }
    }
}

/// A table may have its figures in rows ("Jumlah penduduk", "Jumlah KK"), or a row a kecamatan: where totals or groups
/// outnumber the other rows, they are what the table is of.
void keep_prevailing_rows(TableLayout& layout) {
    for (const auto kind : {RowKind::Group, RowKind::Total}) {
        const auto of_kind = std::ranges::count(layout.kinds, kind);
        if (of_kind > std::ranges::count(layout.kinds, RowKind::Data)) {
            std::ranges::replace(layout.kinds, kind, RowKind::Data);
        }
    }
}

/// Below the last row of data nothing can be a group; a line of text there is a note, and so is one that starts like a
/// note below an empty row.
void end_with_notes(std::span<const TableRow> rows, TableLayout& layout) {
    for (auto row = layout.kinds.size(); row-- > layout.heading.last + 1;) {
        auto& kind = layout.kinds[row];
        const bool stands_apart = rows[row].number > rows[row - 1].number + 1 && filled_cells(rows[row]) == 1;
        const bool is_source = stands_apart && starts_as_note(rows[row].cells[first_filled(rows[row])]);
        if (kind == RowKind::Data && !is_source) return;
        if (kind == RowKind::Group || is_source) kind = RowKind::Note;
    }
}

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
        if (!is_one_of(plain_word(layout.names[column]), kFilledDown)) continue;
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

std::optional<TableLayout> find_layout(std::span<const TableRow> rows, const std::optional<HeaderRows>& given) {
    const auto heading = find_heading(rows, given);
    if (!heading) return std::nullopt;
    TableLayout layout;
    layout.heading = heading.value();
    layout.names = heading_names(rows, layout.heading);
    layout.short_names = heading_short_names(rows, layout.heading);
    layout.kinds.assign(rows.size(), RowKind::Title);
    for (auto row = layout.heading.first; row <= layout.heading.last; ++row) layout.kinds[row] = RowKind::Heading;
    const auto columns = look_at_columns(rows, layout.heading.last + 1, layout.names);
    judge_rows(rows, columns, layout);
    if (layout.heading.has_numbering) layout.kinds[layout.heading.last + 1] = RowKind::Numbering;
    keep_prevailing_rows(layout);
    end_with_notes(rows, layout);
    carry_groups(layout);
    name_columns(rows, columns.width, layout);
    find_filled_down(rows, layout);
    return layout;
}

std::string group_name(const TableRow& row) {
    auto name = label_of(row);
    for (bool again = true; again;) {
        const auto word = first_word(name);
        const bool is_prefix = is_one_of(plain_word(word), kDistrictWords) ||
                               (word.size() < name.size() && name[word.size()] == '.' && is_outline_number(word));
        again = is_prefix && word.size() < name.size();
        if (!again) break;
        name.remove_prefix(word.size());
        name.remove_prefix(std::min(name.find_first_not_of(" .:"), name.size()));
    }
    return std::string(name);
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

const std::array<KindWords, 6>& words_of_kinds() {
    static const std::array<KindWords, 6> all{
        KindWords{RowKind::Title, {"titles", "judul"}},
        KindWords{RowKind::Numbering, {"numbers of the columns", "nomor kolom"}},
        KindWords{RowKind::RepeatedHeading, {"repeated headings", "kepala tabel yang berulang"}},
        KindWords{RowKind::Group, {"kecamatan headings", "judul kecamatan"}},
        KindWords{RowKind::Total, {"totals", "jumlah"}},
        KindWords{RowKind::Note, {"notes", "catatan"}},
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
