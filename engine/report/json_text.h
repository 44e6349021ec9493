#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace desakota::report {

/// A JSON string with its quotation marks that may stand inside a page's <script> as well: no "<", ">" or "&" and no
/// line separator in it; bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string json_string(std::string_view text);

/// "[a,b]" and "{"a":b}" from values that are JSON already.
[[nodiscard]] std::string json_array(const std::vector<std::string>& values);
[[nodiscard]] std::string json_object(const std::vector<std::pair<std::string_view, std::string>>& members);

/// The bytes in base 64 (RFC 4648), padded.
[[nodiscard]] std::string base64(std::string_view bytes);
/// The bytes that hexadecimal digits (of either case, an even number of them) stand for.
[[nodiscard]] std::string bytes_of_hex(std::string_view digits);

}  // namespace desakota::report
