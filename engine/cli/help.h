#pragma once

#include <string>
#include <string_view>

#include "engine/analyses/catalogue.h"
#include "engine/cli/study_commands.h"
#include "engine/core/text.h"

namespace desakota::cli {

/// `desakota --help`.
[[nodiscard]] std::string general_help(const analyses::Catalogue& catalogue, core::Language language);
/// `desakota list`: the analyses by group.
[[nodiscard]] std::string analysis_list(const analyses::Catalogue& catalogue, core::Language language);
/// `desakota <analysis> --help`.
[[nodiscard]] std::string analysis_help(const analyses::Analysis& analysis, core::Language language);

/// Breaks `text` at blanks into lines of at most `width` letters where its words allow; every line but the first
/// starts with `indent` blanks. `column` letters already stand on the first line.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t width, std::size_t indent, std::size_t column);

/// The answer to `desakota run-study --help`.
[[nodiscard]] std::string command_help(const Command& command, core::Language language);

}  // namespace desakota::cli
