#include "engine/io/text_encoding.h"

#include <array>
#include <cstdint>

namespace desakota::io {
namespace {

/// Windows-1252 from 0x80 to 0x9F; the five bytes that it leaves undefined stay control characters.
constexpr std::array<std::uint16_t, 32> kWindows1252{0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                     0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                                     0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                     0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

/// How many bytes follow a first byte of a character; 4 where it cannot be one.
int followers(unsigned char first) {
    if (first < 0x80) return 0;
    if (first >= 0xC2 && first < 0xE0) return 1;
    if (first >= 0xE0 && first < 0xF0) return 2;
    if (first >= 0xF0 && first < 0xF5) return 3;
    return 4;
}

/// Overlong forms, surrogates and what lies beyond Unicode show in the second byte (RFC 3629, section 4).
bool is_second_byte(unsigned char first, unsigned char second) {
    switch (first) {
        case 0xE0:
            return second >= 0xA0 && second <= 0xBF;
        case 0xED:
            return second >= 0x80 && second <= 0x9F;
        case 0xF0:
            return second >= 0x90 && second <= 0xBF;
        case 0xF4:
            return second >= 0x80 && second <= 0x8F;
        default:
            return second >= 0x80 && second <= 0xBF;
    }
}

void add_character(std::string& text, std::uint16_t character) {
    if (character < 0x800) {
        text += static_cast<char>(0xC0 | (character >> 6));
    } else {
        text += static_cast<char>(0xE0 | (character >> 12));
        text += static_cast<char>(0x80 | ((character >> 6) & 0x3F));
    }
    text += static_cast<char>(0x80 | (character & 0x3F));
}

}  // namespace

bool is_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto first = static_cast<unsigned char>(text[at]);
        const auto count = static_cast<std::size_t>(followers(first));
        if (count == 0) continue;
        if (count == 4 || text.size() - at <= count) return false;
        for (std::size_t next = 1; next <= count; ++next) {
            const auto byte = static_cast<unsigned char>(text[at + next]);
            if (next == 1 ? !is_second_byte(first, byte) : (byte & 0xC0) != 0x80) return false;
        }
        at += count;
    }
    return true;
}

std::string to_utf8(std::string_view text) {
    if (is_utf8(text)) return std::string(text);
    std::string result;
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        if (byte < 0x80) {
            result += letter;
        } else {
            add_character(result, byte < 0xA0 ? kWindows1252[byte - 0x80] : byte);
        }
    }
    return result;
}

}  // namespace desakota::io
