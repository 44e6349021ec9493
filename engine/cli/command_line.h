#pragma once

#include "engine/analyses/catalogue.h"

namespace desakota::cli {

/// The program `desakota` on a catalogue: reads the command line, does what it asks, prints, and returns the exit
/// status (see core::ExitStatus). Nothing is thrown.
[[nodiscard]] int run_command_line(const analyses::Catalogue& catalogue, int argc, char** argv);

}  // namespace desakota::cli
