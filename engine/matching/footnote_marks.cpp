#include "engine/matching/footnote_marks.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "engine/matching/place_letters.h"

namespace desakota::matching {
namespace {

/// How many bytes of a raised figure or a dagger begin the text.
std::size_t raised_bytes(std::string_view text) {
    constexpr std::array<std::string_view, 5> kMarks{"\xC2\xB9", "\xC2\xB2", "\xC2\xB3", "\xE2\x80\xA0",
                                                     "\xE2\x80\xA1"};
    for (const auto mark : kMarks) {
        if (text.starts_with(mark)) return mark.size();
    }
    constexpr std::size_t kRaised = 3;  // U+2070 to U+207F
    const bool is_raised = text.size() >= kRaised && text.starts_with("\xE2\x81") && (text[2] & '\xF0') == '\xB0';
    return is_raised ? kRaised : 0;
}

/// Raised figures and daggers as asterisks.
std::string with_asterisks(std::string_view text) {
    std::string plain;
    while (!text.empty()) {
        const auto raised = raised_bytes(text);
        plain += raised > 0 ? '*' : text.front();
        text.remove_prefix(std::max<std::size_t>(raised, 1));
    }
    return plain;
}

bool ends_with_a_unit(std::string_view text) {
    const auto last = text.find_last_not_of(" .-");
    const auto lower = lower_case(text.substr(0, last == std::string_view::npos ? 0 : last + 1));
    return std::ranges::any_of(std::array<std::string_view, 2>{"upt", "sp"}, [&](std::string_view word) {
        return lower.ends_with(word) &&
               (lower.size() == word.size() || !is_letter(lower[lower.size() - word.size() - 1]));
    });
}

bool is_numeral(char letter) {
    return letter == 'I' || letter == 'V' || letter == 'X';
}

/// Takes off the figures, asterisks or single letter at the end, which a bracket closes that nothing opened.
void drop_mark(std::string& text) {
    while (!text.empty() && is_blank(text.back())) text.pop_back();
    const auto end_of_name = text.find_last_not_of("0123456789,*") + 1;  // 0 where there is none
    if (end_of_name < text.size()) {
        if (!ends_with_a_unit(std::string_view(text).substr(0, end_of_name))) text.resize(end_of_name);
        return;
    }
    if (text.empty() || !is_letter(text.back()) || is_numeral(text.back())) return;
    if (text.size() == 1 || is_blank(text[text.size() - 2])) text.pop_back();
}

}  // namespace

std::string without_footnote_marks(std::string_view text) {
    std::string result;
    std::size_t open = 0;
    for (const char letter : with_asterisks(text)) {
        if (letter == '(') ++open;
        if (letter == ')' && open == 0) {
            drop_mark(result);
            result += ' ';
            continue;
        }
        if (letter == ')') --open;
        result += letter;
    }
    return result;
}

}  // namespace desakota::matching
