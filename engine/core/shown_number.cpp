#include "engine/core/shown_number.h"

#include <algorithm>

#include "engine/core/number_text.h"

namespace desakota::core {
namespace {

/// A number in the C locale with the marks of a language.
std::string with_marks(const std::string& number, char grouping, char decimal) {
    const auto point = std::min(number.find('.'), number.size());
    const std::size_t first = number.starts_with('-') ? 1 : 0;
    std::string text = number.substr(0, first);
    for (auto i = first; i < point; ++i) {
        if (i > first && (point - i) % 3 == 0) text += grouping;
        text += number[i];
    }
    if (point < number.size()) text += decimal + number.substr(point + 1);
    return text;
}

}  // namespace

std::string shown_number(double value, int decimals, Language language) {
    return shown_number(value, decimals).in(language);
}

Text shown_number(double value, int decimals) {
    const auto plain = number_text(value, decimals);
    return {with_marks(plain, ',', '.'), with_marks(plain, '.', ',')};
}

}  // namespace desakota::core
