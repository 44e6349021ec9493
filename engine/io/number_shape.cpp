#include "engine/io/number_shape.h"

#include <algorithm>
#include <array>
#include <string>

#include "engine/core/number_text.h"

namespace desakota::io {
namespace {

constexpr std::size_t kMostDigits = 15;  // what a double holds exactly
constexpr std::size_t kGroup = 3;

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

std::string_view unsigned_part(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    return text;
}

bool are_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, is_digit);
}

bool is_whole_part(std::string_view digits) {
    return are_digits(digits) && digits.size() <= kMostDigits && (digits == "0" || digits.front() != '0');
}

/// "12", "12<mark>5".
bool is_decimal(std::string_view text, char mark) {
    text = unsigned_part(text);
    const auto place = text.find(mark);
    if (place == std::string_view::npos) return is_whole_part(text);
    return is_whole_part(text.substr(0, place)) && are_digits(text.substr(place + 1));
}

/// "1.5e-07", as programs write it; "12E4" may be a code.
bool is_scientific(std::string_view text) {
    const auto mark = text.find_first_of("eE");
    if (mark == std::string_view::npos || mark + 1 == text.size()) return false;
    return (text[mark + 1] == '-' || text[mark + 1] == '+') && core::parse_number(text).has_value();
}

/// "1.234.567": one to three digits, then groups of three.
bool is_grouped(std::string_view text) {
    text = unsigned_part(text);
    auto dot = text.find('.');
    if (dot == std::string_view::npos || dot == 0 || dot > kGroup || !is_whole_part(text.substr(0, dot))) return false;
    if (text.front() == '0') return false;
    while (dot != std::string_view::npos) {
        text.remove_prefix(dot + 1);
        dot = text.find('.');
        const auto group = text.substr(0, dot);
        if (group.size() != kGroup || !are_digits(group)) return false;
    }
    return true;
}

/// "1.234,5", "1234,5", "1.234", "12".
bool is_with_comma(std::string_view text) {
    const auto comma = text.find(',');
    if (comma != std::string_view::npos && !are_digits(text.substr(comma + 1))) return false;
    const auto whole = text.substr(0, comma);
    return is_grouped(whole) || is_decimal(whole, ',');
}

}  // namespace

void NumberShape::add(std::string_view text) {
    const auto mark = mark_of(text);
    ++marks_.at(static_cast<std::size_t>(mark));
    if (mark != CellMark::None) return;
    ++count_;
    const bool has_point = text.find('.') != std::string_view::npos;
    has_point_ = has_point_ || has_point;
    has_comma_ = has_comma_ || text.find(',') != std::string_view::npos;
    all_whole_ = all_whole_ && is_whole_part(unsigned_part(text));
    all_with_point_ = all_with_point_ && (is_decimal(text, '.') || is_scientific(text));
    all_with_comma_ = all_with_comma_ && is_with_comma(text);
    all_points_group_ = all_points_group_ && (!has_point || is_grouped(text));
}

NumberShape::Decision NumberShape::decide(const std::optional<DecimalMark>& mark) const {
    using layers::ColumnType;
    if (count_ == 0) {
        // A column of dashes is one of zeros; one of other marks says nothing.
        if (count_of(CellMark::Dash) == 0) return {};
        return {ColumnType::WholeNumber, ValueForm::PointNumber};
    }
    if (all_whole_) return {ColumnType::WholeNumber, ValueForm::PointNumber};
    const bool dots_group = has_point_ && all_points_group_ && all_with_comma_ && !has_comma_;
    if (dots_group && (!all_with_point_ || mark == DecimalMark::Comma)) {
        return {ColumnType::WholeNumber, ValueForm::CommaNumber};
    }
    if (dots_group && !mark) return {ColumnType::Text, ValueForm::Plain, true};
    if (all_with_point_) return {ColumnType::Number, ValueForm::PointNumber};
    if (all_with_comma_ && has_comma_) return {ColumnType::Number, ValueForm::CommaNumber};
    return {};
}

std::optional<double> parse_in_form(std::string_view text, ValueForm form) {
    if (form != ValueForm::CommaNumber) return core::parse_number(text);
    std::string plain(text);
    std::erase(plain, '.');
    std::ranges::replace(plain, ',', '.');
    return core::parse_number(plain);
}

bool is_code_name(std::string_view name) {
    std::string lower(name);
    std::ranges::transform(lower, lower.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    constexpr std::array<std::string_view, 7> kCodes{"id", "nik", "nokk", "no_kk", "iddesa", "idkec", "idkab"};
    return lower.find("kode") != std::string::npos || lower.find("code") != std::string::npos ||
           lower.starts_with("kd") || lower.starts_with("id_") || lower.ends_with("_id") ||
           std::ranges::find(kCodes, lower) != kCodes.end();
}

}  // namespace desakota::io
