#include "engine/io/tags.h"

#include <algorithm>

namespace desakota::io {
namespace {

void skip_to(std::string_view& rest, std::string_view any_of) {
    rest.remove_prefix(std::min(rest.find_first_of(any_of), rest.size()));
}

/// A quoted word with backslash escapes, from its opening quote on; `rest` goes on behind its closing quote.
std::string take_quoted(std::string_view& rest) {
    std::string word;
    rest.remove_prefix(1);
    while (!rest.empty() && rest.front() != '"') {
        if (rest.front() == '\\' && rest.size() > 1) rest.remove_prefix(1);
        word += rest.front();
        rest.remove_prefix(1);
    }
    if (!rest.empty()) rest.remove_prefix(1);
    return word;
}

/// What follows `"key"=>`: a quoted value or the bare word NULL.
std::optional<std::string> take_value(std::string_view& rest) {
    rest.remove_prefix(std::min(rest.find_first_not_of("=> "), rest.size()));
    if (rest.starts_with('"')) return take_quoted(rest);
    skip_to(rest, ",");
    return std::nullopt;
}

}  // namespace

std::optional<std::string> tag_value(std::string_view tags, std::string_view key) {
    if (tags.find(key) == std::string_view::npos) return std::nullopt;
    for (skip_to(tags, "\""); !tags.empty(); skip_to(tags, "\"")) {
        const auto name = take_quoted(tags);
        auto value = take_value(tags);
        if (name == key) return value;
    }
    return std::nullopt;
}

}  // namespace desakota::io
