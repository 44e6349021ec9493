#pragma once

#include <string>
#include <string_view>

namespace desakota::maps {

/// A text from data as it can be set on a map: valid UTF-8 (what is not becomes U+FFFD), control characters as
/// blanks (line breaks stay), marks that turn the direction of writing left out; at most 1,000 characters.
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace desakota::maps
