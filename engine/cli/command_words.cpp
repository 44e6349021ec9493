#include "engine/cli/command_words.h"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace desakota::cli {
namespace {

/// Far below the number at which CLI11 takes the rest of the line.
constexpr int kManyValues = 10000;

void add_option(CLI::App& app, const OptionShape& shape) {
    const auto letter = shape.letter == '\0' ? std::string{} : std::string{'-', shape.letter, ','};
    // A value may be left out as far as CLI11 knows, so that its absence is told in our words.
    app.add_option(letter + "--" + shape.name)
        ->expected(0, shape.takes == Takes::ManyValues ? kManyValues : 1)
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void add_flag(CLI::App& app, const OptionShape& shape) {
    const auto letter = shape.letter == '\0' ? std::string{} : std::string{'-', shape.letter, ','};
    app.add_flag(letter + "--" + shape.name)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

}  // namespace

CommandWords sort_words(const std::vector<OptionShape>& options, const std::vector<std::string>& arguments, Rest rest) {
    CLI::App app;
    app.set_help_flag();
    app.allow_extras();
    app.prefix_command(rest == Rest::Command);
    for (const auto& shape : options) {
        if (shape.takes == Takes::Nothing) {
            add_flag(app, shape);
        } else {
            add_option(app, shape);
        }
    }
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
    app.parse(std::move(reversed));

    CommandWords words;
    for (const auto& shape : options) {
        const auto* option = app.get_option("--" + shape.name);
        if (option->count() > 0) words.values[shape.name] = option->results();
    }
    words.rest = app.remaining();
    return words;
}

}  // namespace desakota::cli
