#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace desakota::matching {

/// One word of a name, in lower case: letters, or the digits of a number.
struct PlaceWord {
    std::string text;
    bool is_number = false;  ///< digits alone
    bool begins_part = false;
    std::size_t part = 0;  ///< brackets, commas and semicolons part a name
};

/// The words of a name. Blanks and punctuation part words, as do letters and digits ("SP3"); apostrophes and the
/// marks of footnotes are dropped.
[[nodiscard]] std::vector<PlaceWord> place_words(std::string_view text);

}  // namespace desakota::matching
