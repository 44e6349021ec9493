#pragma once

#include <cstdint>
#include <fmt/format.h>
#include <string>
#include <string_view>
#include <utility>

namespace desakota::core {

enum class Language : std::uint8_t { English, Indonesian };

/// A text for users, in both languages. Every user-facing text of the engine is one of these, written where it is
/// declared; which language is shown is the front end's choice.
struct Text {
    std::string english;
    std::string indonesian;

    [[nodiscard]] const std::string& in(Language language) const {
        return language == Language::English ? english : indonesian;
    }
    bool operator==(const Text&) const = default;
};

/// A text that is the same in both languages, such as a name from the data.
[[nodiscard]] inline Text same_text(const std::string& text) {
    return Text{text, text};
}

/// Fills both languages of a pattern with the same arguments (fmt syntax; name arguments by position, `{0}`, where
/// the two languages order them differently). An argument that is itself a Text must be filled in per language by
/// the caller.
template <class... Arguments>
[[nodiscard]] Text format_text(std::string_view english, std::string_view indonesian, const Arguments&... arguments) {
    return Text{fmt::vformat(english, fmt::make_format_args(arguments...)),
                fmt::vformat(indonesian, fmt::make_format_args(arguments...))};
}

/// Both languages, one after the other.
[[nodiscard]] inline Text operator+(Text left, const Text& right) {
    left.english += right.english;
    left.indonesian += right.indonesian;
    return left;
}

}  // namespace desakota::core
