#pragma once

#include <string_view>

namespace desakota::cli {

/// Writes all of `text` to standard output or standard error. False where that failed for another reason than a
/// reader that closed the pipe, who wants no more.
[[nodiscard]] bool write_output(std::string_view text);
[[nodiscard]] bool write_error(std::string_view text);

}  // namespace desakota::cli
