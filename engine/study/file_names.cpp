#include "engine/study/file_names.h"

#include <algorithm>

namespace desakota::study {

std::string file_name_part(std::string_view name) {
    constexpr std::size_t kMost = 40;
    std::string part;
    for (const char letter : name) {
        const bool is_capital = letter >= 'A' && letter <= 'Z';
        const bool is_kept = is_capital || (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        if (is_kept) {
            part += is_capital ? static_cast<char>(letter - 'A' + 'a') : letter;
        } else if (!part.empty() && part.back() != '_') {
            part += '_';
        }
    }
    part.resize(std::min(part.size(), kMost));
    while (!part.empty() && part.back() == '_') part.pop_back();
    return part;
}

std::string counted(std::size_t number, std::size_t of) {
    constexpr std::size_t kLeast = 3;
    auto text = std::to_string(number);
    const auto width = std::max(kLeast, std::to_string(of).size());
    return std::string(width - std::min(width, text.size()), '0') + text;
}

}  // namespace desakota::study
