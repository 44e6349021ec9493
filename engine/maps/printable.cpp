#include "engine/maps/printable.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace desakota::maps {
namespace {

constexpr std::size_t kMostCharacters = 1000;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

struct Character {
    std::uint32_t code = 0;
    std::size_t bytes = 1;
};

std::size_t bytes_of(unsigned char first) {
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return 2;
    if ((first & 0xF0U) == 0xE0) return 3;
    return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
}

/// The character at the beginning of the text; missing where it is not UTF-8.
std::optional<Character> first_character(std::string_view text) {
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t bytes = bytes_of(first);
    if (bytes == 0 || bytes > text.size()) return std::nullopt;
    if (bytes == 1) return Character{first, 1};
    std::uint32_t code = first & (0x7FU >> bytes);
    for (std::size_t i = 1; i < bytes; ++i) {
        const auto next = static_cast<unsigned char>(text[i]);
        if ((next & 0xC0U) != 0x80) return std::nullopt;
        code = code << 6U | (next & 0x3FU);
    }
    constexpr std::array<std::uint32_t, 5> kLeast{0, 0, 0x80, 0x800, 0x10000};
    const bool valid = code >= kLeast[bytes] && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
    return valid ? std::optional(Character{code, bytes}) : std::nullopt;
}

bool is_control(std::uint32_t code) {
    return (code < 0x20 && code != '\n') || (code >= 0x7F && code < 0xA0) || code == 0x2028 || code == 0x2029;
}
bool turns_direction(std::uint32_t code) {
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0x200E || code == 0x200F;
}

}  // namespace

std::string printable(std::string_view text) {
    std::string made;
    for (std::size_t count = 0; !text.empty() && count < kMostCharacters; ++count) {
        const auto character = first_character(text);
        const std::size_t bytes = character ? character->bytes : 1;
        if (!character) {
            made += kReplacement;
        } else if (is_control(character->code)) {
            made += ' ';
        } else if (!turns_direction(character->code)) {
            made += text.substr(0, bytes);
        }
        text.remove_prefix(bytes);
    }
    return made;
}

}  // namespace desakota::maps
