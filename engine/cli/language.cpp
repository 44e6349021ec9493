#include "engine/cli/language.h"

#include <cstdlib>

namespace desakota::cli {
namespace {

constexpr std::string_view kOption = "--lang";

}  // namespace

std::string_view language_code(core::Language language) {
    return language == core::Language::Indonesian ? "id" : "en";
}

std::optional<core::Language> parse_language(std::string_view code) {
    if (code == "en") return core::Language::English;
    if (code == "id") return core::Language::Indonesian;
    return std::nullopt;
}

core::Language language_of_locale(std::string_view locale) {
    return parse_language(locale.substr(0, locale.find_first_of("_.@"))).value_or(core::Language::English);
}

core::Language machine_language() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nothing here sets the environment
        if (value != nullptr && *value != '\0') return language_of_locale(value);
    }
    return core::Language::English;
}

core::Language spoken_language(const std::vector<std::string>& arguments) {
    for (std::size_t index = 0; index < arguments.size(); ++index) {
        const std::string_view argument = arguments[index];
        std::optional<core::Language> language;
        if (argument == kOption && index + 1 < arguments.size()) language = parse_language(arguments[index + 1]);
        if (argument.starts_with("--lang=")) language = parse_language(argument.substr(kOption.size() + 1));
        if (language) return *language;
    }
    return machine_language();
}

}  // namespace desakota::cli
