#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/text.h"

namespace desakota::cli {

/// "en" or "id".
[[nodiscard]] std::string_view language_code(core::Language language);
[[nodiscard]] std::optional<core::Language> parse_language(std::string_view code);

/// The language of a message locale as POSIX writes it ("id_ID.UTF-8"): Indonesian where it says so, else English.
[[nodiscard]] core::Language language_of_locale(std::string_view locale);

/// The language of the machine's messages: that of LC_ALL, LC_MESSAGES or LANG, the first that is set.
[[nodiscard]] core::Language machine_language();

/// The language in which to answer a command line, before it is known whether it is sound: its `--lang`, wherever it
/// stands, else the machine's.
[[nodiscard]] core::Language spoken_language(const std::vector<std::string>& arguments);

}  // namespace desakota::cli
