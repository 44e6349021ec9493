#include "engine/core/error.h"

namespace desakota::core {

Error::Error(ExitStatus status, std::vector<Text> problems) : status_(status), problems_(std::move(problems)) {
    for (const auto& problem : problems_) {
        if (!what_.empty()) what_ += '\n';
        what_ += problem.english;
    }
}

}  // namespace desakota::core
