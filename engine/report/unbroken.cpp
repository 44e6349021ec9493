#include "engine/report/unbroken.h"

namespace desakota::report {

std::string unbroken(std::string_view text) {
    constexpr std::string_view kNoBreakSpace = "\u00a0";
    std::string made;
    made.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_between = text[i] == ' ' && i > 0 && text[i - 1] >= '0' && text[i - 1] <= '9' &&
                                i + 1 < text.size() && text[i + 1] == '%';
        if (is_between) {
            made += kNoBreakSpace;
        } else {
            made += text[i];
        }
    }
    return made;
}

}  // namespace desakota::report
