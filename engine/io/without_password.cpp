#include <algorithm>
#include <array>
#include <string_view>

#include "engine/io/run_record.h"

namespace desakota::io {
namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

/// The place after the value that starts at `start`: 'quoted, \' inside', or up to the next blank or bar; in an address
/// also up to the next '&'. Elsewhere all other marks may belong to a password.
std::size_t end_of_value(std::string_view text, std::size_t start) {
    const bool is_quoted = start < text.size() && text[start] == '\'';
    const bool is_address = text.substr(0, start).find("://") != std::string_view::npos;
    for (auto i = start + (is_quoted ? 1 : 0); i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\\') {
            ++i;
        } else if (is_quoted && c == '\'') {
            return i + 1;
        } else if (!is_quoted && (is_blank(c) || c == '|' || (is_address && c == '&'))) {
            return i;
        }
    }
    return text.size();
}

/// Takes every "<key> = <value>" out, with one separator before it.
std::string without_key(std::string text, std::string_view key) {
    for (std::size_t from = 0;;) {
        const auto place = lower(text).find(key, from);
        if (place == std::string::npos) return text;
        auto value = place + key.size();
        while (value < text.size() && is_blank(text[value])) ++value;
        from = place + key.size();
        if (value >= text.size() || text[value] != '=') continue;
        for (++value; value < text.size() && is_blank(text[value]);) ++value;
        const auto end = end_of_value(text, value);
        const bool separated = place > 0 && is_blank(text[place - 1]);
        from = place - (separated ? 1 : 0);
        text.erase(from, end - from);
    }
}

/// "scheme://user:secret@host" loses ":secret". A password may itself hold ':' or '@': the last '@' before the next
/// blank, or before the path, ends it.
std::string without_url_password(std::string text) {
    constexpr std::string_view kScheme = "://";
    for (auto place = text.find(kScheme); place != std::string::npos; place = text.find(kScheme, place)) {
        place += kScheme.size();
        const auto end = std::min(text.find_first_of(" \t\r\n?|", place), text.size());
        const auto at = text.rfind('@', end == 0 ? 0 : end - 1);
        const auto colon = text.find(':', place);
        if (at == std::string::npos || at < place || colon == std::string::npos || colon > at) continue;
        text.erase(colon, at - colon);
    }
    return text;
}

}  // namespace

std::string without_password(const std::string& source) {
    auto text = without_url_password(source);
    for (const std::string_view key : std::array<std::string_view, 3>{"password", "passwd", "pwd"}) {
        text = without_key(std::move(text), key);
    }
    return text;
}

}  // namespace desakota::io
