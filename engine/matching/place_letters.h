#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace desakota::matching {

/// Letters as names and codes are compared: of A to Z alone, whatever the machine's language.
[[nodiscard]] inline bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}
[[nodiscard]] inline bool is_letter(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
}
[[nodiscard]] inline bool is_blank(char letter) {
    return letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n';
}
[[nodiscard]] inline std::string lower_case(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return lower;
}
/// No blanks around it and single ones inside.
[[nodiscard]] inline std::string single_blanks(std::string_view text) {
    std::string result;
    for (const char letter : text) {
        if (!is_blank(letter)) {
            result += letter;
        } else if (!result.empty() && result.back() != ' ') {
            result += ' ';
        }
    }
    if (!result.empty() && result.back() == ' ') result.pop_back();
    return result;
}

}  // namespace desakota::matching
