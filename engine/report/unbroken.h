#pragma once

#include <string>
#include <string_view>

namespace desakota::report {

/// The text with a no-break space between a number and its per cent sign, so that no line ends between them.
[[nodiscard]] std::string unbroken(std::string_view text);

}  // namespace desakota::report
