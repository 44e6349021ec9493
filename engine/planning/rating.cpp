#include "engine/planning/rating.h"

#include <algorithm>
#include <utility>

namespace desakota::planning {

std::string plain_words(std::string_view text) {
    std::string words;
    bool between = false;
    for (const char letter : text) {
        if (letter == '_' || letter == '-' || letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n') {
            between = !words.empty();
            continue;
        }
        if (between) words += ' ';
        between = false;
        words += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter | 0x20) : letter;
    }
    return words;
}

std::optional<std::size_t> find_rating(const Scale& scale, std::string_view text) {
    const auto words = plain_words(text);
    if (words.empty()) return std::nullopt;
    const auto found = std::ranges::find_if(scale.ratings, [&](const Rating& rating) {
        return words == plain_words(rating.code) || words == plain_words(rating.label.english) ||
               words == plain_words(rating.label.indonesian) || std::ranges::count(rating.words, words) > 0;
    });
    if (found == scale.ratings.end()) return std::nullopt;
    return static_cast<std::size_t>(found - scale.ratings.begin());
}

bool is_not_rated(const Scale& scale, std::string_view text) {
    const auto words = plain_words(text);
    return words.empty() || std::ranges::count(scale.not_rated, words) > 0;
}

core::Text allowed_ratings(const Scale& scale) {
    const auto described = [](const Rating& rating, const std::string& label) {
        const std::string code(rating.code);
        return plain_words(code) == plain_words(label) ? code : code + " (" + label + ")";
    };
    core::Text list;
    for (const auto& rating : scale.ratings) {
        if (!list.english.empty()) list = std::move(list) + core::same_text(", ");
        list = std::move(list) +
               core::Text{described(rating, rating.label.english), described(rating, rating.label.indonesian)};
    }
    return list;
}

}  // namespace desakota::planning
