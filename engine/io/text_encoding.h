#pragma once

#include <string>
#include <string_view>

namespace desakota::io {

[[nodiscard]] bool is_utf8(std::string_view text);

/// `text` as UTF-8: itself where it is valid UTF-8, otherwise read as Windows-1252 (which holds ISO-8859-1), what old
/// Shapefiles and tables without a declared encoding are written in.
[[nodiscard]] std::string to_utf8(std::string_view text);

}  // namespace desakota::io
