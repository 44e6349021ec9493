#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace desakota::core {

/// Numbers as text in the C locale, whatever the machine's: a full stop as decimal mark, no grouping.
///
/// `parse_number` takes the whole of `text` (blanks around it aside) or nothing; "nan", "inf" and hexadecimal are not
/// numbers here.
[[nodiscard]] std::optional<double> parse_number(std::string_view text);
[[nodiscard]] std::optional<std::int64_t> parse_integer(std::string_view text);

/// The shortest text that reads back as exactly `value`.
[[nodiscard]] std::string number_text(double value);
/// With `decimals` places, correctly rounded.
[[nodiscard]] std::string number_text(double value, int decimals);

}  // namespace desakota::core
