#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace desakota::cli {

enum class Takes : std::uint8_t { Nothing, OneValue, ManyValues };

struct OptionShape {
    std::string name;  ///< without "--"
    Takes takes = Takes::OneValue;
    char letter = '\0';  ///< of the short form; '\0': none
};

/// What was typed, by option.
struct CommandWords {
    /// One entry for each value, over all occurrences; an empty text where an option came without its value. An
    /// option that takes nothing has "true" for each occurrence.
    std::map<std::string, std::vector<std::string>> values;
    /// How often an option came without its value, or one that takes nothing with one, is seen from `values`; what
    /// belongs to no option is here, in order.
    std::vector<std::string> rest;
};

/// What follows the options: further options anywhere, or a command with words of its own, left whole in `rest`.
enum class Rest : std::uint8_t { Words, Command };

/// Sorts the words of a command line to the options they belong to. Knows nothing of what the values mean, and finds
/// no fault: whether what was typed is sound is for the caller to say, in the user's language.
[[nodiscard]] CommandWords sort_words(const std::vector<OptionShape>& options,
                                      const std::vector<std::string>& arguments, Rest rest = Rest::Words);

}  // namespace desakota::cli
