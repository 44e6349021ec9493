#include "engine/report/json_text.h"

#include <array>
#include <cstdint>
#include <fmt/format.h>

namespace desakota::report {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

std::uint8_t byte_at(std::string_view text, std::size_t at) {
    return at < text.size() ? static_cast<std::uint8_t>(text[at]) : 0;
}

bool continues(std::uint8_t byte) {
    return (byte & 0xC0U) == 0x80U;
}

/// How many bytes a lead byte announces: 1 to 4; 0 where it is no lead byte.
std::size_t announced_length(std::uint8_t lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead < 0xE0) return 2;
    if (lead >= 0xE0 && lead < 0xF0) return 3;
    if (lead >= 0xF0 && lead < 0xF5) return 4;
    return 0;
}

/// Overlong forms, surrogates and numbers past U+10FFFF show in the second byte.
bool second_byte_fits(std::uint8_t lead, std::uint8_t second) {
    if (lead == 0xE0) return second >= 0xA0;
    if (lead == 0xED) return second < 0xA0;
    if (lead == 0xF0) return second >= 0x90;
    if (lead == 0xF4) return second < 0x90;
    return true;
}

/// The length of the UTF-8 character at `at`; 0 where there is none.
std::size_t character_length(std::string_view text, std::size_t at) {
    const auto lead = byte_at(text, at);
    const auto length = announced_length(lead);
    if (length < 2) return length;
    if (!second_byte_fits(lead, byte_at(text, at + 1))) return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if (!continues(byte_at(text, at + i))) return 0;
    }
    return length;
}

bool needs_escape(std::string_view character) {
    if (character.size() == 1) {
        const auto byte = byte_at(character, 0);
        return byte < 0x20 || byte == 0x7F || std::string_view("\"\\<>&'").find(character[0]) != std::string_view::npos;
    }
    return character == "\xE2\x80\xA8" || character == "\xE2\x80\xA9";
}

std::string escaped(std::string_view character) {
    if (character == "\xE2\x80\xA8") return "\\u2028";
    if (character == "\xE2\x80\xA9") return "\\u2029";
    return fmt::format("\\u{:04x}", byte_at(character, 0));
}

unsigned digit_value(char digit) {
    if (digit >= '0' && digit <= '9') return static_cast<unsigned>(digit - '0');
    return static_cast<unsigned>((digit | 0x20) - 'a') + 10U;
}

}  // namespace

std::string json_string(std::string_view text) {
    std::string json = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const auto length = character_length(text, at);
        if (length == 0) {
            json += kReplacement;
            ++at;
            continue;
        }
        const auto character = text.substr(at, length);
        if (needs_escape(character)) {
            json += escaped(character);
        } else {
            json += character;
        }
        at += length;
    }
    return json + '"';
}

std::string json_array(const std::vector<std::string>& values) {
    return fmt::format("[{}]", fmt::join(values, ","));
}

std::string json_object(const std::vector<std::pair<std::string_view, std::string>>& members) {
    std::vector<std::string> parts;
    parts.reserve(members.size());
    for (const auto& [name, value] : members) parts.push_back(json_string(name) + ":" + value);
    return fmt::format("{{{}}}", fmt::join(parts, ","));
}

std::string base64(std::string_view bytes) {
    constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const std::uint32_t group = static_cast<std::uint32_t>(byte_at(bytes, at)) << 16U |
                                    static_cast<std::uint32_t>(byte_at(bytes, at + 1)) << 8U | byte_at(bytes, at + 2);
        const std::array<char, 4> digits{kDigits[group >> 18U], kDigits[group >> 12U & 63U], kDigits[group >> 6U & 63U],
                                         kDigits[group & 63U]};
        text.append(digits.data(), digits.size());
    }
    const auto padding = (3 - bytes.size() % 3) % 3;
    return text.replace(text.size() - padding, padding, padding, '=');
}

std::string bytes_of_hex(std::string_view digits) {
    std::string bytes;
    for (std::size_t at = 0; at + 1 < digits.size(); at += 2) {
        bytes += static_cast<char>(digit_value(digits[at]) << 4U | digit_value(digits[at + 1]));
    }
    return bytes;
}

}  // namespace desakota::report
