#include "engine/io/degrees.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "engine/core/number_text.h"

namespace desakota::io {
namespace {

/// Letters of a hemisphere.
struct Hemisphere {
    std::string_view letters;
    bool is_latitude = false;
    bool is_negative = false;
};
/// Longer ones first. "B" for west and "T" for east are written alone, too.
constexpr std::array kHemispheres{
    Hemisphere{"LU", true, false}, Hemisphere{"LS", true, true}, Hemisphere{"BT", false, false},
    Hemisphere{"BB", false, true}, Hemisphere{"N", true, false}, Hemisphere{"S", true, true},
    Hemisphere{"E", false, false}, Hemisphere{"W", false, true}, Hemisphere{"U", true, false},
    Hemisphere{"T", false, false}, Hemisphere{"B", false, true},
};

/// What programs write for degrees, minutes and seconds, as one sign each.
struct Sign {
    std::string_view written;
    char plain = ' ';
};
constexpr std::array kSigns{
    Sign{"\xC2\xB0", 'd'},
    Sign{"\xC2\xBA", 'd'},
    Sign{"\xCB\x9A", 'd'},
    Sign{"''", 's'},
    Sign{"\xE2\x80\xB3", 's'},
    Sign{"\xE2\x80\x9D", 's'},
    Sign{"\xE2\x80\x9C", 's'},
    Sign{"\xE2\x80\x99\xE2\x80\x99", 's'},
    Sign{"\"", 's'},
    Sign{"\xE2\x80\xB2", 'm'},
    Sign{"\xE2\x80\x99", 'm'},
    Sign{"\xE2\x80\x98", 'm'},
    Sign{"'", 'm'},
    Sign{"`", 'm'},
    Sign{"\xC2\xB4", 'm'},
    Sign{"\xC2\xA0", ' '},
    Sign{"\xE2\x88\x92", '-'},
};

/// In capital letters, every sign one small letter: d, m or s.
std::string with_plain_signs(std::string_view text) {
    std::string plain;
    while (!text.empty()) {
        const auto* const sign =
            std::ranges::find_if(kSigns, [&](const Sign& known) { return text.starts_with(known.written); });
        if (sign != kSigns.end()) {
            plain += sign->plain;
            text.remove_prefix(sign->written.size());
        } else {
            const char letter = text.front();
            plain += letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
            text.remove_prefix(1);
        }
    }
    return plain;
}

void trim(std::string_view& text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
}

std::optional<Hemisphere> take_hemisphere(std::string_view& text) {
    for (const auto& hemisphere : kHemispheres) {
        if (text.ends_with(hemisphere.letters)) {
            text.remove_suffix(hemisphere.letters.size());
        } else if (text.starts_with(hemisphere.letters)) {
            text.remove_prefix(hemisphere.letters.size());
        } else {
            continue;
        }
        trim(text);
        return hemisphere;
    }
    return std::nullopt;
}

std::optional<double> number_of(std::string_view text) {
    std::string with_point(text);
    std::ranges::replace(with_point, ',', '.');
    const bool is_plain = with_point.find_first_not_of("0123456789.") == std::string::npos;
    return is_plain ? core::parse_number(with_point) : std::nullopt;
}

/// The numbers between the signs, at most three; each ends with its sign, a colon, a blank or the text's end.
std::optional<std::vector<double>> parts_of(std::string_view text) {
    constexpr std::string_view kOrder = "dms";
    std::vector<double> parts;
    while (!text.empty()) {
        const auto end = text.find_first_of("dms: ");
        const auto number = number_of(text.substr(0, end));
        if (!number || parts.size() == kOrder.size()) return std::nullopt;
        const bool is_whole = std::floor(*number) == *number;
        parts.push_back(*number);
        text.remove_prefix(std::min(end, text.size()));
        trim(text);
        if (!text.empty() && kOrder.find(text.front()) != std::string_view::npos) {
            if (text.front() != kOrder[parts.size() - 1]) return std::nullopt;
            text.remove_prefix(1);
        } else if (text.starts_with(':')) {
            text.remove_prefix(1);
        }
        trim(text);
        if (!text.empty() && !is_whole) return std::nullopt;
    }
    return parts;
}

std::optional<double> sum_of(const std::vector<double>& parts) {
    constexpr double kParts = 60.0;
    constexpr double kMost = 180.0;
    double value = 0.0;
    double share = 1.0;
    for (std::size_t index = 0; index < parts.size(); ++index) {
        if (index > 0 && parts[index] >= kParts) return std::nullopt;
        value += parts[index] * share;
        share /= kParts;
    }
    return value <= kMost ? std::optional(value) : std::nullopt;
}

std::optional<double> plain_number(std::string_view text) {
    trim(text);
    if (const auto value = core::parse_number(text)) return value;
    if (std::ranges::count(text, ',') != 1 || text.find('.') != std::string_view::npos) return std::nullopt;
    std::string with_point(text);
    std::ranges::replace(with_point, ',', '.');
    return core::parse_number(with_point);
}

std::optional<DegreePair> pair_of(std::string_view first, std::string_view second) {
    const auto left = parse_degrees(first);
    const auto right = parse_degrees(second);
    if (left && right) {
        const bool first_is_latitude = left->is_latitude.value_or(!right->is_latitude.value_or(false));
        if (right->is_latitude.value_or(!first_is_latitude) == first_is_latitude) return std::nullopt;
        return first_is_latitude ? DegreePair{right->value, left->value} : DegreePair{left->value, right->value};
    }
    const auto latitude = plain_number(first);
    const auto longitude = plain_number(second);
    if (left || right || !latitude || !longitude) return std::nullopt;
    return DegreePair{*longitude, *latitude};
}

/// "104,75" is one number; "-1.5,104.75" are two.
bool can_be_between(std::string_view between, std::string_view text) {
    return between != "," || std::ranges::count(text, '.') == 2 ||
           text.find_first_of("SUNsun'\xC2") != std::string_view::npos;
}

}  // namespace

std::optional<Degrees> parse_degrees(std::string_view text) {
    const auto plain = with_plain_signs(text);
    std::string_view rest = plain;
    trim(rest);
    const auto hemisphere = take_hemisphere(rest);
    const bool is_negative = rest.starts_with('-');
    if (is_negative) rest.remove_prefix(1);
    if (rest.empty() || (is_negative && hemisphere)) return std::nullopt;
    if (!hemisphere && rest.find_first_of("dms:") == std::string_view::npos) return std::nullopt;
    const auto parts = parts_of(rest);
    if (!parts) return std::nullopt;
    const auto value = sum_of(*parts);
    if (!value) return std::nullopt;
    Degrees degrees;
    const bool is_below = is_negative || (hemisphere && hemisphere->is_negative);
    degrees.value = is_below ? -*value : *value;
    if (hemisphere) degrees.is_latitude = hemisphere->is_latitude;
    return degrees;
}

std::optional<DegreePair> parse_degree_pair(std::string_view text) {
    for (const std::string_view between : {";", "/", ", ", ","}) {
        if (!can_be_between(between, text)) continue;
        for (auto place = text.find(between); place != std::string_view::npos;
             place = text.find(between, place + between.size())) {
            if (const auto pair = pair_of(text.substr(0, place), text.substr(place + between.size()))) return pair;
        }
    }
    // "1°51'16" LS 104°44' BT": after the first letters.
    const auto letters = text.find_first_of("SUN");
    if (letters == std::string_view::npos || letters + 1 >= text.size()) return std::nullopt;
    return pair_of(text.substr(0, letters + 1), text.substr(letters + 1));
}

}  // namespace desakota::io
