#include "engine/io/table_heading.h"

#include <algorithm>

#include "engine/core/number_text.h"
#include "engine/io/degrees.h"

namespace desakota::io {
namespace {

/// Among so many rows the heading is looked for.
constexpr std::size_t kMostAbove = 100;
/// So many rows a heading has at most.
constexpr std::size_t kMostLevels = 6;
constexpr std::size_t kMostColumns = 2000;

bool is_filled(const TableRow& row, std::size_t column) {
    return !cell(row, column).empty();
}

bool holds_number(std::string_view text) {
    return looks_like_number(text) || mark_of(text) != CellMark::None || parse_degrees(text).has_value();
}

/// No number but years.
bool is_all_text(const TableRow& row) {
    return std::ranges::all_of(row.cells, [](const std::string& text) { return !holds_number(text) || is_year(text); });
}

/// How many cells a row of the table fills: the middle of the counts of all rows with at least two.
std::size_t usual_width(std::span<const TableRow> rows) {
    std::vector<std::size_t> widths;
    for (const auto& row : rows.first(std::min(rows.size(), 2 * kMostAbove))) {
        const auto filled = filled_cells(row);
        if (filled >= 2) widths.push_back(filled);
    }
    if (widths.empty()) return 1;
    const auto middle = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2);
    std::ranges::nth_element(widths, middle);
    return *middle;
}

/// A row of fewer cells is a title.
std::size_t least_width(std::size_t usual) {
    constexpr std::size_t kFifths = 5;
    return usual < 2 ? 1 : std::max<std::size_t>(2, (3 * usual + kFifths - 1) / kFifths);
}

/// Do most of the filled cells of a column hold numbers, among the rows from `from` on?
bool is_mostly_numbers(std::span<const TableRow> rows, std::size_t from, std::size_t column) {
    std::size_t filled = 0;
    std::size_t numbers = 0;
    for (std::size_t row = from; row < std::min(rows.size(), from + kMostAbove); ++row) {
        const auto text = cell(rows[row], column);
        if (text.empty()) continue;
        if (mark_of(text) != CellMark::None) continue;
        ++filled;
        if (holds_number(text)) ++numbers;
    }
    return numbers > 0 && 2 * numbers > filled;
}

/// Is any column one of numbers?
bool has_numbers(std::span<const TableRow> rows, std::size_t from) {
    const auto width = from < rows.size() ? rows[from].cells.size() : 0;
    for (std::size_t column = 0; column < width; ++column) {
        if (is_mostly_numbers(rows, from, column)) return true;
    }
    return false;
}

/// Does the cell above span several columns: is it empty, or its neighbour while both have a cell below?
bool is_under_span(const TableRow& above, const TableRow& row, std::size_t column) {
    return !is_filled(above, column) || (!is_filled(above, column + 1) && is_filled(row, column + 1));
}

/// Does the row at `next` divide the columns of the heading that ends above it?
bool continues(std::span<const TableRow> rows, const TableHeading& heading, std::size_t next) {
    const auto& above = rows[heading.last];
    const auto& row = rows[next];
    if (row.number != above.number + 1 || !is_all_text(row) || next + 1 >= rows.size()) return false;
    bool all_under_spans = true;
    bool names_open_numbers = false;  // a column of numbers that has no name yet
    bool names_all_numbers = true;
    for (std::size_t column = 0; column < std::max(row.cells.size(), above.cells.size()); ++column) {
        const bool over_numbers = is_mostly_numbers(rows, next + 1, column);
        const bool is_word = is_filled(row, column) && !is_year(cell(row, column));
        names_open_numbers = names_open_numbers || (over_numbers && is_word && !is_filled(above, column));
        names_all_numbers = names_all_numbers && (!over_numbers || is_word);
        all_under_spans = all_under_spans && (!is_filled(row, column) || is_under_span(above, row, column));
    }
    const bool leaves_first_open = !is_filled(row, first_filled(rows[heading.first]));
    const bool is_wide = filled_cells(row) >= least_width(usual_width(rows));
    const bool divides_spans = filled_cells(above) < filled_cells(row);
    return (leaves_first_open && all_under_spans) || names_open_numbers ||
           (is_wide && divides_spans && names_all_numbers && has_numbers(rows, next + 1));
}

/// Does any of the heading's rows name the column?
bool is_named(std::span<const TableRow> rows, const TableHeading& heading, std::size_t column) {
    for (std::size_t row = heading.first; row <= heading.last; ++row) {
        if (is_filled(rows[row], column)) return true;
    }
    return false;
}

/// Does the row above the heading belong to it: does it name columns that have no name yet, or span some?
bool spans_below(std::span<const TableRow> rows, const TableHeading& heading) {
    const auto& row = rows[heading.first - 1];
    if (row.number + 1 != rows[heading.first].number || !is_all_text(row)) return false;
    const auto first = first_filled(row);
    const auto& below = rows[heading.first];
    if (filled_cells(row) == 1) {
        return first > first_filled(below) && is_filled(below, first) && is_filled(below, first + 1);
    }
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        if (is_filled(row, column) && !is_named(rows, heading, column)) return true;
    }
    // "2022" over "L" and "P", "2023" over "L" and "P": every text has more than one column.
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        if (is_filled(row, column) && !is_under_span(row, below, column)) return false;
    }
    return filled_cells(row) * 2 <= filled_cells(below);
}

void extend_up(std::span<const TableRow> rows, TableHeading& heading) {
    while (heading.first > 0 && heading.last - heading.first + 1 < kMostLevels && spans_below(rows, heading)) {
        --heading.first;
    }
}

/// "1 2 3" may be a record: it numbers the columns where some column below holds words.
bool numbers_columns(std::span<const TableRow> rows, std::size_t row) {
    if (!is_numbering(rows[row])) return false;
    if (rows[row].cells[first_filled(rows[row])].starts_with('(')) return true;
    for (std::size_t column = 0; column < rows[row].cells.size(); ++column) {
        if (row + 1 < rows.size() && !is_mostly_numbers(rows, row + 1, column)) return true;
    }
    return false;
}

std::optional<TableHeading> above_numbering(std::span<const TableRow> rows) {
    for (std::size_t row = 1; row < std::min(rows.size(), kMostAbove); ++row) {
        if (!numbers_columns(rows, row) || filled_cells(rows[row - 1]) == 0 || !is_all_text(rows[row - 1])) continue;
        return TableHeading{row - 1, row - 1, true};
    }
    return std::nullopt;
}

std::optional<TableHeading> first_wide_row(std::span<const TableRow> rows) {
    const auto least = least_width(usual_width(rows));
    for (std::size_t row = 0; row < std::min(rows.size(), kMostAbove); ++row) {
        if (filled_cells(rows[row]) < least) continue;
        TableHeading heading{row, row, false};
        while (heading.last + 1 < rows.size() && heading.last - heading.first + 1 < kMostLevels &&
               continues(rows, heading, heading.last + 1)) {
            ++heading.last;
        }
        return heading;
    }
    return std::nullopt;
}

std::optional<TableHeading> given_heading(std::span<const TableRow> rows, const HeaderRows& given) {
    const auto first = std::ranges::lower_bound(rows, given.first, {}, &TableRow::number);
    const auto end = std::ranges::upper_bound(rows, given.last, {}, &TableRow::number);
    if (first >= end) return std::nullopt;
    return TableHeading{static_cast<std::size_t>(first - rows.begin()),
                        static_cast<std::size_t>(end - rows.begin()) - 1, false};
}

/// The cells of a heading's row where those that span several columns are repeated.
std::vector<std::string> spread(std::span<const TableRow> rows, const TableHeading& heading, std::size_t row,
                                const std::vector<std::string>& names_above) {
    const auto width = names_above.size();
    std::vector<std::string> texts(width);
    for (std::size_t column = 0; column < width; ++column) {
        texts[column] = cell(rows[row], column);
        if (!texts[column].empty() || row == heading.last || column == 0) continue;
        const TableHeading lower{row + 1, heading.last, false};
        const bool both_divided = is_named(rows, lower, column) && is_named(rows, lower, column - 1);
        if (both_divided && names_above[column] == names_above[column - 1]) texts[column] = texts[column - 1];
    }
    return texts;
}

std::size_t heading_width(std::span<const TableRow> rows, const TableHeading& heading) {
    std::size_t width = 0;
    for (std::size_t row = heading.first; row <= heading.last; ++row) width = std::max(width, rows[row].cells.size());
    return std::min(width, kMostColumns);
}

/// The names of the columns; hands each text that goes into one to `visit`.
template <class Visit>
std::vector<std::string> join_levels(std::span<const TableRow> rows, const TableHeading& heading, const Visit& visit) {
    std::vector<std::string> names(heading_width(rows, heading));
    for (std::size_t row = heading.first; row <= heading.last; ++row) {
        const auto texts = spread(rows, heading, row, names);
        for (std::size_t column = 0; column < names.size(); ++column) {
            if (texts[column].empty() || texts[column] == names[column]) continue;
            visit(column, texts[column]);
            names[column] += (names[column].empty() ? "" : " ") + texts[column];
        }
    }
    return names;
}

bool says_sum_only(std::string_view text) {
    const auto word = plain_word(text);
    return word == "jumlah" || word == "total" || word == "lp" || word == "jml";
}

}  // namespace

std::optional<HeaderRows> parse_header_rows(std::string_view text) {
    const auto dash = text.find('-');
    const auto first = core::parse_integer(text.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : core::parse_integer(text.substr(dash + 1));
    if (!first || !last || first.value() < 1 || last.value() < first.value()) return std::nullopt;
    if (last.value() - first.value() >= static_cast<std::int64_t>(2 * kMostLevels)) return std::nullopt;
    return HeaderRows{first.value(), last.value()};
}

bool is_numbering(const TableRow& row) {
    constexpr std::size_t kFewestPlain = 3;
    std::size_t in_brackets = 0;
    std::int64_t counted = 0;
    for (const auto& text : row.cells) {
        if (text.empty()) continue;
        const bool has_brackets = text.size() > 2 && text.front() == '(' && text.back() == ')';
        const auto inner = has_brackets ? std::string_view(text).substr(1, text.size() - 2) : std::string_view(text);
        if (has_brackets) ++in_brackets;
        // "(4=2+3)" says how a column is worked out.
        const auto number = core::parse_integer(inner.substr(0, has_brackets ? inner.find('=') : inner.size()));
        if (!number || number.value() != counted + 1) return false;
        ++counted;
    }
    return counted >= 2 && (in_brackets == static_cast<std::size_t>(counted) ||
                            (in_brackets == 0 && static_cast<std::size_t>(counted) >= kFewestPlain));
}

std::optional<TableHeading> find_heading(std::span<const TableRow> rows, const std::optional<HeaderRows>& given) {
    auto heading = given ? given_heading(rows, *given) : above_numbering(rows);
    if (!heading && !given) heading = first_wide_row(rows);
    if (!heading) return std::nullopt;
    auto found = heading.value();
    if (!given) extend_up(rows, found);
    found.has_numbering = found.last + 1 < rows.size() && numbers_columns(rows, found.last + 1);
    return found;
}

std::vector<std::string> heading_names(std::span<const TableRow> rows, const TableHeading& heading) {
    return join_levels(rows, heading, [](std::size_t, const std::string&) {});
}

std::vector<std::string> heading_short_names(std::span<const TableRow> rows, const TableHeading& heading) {
    std::vector<std::string> short_names(heading_width(rows, heading));
    const auto names = join_levels(rows, heading, [&](std::size_t column, const std::string& text) {
        if (short_names[column].empty() || !says_sum_only(text)) short_names[column] = text;
    });
    for (std::size_t column = 0; column < names.size(); ++column) {
        if (short_names[column] == names[column]) short_names[column].clear();
    }
    return short_names;
}

}  // namespace desakota::io
