#include "engine/cli/shown_progress.h"

#include "engine/cli/progress_lines.h"
#include "engine/cli/terminal_progress.h"

namespace desakota::cli {

std::unique_ptr<core::Progress> make_progress(const InterruptWatch& watch, const study::TypedValues& values,
                                              const Manner& manner) {
    if (values.is_yes("progress-lines")) return std::make_unique<ProgressLines>(watch);
    return std::make_unique<TerminalProgress>(watch, !manner.quiet && TerminalProgress::can_be_shown());
}

LastWords last_words(const std::string& command, const Manner& manner, const core::Progress& progress) {
    auto words = words_of_interrupt(command, manner);
    if (const auto* bar = dynamic_cast<const TerminalProgress*>(&progress)) words.error.insert(0, bar->wiping());
    return words;
}

}  // namespace desakota::cli
