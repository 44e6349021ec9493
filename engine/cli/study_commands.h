#pragma once

#include <string>
#include <vector>

#include "engine/analyses/catalogue.h"
#include "engine/cli/outcome.h"

namespace desakota::cli {

/// A command beside the analyses.
struct Command {
    std::string name;      ///< "run-study"
    std::string argument;  ///< "STUDY.toml"
    core::Text title;
    core::Text help;
    std::vector<analyses::Parameter> parameters;
};

/// run-study, new-study and replay.
[[nodiscard]] const std::vector<Command>& study_commands();

/// Answers one of them; `arguments` follow the command's name. Returns the exit status.
[[nodiscard]] int answer_study_command(const Command& command, const analyses::Catalogue& catalogue,
                                       const std::vector<std::string>& arguments, const Manner& manner);

}  // namespace desakota::cli
