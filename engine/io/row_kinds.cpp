#include "engine/io/row_kinds.h"

#include <algorithm>
#include <array>

namespace desakota::io {
namespace {

constexpr std::array<std::string_view, 10> kSumWords{"jumlah", "jml",        "total",       "sub",       "subtotal",
                                                     "grand",  "grandtotal", "keseluruhan", "subjumlah", "rata"};
/// What a sum may be of: "Jumlah Kecamatan Muara Telang".
constexpr std::array<std::string_view, 12> kSumOf{"kecamatan", "kec",  "kabupaten", "kab",     "kota",    "provinsi",
                                                  "prov",      "desa", "kelurahan", "distrik", "seluruh", "wilayah"};
constexpr std::array<std::string_view, 8> kNotes{"sumber", "source",     "catatan", "note",
                                                 "notes",  "keterangan", "ket",     "diolah"};
constexpr std::array<std::string_view, 6> kPageLines{"lanjutan", "sambungan", "tabel", "table", "continued", "lanjt"};
constexpr std::array<std::string_view, 3> kDistrictWords{"kecamatan", "kec", "distrik"};
constexpr std::array<std::string_view, 7> kDistrictColumns{"kecamatan", "namakecamatan", "namakec",    "kec",
                                                           "nmkec",     "distrik",       "namadistrik"};
constexpr std::array<std::string_view, 8> kVillageWords{"desa", "kel",     "kelurahan", "upt",
                                                        "sp",   "kampung", "nagari",    "pekon"};
constexpr std::array<std::string_view, 4> kRunningNumbers{"no", "nomor", "nourut", "nomorurut"};

template <std::size_t Count>
bool is_one_of(std::string_view word, const std::array<std::string_view, Count>& words) {
    return std::ranges::find(words, word) != words.end();
}

std::string_view first_word(std::string_view text) {
    return text.substr(0, text.find_first_of(" .:/(,"));
}

/// The words of a text in plain letters.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    constexpr std::string_view kBetween = " -/+.,:()";
    while (!text.empty()) {
        const auto word = plain_word(text.substr(0, text.find_first_of(kBetween)));
        if (!word.empty()) words.push_back(word);
        const auto end = text.find_first_of(kBetween);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return words;
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

bool is_number_or_mark(std::string_view text) {
    return looks_like_number(text) || mark_of(text) != CellMark::None;
}

/// The column of the first cell that is a text, neither a number nor a mark nor a list's number; the number of cells
/// where there is none.
std::size_t label_column(const TableRow& row) {
    const auto found = std::ranges::find_if(row.cells, [](const std::string& text) {
        return !text.empty() && !is_number_or_mark(text) && !is_outline_number(text);
    });
    return static_cast<std::size_t>(found - row.cells.begin());
}

std::string_view label_of(const TableRow& row) {
    return cell(row, label_column(row));
}

bool has_number_before_label(const TableRow& row) {
    const auto label = label_column(row);
    return std::any_of(row.cells.begin(), row.cells.begin() + static_cast<std::ptrdiff_t>(label),
                       [](const std::string& text) { return looks_like_number(text); });
}

/// Numbers, or marks in their place, behind the label.
bool has_figures(const TableRow& row) {
    const auto label = std::min(label_column(row), row.cells.size());
    return std::any_of(row.cells.begin() + static_cast<std::ptrdiff_t>(label), row.cells.end(), is_number_or_mark);
}

/// Numbers of any kind: also a running number before a name.
bool has_numbers(const TableRow& row) {
    return std::ranges::any_of(row.cells, is_number_or_mark);
}

bool starts_with_district(const TableRow& row) {
    return is_one_of(plain_word(first_word(label_of(row))), kDistrictWords);
}

std::size_t texts_of(const TableRow& row) {
    return static_cast<std::size_t>(std::ranges::count_if(row.cells, [](const std::string& text) {
        return !text.empty() && !is_outline_number(text) && mark_of(text) == CellMark::None && !looks_like_number(text);
    }));
}

/// A letter or Roman number before the label.
bool is_outlined(const TableRow& row) {
    const auto first = first_filled(row);
    return first < label_column(row) && is_outline_number(row.cells[first]) && !looks_like_number(row.cells[first]);
}

/// A kecamatan over the rows that follow: it says so; or its only text stands where the other rows have a number, or it
/// has a letter in the place of their running number or none, and no figures.
bool is_group(const TableRow& row, const BodyColumns& columns) {
    if (label_of(row).empty() || has_number_before_label(row)) return false;
    if (is_one_of(plain_word(first_word(label_of(row))), kVillageWords)) return false;
    if (starts_with_district(row) && !columns.has_district) return true;
    if (texts_of(row) != 1) return false;
    if (has_figures(row)) return columns.running_number.has_value() && is_outlined(row);
    if (starts_with_district(row) || columns.running_number) return true;
    const auto column = label_column(row);
    return column < columns.numbers.size() && columns.numbers[column];
}

/// "Jumlah", "Total/Jumlah", "Rata-rata", "Jumlah Kecamatan Muara Telang"; not the village Total Persada.
bool is_sum_label(std::string_view label) {
    const auto words = words_of(label);
    if (words.empty() || !is_one_of(words.front(), kSumWords)) return false;
    if (words.front() == "rata") return words.size() >= 2 && words[1] == "rata";
    if (words.size() >= 2 && is_one_of(words[1], kSumOf)) return true;
    return std::ranges::all_of(words,
                               [](const std::string& word) { return is_one_of(word, kSumWords) || is_year(word); });
}

bool is_total(const TableRow& row) {
    return !has_number_before_label(row) && is_sum_label(label_of(row));
}

bool starts_as_note(std::string_view text) {
    return text.starts_with('*') || is_one_of(plain_word(first_word(text)), kNotes);
}

/// "Sumber: kantor camat", "Sumber/Source : ..."; Sumber Rejo is a village.
bool is_note(const TableRow& row) {
    if (filled_cells(row) > 2 || has_figures(row)) return false;
    const std::string_view text = row.cells[first_filled(row)];
    if (text.starts_with('*')) return true;
    const auto after = text.substr(std::min(text.find_first_not_of(' ', first_word(text).size()), text.size()));
    return starts_as_note(text) && (after.starts_with(':') || after.starts_with('/'));
}

bool repeats_heading(std::span<const TableRow> rows, const TableHeading& heading, const TableRow& row) {
    if (heading.has_numbering && is_numbering(row)) return true;
    if (filled_cells(row) == 1 && is_one_of(plain_word(first_word(label_of(row))), kPageLines)) return true;
    for (auto index = heading.first; index <= heading.last; ++index) {
        if (rows[index].cells == row.cells) return true;
    }
    return false;
}

/// Words over all columns of numbers, below an empty row: the heading of another table.
bool begins_other_table(const TableRow& row, const TableRow& above, const BodyColumns& columns) {
    if (row.number == above.number + 1 && filled_cells(above) > 1) return false;
    std::size_t named = 0;
    for (std::size_t column = 0; column < columns.numbers.size(); ++column) {
        if (!columns.numbers[column]) continue;
        const auto text = cell(row, column);
        if (text.empty() || is_number_or_mark(text)) return false;
        ++named;
    }
    return named >= 2 || (named == 1 && filled_cells(row) >= 2);
}

/// Each row below the heading by itself.
void judge_rows(std::span<const TableRow> rows, const TableHeading& heading, const BodyColumns& columns,
                std::vector<RowKind>& kinds) {
    bool in_notes = false;
    bool has_data = false;
    for (auto row = heading.last + 1; row < rows.size(); ++row) {
        auto& kind = kinds[row];
        in_notes = is_note(rows[row]) || (in_notes && filled_cells(rows[row]) <= 2 && !has_figures(rows[row]));
        if (in_notes) {
            kind = RowKind::Note;
        } else if (repeats_heading(rows, heading, rows[row])) {
            kind = RowKind::RepeatedHeading;
        } else if (has_data && begins_other_table(rows[row], rows[row - 1], columns)) {
            std::fill(kinds.begin() + static_cast<std::ptrdiff_t>(row), kinds.end(), RowKind::OtherTable);
            return;
        } else if (is_total(rows[row])) {
            kind = RowKind::Total;
        } else {
            kind = is_group(rows[row], columns) ? RowKind::Group : RowKind::Data;
            has_data = has_data || kind == RowKind::Data;
        }
    }
}

/// Rows like those of a table: with figures, or at least three cells.
bool is_full(const TableRow& row) {
    return has_numbers(row) || filled_cells(row) > 2;
}

/// Below the last full row nothing can be a group; texts there are notes and signatures where they stand apart, below a
/// sum or below another note. A settlement of which nothing is known may still be the last row.
void end_with_notes(std::span<const TableRow> rows, const TableHeading& heading, std::vector<RowKind>& kinds) {
    auto after = rows.size();
    while (after > heading.last + 1 && !is_full(rows[after - 1])) --after;
    if (after == heading.last + 1) return;
    for (auto row = after; row < rows.size(); ++row) {
        auto& kind = kinds[row];
        const auto before = kinds[row - 1];
        const bool stands_apart = rows[row].number > rows[row - 1].number + 1;
        const bool follows_end = before == RowKind::Total || before == RowKind::Note;
        if (kind == RowKind::Group || (kind == RowKind::Data && (stands_apart || follows_end))) kind = RowKind::Note;
    }
}

/// A table may have a row a kecamatan: where groups or sums outnumber the other rows, they are what the table is of.
void keep_prevailing_rows(std::vector<RowKind>& kinds) {
    for (const auto kind : {RowKind::Group, RowKind::Total}) {
        if (std::ranges::count(kinds, kind) > std::ranges::count(kinds, RowKind::Data)) {
            std::ranges::replace(kinds, kind, RowKind::Data);
        }
    }
}

}  // namespace

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
        if (is_one_of(word, kRunningNumbers) && columns.numbers[column] && !columns.running_number) {
            columns.running_number = column;
        }
        columns.has_district = columns.has_district || is_one_of(word, kDistrictColumns);
    }
    return columns;
}

std::vector<RowKind> kinds_of_rows(std::span<const TableRow> rows, const TableHeading& heading,
                                   const BodyColumns& columns) {
    std::vector<RowKind> kinds(rows.size(), RowKind::Title);
    for (auto row = heading.first; row <= heading.last; ++row) kinds[row] = RowKind::Heading;
    judge_rows(rows, heading, columns, kinds);
    if (heading.has_numbering) kinds[heading.last + 1] = RowKind::Numbering;
    end_with_notes(rows, heading, kinds);
    keep_prevailing_rows(kinds);
    return kinds;
}

bool names_every_column(std::span<const TableRow> rows) {
    if (rows.empty()) return false;
    const auto& first = rows.front();
    const bool is_named = std::ranges::all_of(first.cells, [](const std::string& text) {
        return !text.empty() && (!is_number_or_mark(text) || is_year(text));
    });
    if (!is_named) return false;
    const bool is_numbered = rows.size() > 1 && is_numbering(rows[1]) && rows[1].cells.front().starts_with('(');
    if (is_numbered) return false;
    const bool is_widest =
        std::ranges::all_of(rows, [&](const TableRow& row) { return row.cells.size() <= first.cells.size(); });
    if (is_widest) return true;
    // Records may be longer than the heading; what is found below it is then no heading, but a record with numbers.
    const auto found = find_heading(rows, std::nullopt);
    return found && found->first > 0 && std::ranges::any_of(rows[found->first].cells, [](const std::string& text) {
               return is_number_or_mark(text) && !is_year(text);
           });
}

std::vector<RowKind> kinds_of_orderly_rows(std::span<const TableRow> rows) {
    std::vector<RowKind> kinds(rows.size(), RowKind::Data);
    kinds.front() = RowKind::Heading;
    for (std::size_t row = rows.size(); row-- > 1;) {
        const bool is_last_note = is_note(rows[row]) && filled_cells(rows[row]) == 1;
        const bool is_sum = is_total(rows[row]) && has_figures(rows[row]);
        if (!is_last_note && !is_sum) break;
        kinds[row] = is_sum ? RowKind::Total : RowKind::Note;
    }
    return kinds;
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

}  // namespace desakota::io
