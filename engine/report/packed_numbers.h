#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace desakota::report {

/// Whole numbers as short text for the page's scripts, one after the other: five bits a character, the lowest first,
/// the sixth says that the number goes on; characters in the order of base64url ("A" is 0, "_" is 63).
class PackedNumbers {
public:
    /// At most 2^53, which is what scripts can hold.
    void add(std::uint64_t number);
    /// Numbers of either sign, small ones short: 0, -1, 1, -2 ... count as 0, 1, 2, 3.
    void add_signed(std::int64_t number);
    /// 0 where it is missing, else one more than `add_signed` would add.
    void add(const std::optional<std::int64_t>& number);

    [[nodiscard]] const std::string& text() const { return text_; }
    /// The text as JSON.
    [[nodiscard]] std::string json() const { return '"' + text_ + '"'; }

private:
    std::string text_;
};

}  // namespace desakota::report
