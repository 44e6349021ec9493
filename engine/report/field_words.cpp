#include "engine/report/field_words.h"

#include <algorithm>
#include <array>

namespace desakota::report {
namespace {

/// Short forms that nobody writes in small letters.
constexpr std::array<std::string_view, 10> kShortForms{"skp", "sp",  "kpb", "ktm", "wpt",
                                                       "upt", "wpp", "lpt", "bps", "rt"};

void put_in_capitals(std::string& text, std::size_t from, std::size_t to) {
    const std::string_view word(text.data() + from, to - from);
    if (std::ranges::find(kShortForms, word) == kShortForms.end()) return;
    for (auto i = from; i < to; ++i) text[i] = static_cast<char>(text[i] - 'a' + 'A');
}

}  // namespace

std::string field_words(std::string_view field) {
    std::string text(field);
    std::ranges::replace(text, '_', ' ');
    std::size_t from = 0;
    while (from < text.size()) {
        const auto end = std::min(text.find(' ', from), text.size());
        put_in_capitals(text, from, end);
        from = end + 1;
    }
    return text;
}

}  // namespace desakota::report
