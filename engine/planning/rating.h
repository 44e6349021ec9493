#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/text.h"

namespace desakota::planning {

/// One value of a scale that people judge by.
struct Rating {
    std::string_view code;  ///< lower_snake, never translated: what data hold
    core::Text label;
    std::vector<std::string_view> words{};  ///< further words for it, in lower case with single blanks
};

/// Ratings of one thing, the best first.
struct Scale {
    core::Text title;  ///< of what is rated: "system"
    std::vector<Rating> ratings;
    std::vector<std::string_view> not_rated{};  ///< words that stand for a missing value, such as "na"
};

/// For comparing words: letters A to Z in lower case; `_`, `-` and blanks alike as single blanks, none around.
[[nodiscard]] std::string plain_words(std::string_view text);

/// The place of the rating with that code, label (in either language) or word; letter case, blanks, `_` and `-` do not
/// count. Missing where the scale has none.
[[nodiscard]] std::optional<std::size_t> find_rating(const Scale& scale, std::string_view text);
/// Whether the text is empty or one of the scale's words for a missing value.
[[nodiscard]] bool is_not_rated(const Scale& scale, std::string_view text);

/// "komprehensif (comprehensive), sebagian (partial), tidak (none)": what is allowed, for messages. A label that says
/// no more than the code is left out.
[[nodiscard]] core::Text allowed_ratings(const Scale& scale);

}  // namespace desakota::planning
