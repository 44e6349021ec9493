#pragma once

#include <string>

namespace desakota::cli {

/// Once it is made, the first Ctrl-C (SIGINT) or SIGTERM is only noted, so that the run can stop in good order; a
/// second one ends the process. This holds up to the end of the process: a signal that comes after the result is
/// written changes nothing.
class InterruptWatch {
public:
    InterruptWatch();
    InterruptWatch(const InterruptWatch&) = delete;
    InterruptWatch& operator=(const InterruptWatch&) = delete;
    ~InterruptWatch() = default;

    [[nodiscard]] bool is_interrupted() const;
};

/// What a process says when it ends.
struct LastWords {
    std::string error;   ///< on standard error
    std::string output;  ///< on standard output
};

/// While it lives, the first signal ends the process at once with status 130 and the given words. For stages that
/// cannot hear a cancel (a library waits for a database, say) and leave nothing behind. Needs an InterruptWatch; one at
/// a time.
class EndsAtOnce {
public:
    explicit EndsAtOnce(LastWords words);
    EndsAtOnce(const EndsAtOnce&) = delete;
    EndsAtOnce& operator=(const EndsAtOnce&) = delete;
    ~EndsAtOnce();
};

}  // namespace desakota::cli
