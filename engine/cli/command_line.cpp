#include "engine/cli/command_line.h"

#include <algorithm>
#include <fmt/format.h>
#include <memory>
#include <string>
#include <vector>

#include "engine/cli/catalogue_json.h"
#include "engine/cli/command_words.h"
#include "engine/cli/front_end_parameters.h"
#include "engine/cli/help.h"
#include "engine/cli/interrupt.h"
#include "engine/cli/language.h"
#include "engine/cli/option_shapes.h"
#include "engine/cli/outcome.h"
#include "engine/cli/run_analysis.h"
#include "engine/cli/shown_progress.h"
#include "engine/cli/streams.h"
#include "engine/cli/study_commands.h"
#include "engine/core/suggestion.h"
#include "engine/io/operating_system.h"
#include "engine/io/run_record.h"
#include "engine/study/typed_values.h"

namespace desakota::cli {
namespace {

using analyses::Analysis;
using analyses::Catalogue;
using analyses::Parameter;
using core::ExitStatus;
using Words = std::vector<std::string>;

bool holds(const Words& words, const std::string& word) {
    return std::ranges::find(words, word) != words.end();
}

/// How to speak, before it is known whether the command line is sound.
Manner spoken_manner(const Words& arguments) {
    return {spoken_language(arguments), holds(arguments, "--quiet"), holds(arguments, "--json")};
}

int print(const std::string& text, const Manner& manner) {
    Outcome outcome;
    if (write_output(text)) return static_cast<int>(ExitStatus::Done);
    outcome.status = ExitStatus::CouldNotBeDone;
    outcome.problems = {{"Standard output cannot be written to.", "Keluaran standar tidak dapat ditulis."}};
    return print_outcome(outcome, {manner.language, manner.quiet, false});
}

std::string version_text() {
    std::string libraries;
    for (const auto& [name, version] : io::library_versions()) {
        libraries += fmt::format("{}{} {}", libraries.empty() ? "" : ", ", name, version);
    }
    return fmt::format("desakota {}\n{}\n", DESAKOTA_VERSION, libraries);
}

Words option_names(const std::vector<OptionShape>& shapes) {
    Words names;
    for (const auto& shape : shapes) names.push_back(shape.name);
    return names;
}

std::vector<Parameter> all_parameters(const Analysis& analysis) {
    auto parameters = analysis.parameters;
    parameters.insert(parameters.end(), front_end_parameters().begin(), front_end_parameters().end());
    return parameters;
}

/// "See desakota health-access --help."
core::Text see_help(const std::string& command) {
    return core::format_text("See: desakota {}--help", "Lihat: desakota {}--help", command);
}

/// The answer to `desakota <analysis> ...`.
int answer_analysis(const Analysis& analysis, const Words& arguments, const Manner& manner) {
    const auto parameters = all_parameters(analysis);
    auto shapes = option_shapes(parameters);
    shapes.push_back({"help", Takes::Nothing, 'h'});
    const auto words = sort_words(shapes, arguments);
    if (words.values.contains("help")) return print(analysis_help(analysis, manner.language), manner);

    const InterruptWatch watch;
    Outcome outcome;
    outcome.analysis = analysis.id;
    guard(outcome, [&] {
        auto& faults = outcome.diagnostics;  // which also keeps what is only a warning
        const auto values = study::read_values(parameters, words.values, faults);
        report_unknown_words(words.rest, option_names(shapes), faults);
        if (faults.has_errors()) faults.error(see_help(analysis.id + " "));
        faults.throw_errors(ExitStatus::WrongUsage);
        const auto progress = make_progress(watch, values, manner);
        run_analysis(analysis, values, manner, *progress, outcome);
    });
    return print_outcome(outcome, manner);
}

/// The value of a `--lang` that is no language: the rest of the program never sees it.
void check_language(const CommandWords& words) {
    const auto place = words.values.find("lang");
    if (place == words.values.end()) return;
    for (const auto& code : place->second) {
        if (parse_language(code)) continue;
        throw core::usage_error(core::format_text("--lang: unknown value \"{}\"; accepted: en, id.",
                                                  "--lang: nilai \"{}\" tidak dikenal; yang diterima: en, id.", code));
    }
}

/// The answer to `desakota list`.
int answer_list(const Catalogue& catalogue, const Words& arguments, const Manner& manner) {
    const std::vector<OptionShape> shapes{
        {"help", Takes::Nothing, 'h'}, {"json", Takes::Nothing}, {"lang", Takes::OneValue}};
    const auto words = sort_words(shapes, arguments);
    if (words.values.contains("help")) return print(general_help(catalogue, manner.language), manner);
    check_language(words);
    core::Diagnostics faults;
    report_unknown_words(words.rest, option_names(shapes), faults);
    faults.throw_errors(ExitStatus::WrongUsage);
    return print(manner.json ? catalogue_json(catalogue) : analysis_list(catalogue, manner.language), manner);
}

core::Error unknown_command(const Catalogue& catalogue, const std::string& word) {
    Words commands{"list"};
    for (const auto& study_command : study_commands()) commands.push_back(study_command.name);
    for (const auto& analysis : catalogue) commands.push_back(analysis.id);
    return core::usage_error(core::format_text("Unknown analysis \"{}\".", "Analisis \"{}\" tidak dikenal.", word) +
                             core::did_you_mean(core::nearest_word(word, commands)) +
                             core::Text{" See: desakota list", " Lihat: desakota list"});
}

int answer(const Catalogue& catalogue, const Words& arguments, const Manner& manner) {
    const std::vector<OptionShape> shapes{
        {"help", Takes::Nothing, 'h'}, {"version", Takes::Nothing}, {"lang", Takes::OneValue}};
    const auto words = sort_words(shapes, arguments, Rest::Command);
    check_language(words);
    if (words.values.contains("version")) return print(version_text(), manner);
    if (words.values.contains("help")) return print(general_help(catalogue, manner.language), manner);
    if (words.rest.empty()) {
        throw core::usage_error(core::Text{"Say what to do: an analysis, or list. ",
                                           "Sebutkan yang akan dikerjakan: sebuah analisis, atau list. "} +
                                see_help(""));
    }
    const auto& command = words.rest.front();
    const Words rest(words.rest.begin() + 1, words.rest.end());
    if (command == "list") return answer_list(catalogue, rest, manner);
    const auto of_study = std::ranges::find(study_commands(), command, &Command::name);
    if (of_study != study_commands().end()) return answer_study_command(*of_study, catalogue, rest, manner);
    const auto place = std::ranges::find(catalogue, command, &Analysis::id);
    if (place != catalogue.end()) return answer_analysis(*place, rest, manner);
    if (!command.starts_with('-')) throw unknown_command(catalogue, command);
    core::Diagnostics faults;
    report_unknown_words({command}, option_names(shapes), faults);
    faults.throw_errors(ExitStatus::WrongUsage);
    return static_cast<int>(ExitStatus::WrongUsage);
}

}  // namespace

int run_command_line(const Catalogue& catalogue, int argc, char** argv) {
    const Words arguments(argv + std::min(argc, 1), argv + argc);
    const auto manner = spoken_manner(arguments);
    io::ignore_closed_pipes();
    Outcome outcome;
    int status = 0;
    guard(outcome, [&] { status = answer(catalogue, arguments, manner); });
    return outcome.problems.empty() ? status : print_outcome(outcome, manner);
}

}  // namespace desakota::cli
