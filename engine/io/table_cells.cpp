#include "engine/io/table_cells.h"

#include <algorithm>
#include <array>

#include "engine/core/number_text.h"
#include "engine/io/text_encoding.h"

namespace desakota::io {
namespace {

constexpr std::string_view kEllipsis = "\xE2\x80\xA6";  // one character
constexpr std::string_view kNoBreakBlank = "\xC2\xA0";  // what web pages put between words
constexpr std::array<std::string_view, 5> kDashes{"-", "--", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x88\x92"};
constexpr std::array<std::string_view, 6> kNotAvailable{"na", "n/a", "n.a.", "n.a", "#n/a", "nan"};
constexpr std::array<std::string_view, 7> kFormulaErrors{"#ref!",  "#div/0!", "#value!", "#name?",
                                                         "#null!", "#num!",   "#####"};

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

std::string lower_case(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(), lower);
    return result;
}

template <std::size_t Count>
bool is_one_of(std::string_view text, const std::array<std::string_view, Count>& texts) {
    return std::ranges::find(texts, text) != texts.end();
}

bool is_blank(char letter) {
    return letter == ' ' || (letter >= '\t' && letter <= '\r');
}

/// Takes a prefix off and says whether it was there.
bool skip(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    return true;
}

void skip_digits(std::string_view& text) {
    while (!text.empty() && is_digit(text.front())) text.remove_prefix(1);
}

}  // namespace

std::string cell_text(std::string_view text) {
    std::string result;
    const std::string utf8 = to_utf8(text);
    for (std::string_view rest = utf8; !rest.empty();) {
        const bool blank = is_blank(rest.front()) || rest.starts_with(kNoBreakBlank);
        if (blank) {
            rest.remove_prefix(is_blank(rest.front()) ? 1 : kNoBreakBlank.size());
            if (!result.empty() && result.back() != ' ') result += ' ';
        } else {
            // A null byte would end the text early where C functions read it.
            if (rest.front() != '\0') result += rest.front();
            rest.remove_prefix(1);
        }
    }
    if (result.ends_with(' ')) result.pop_back();
    return result;
}

std::string_view cell(const TableRow& row, std::size_t column) {
    return column < row.cells.size() ? std::string_view(row.cells[column]) : std::string_view();
}

std::size_t filled_cells(const TableRow& row) {
    return static_cast<std::size_t>(
        std::ranges::count_if(row.cells, [](const std::string& text) { return !text.empty(); }));
}

std::size_t first_filled(const TableRow& row) {
    const auto found = std::ranges::find_if(row.cells, [](const std::string& text) { return !text.empty(); });
    return static_cast<std::size_t>(found - row.cells.begin());
}

CellMark mark_of(std::string_view text) {
    constexpr std::size_t kLongest = 8;
    if (text.empty() || text.size() > kLongest) return CellMark::None;
    if (is_one_of(text, kDashes)) return CellMark::Dash;
    const bool is_dots = text.size() >= 2 && text.find_first_not_of('.') == std::string_view::npos;
    if (is_dots || text == kEllipsis) return CellMark::NotAvailable;
    const auto small = lower_case(text);
    if (is_one_of(small, kNotAvailable)) return CellMark::NotAvailable;
    return is_one_of(small, kFormulaErrors) ? CellMark::FormulaError : CellMark::None;
}

bool looks_like_number(std::string_view text) {
    if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
    if (text.empty() || !is_digit(text.front())) return false;
    if (text.ends_with('%')) text.remove_suffix(1);
    if (core::parse_number(text)) return true;
    return std::ranges::all_of(
        text, [](char letter) { return is_digit(letter) || letter == '.' || letter == ',' || letter == ' '; });
}

bool is_year(std::string_view text) {
    constexpr std::int64_t kFirst = 1900;
    constexpr std::int64_t kLast = 2100;
    constexpr std::size_t kDigits = 4;
    if (text.size() != kDigits) return false;
    const auto year = core::parse_integer(text);
    return year.has_value() && year.value() >= kFirst && year.value() <= kLast;
}

bool is_scientific_code(std::string_view text) {
    if (text.empty() || !is_digit(text.front())) return false;
    skip_digits(text);
    if (skip(text, ".") || skip(text, ",")) skip_digits(text);
    if (!skip(text, "E+") && !skip(text, "e+")) return false;
    return !text.empty() && std::ranges::all_of(text, is_digit);
}

std::string plain_word(std::string_view text) {
    std::string word;
    for (const char letter : text) {
        const char small = lower(letter);
        if ((small >= 'a' && small <= 'z') || is_digit(small)) word += small;
    }
    return word;
}

}  // namespace desakota::io
