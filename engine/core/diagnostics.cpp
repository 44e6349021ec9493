#include "engine/core/diagnostics.h"

namespace desakota::core {

void Diagnostics::throw_errors(ExitStatus status) {
    if (errors_.empty()) return;
    std::vector<Text> problems = std::move(errors_);
    errors_.clear();
    if (problems.size() > kShown) {
        const auto more = problems.size() - kShown;
        problems.resize(kShown);
        problems.push_back(format_text("... and {} more.", "... dan {} lagi.", more));
    }
    throw Error(status, std::move(problems));
}

}  // namespace desakota::core
