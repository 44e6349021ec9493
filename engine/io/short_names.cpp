#include "engine/io/short_names.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace desakota::io {
namespace {

constexpr std::size_t kMost = 10;

char lower_letter(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_plain(char c) {
    return (lower_letter(c) >= 'a' && lower_letter(c) <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

/// Bytes that continue a character of several bytes fall away with it.
std::string in_plain_letters(const std::string& name) {
    std::string plain;
    for (const char c : name) {
        if ((static_cast<unsigned char>(c) & 0xC0U) == 0x80U) continue;
        plain += is_plain(c) ? c : '_';
    }
    return plain.empty() ? "_" : plain;
}

bool is_vowel(char c) {
    return std::string_view("aeiou").find(lower_letter(c)) != std::string_view::npos;
}

std::string without_inner_vowels(const std::string& name) {
    std::string rest;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const bool begins_word = i == 0 || name[i - 1] == '_';
        if (begins_word || !is_vowel(name[i])) rest += name[i];
    }
    return rest;
}

std::string cut(const std::string& name) {
    constexpr std::size_t kLongestUnit = 6;  // with its underscore
    const auto last = name.rfind('_');
    if (last == std::string::npos || name.size() - last > kLongestUnit) return name.substr(0, kMost);
    auto start = name.substr(0, kMost - (name.size() - last));
    while (start.ends_with('_')) start.pop_back();
    return start + name.substr(last);
}

std::string shortened(const std::string& name) {
    if (name.size() <= kMost) return name;
    const auto rest = without_inner_vowels(name);
    return rest.size() <= kMost ? rest : cut(rest);
}

std::string lower_case(std::string name) {
    std::ranges::transform(name, name.begin(), lower_letter);
    return name;
}

std::string told_apart(const std::string& name, const std::set<std::string>& taken) {
    auto unique = name;
    for (int number = 2; taken.contains(lower_case(unique)); ++number) {
        const auto digits = std::to_string(number);
        unique = name.substr(0, kMost - digits.size()) + digits;
    }
    return unique;
}

}  // namespace

std::vector<std::string> short_names(const std::vector<std::string>& names) {
    std::vector<std::string> result(names.size());
    std::set<std::string> taken;  // in lower case
    // Names that can stay come first, so that none is changed for the sake of a shortened one.
    for (const bool can_stay : {true, false}) {
        for (std::size_t i = 0; i < names.size(); ++i) {
            const auto plain = in_plain_letters(names[i]);
            if ((plain == names[i] && plain.size() <= kMost) != can_stay) continue;
            result[i] = told_apart(shortened(plain), taken);
            taken.insert(lower_case(result[i]));
        }
    }
    return result;
}

}  // namespace desakota::io
