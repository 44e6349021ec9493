#pragma once

#include <cstddef>
#include <string>

namespace desakota::io {

inline constexpr std::size_t kMostTextBytes = std::size_t{16} << 20U;

/// The whole of a text file, without a byte order mark. Throws a usage error where there is no such file (or it is a
/// folder, or an address), an input error for more than `kMostTextBytes`, a failure where it cannot be read.
[[nodiscard]] std::string read_text_file(const std::string& path);

}  // namespace desakota::io
