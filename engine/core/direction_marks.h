#pragma once

#include <string>
#include <string_view>

namespace desakota::core {

/// The text without the characters that turn the direction of writing (U+202A to U+202E, U+2066 to U+2069): in a name
/// they would turn the rest of the line as well.
[[nodiscard]] std::string without_direction_marks(std::string_view text);

}  // namespace desakota::core
