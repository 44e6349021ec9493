#pragma once

namespace desakota::cli {

/// While it lives, the first Ctrl-C (SIGINT) or SIGTERM is only noted, so that the run can stop in good order; a
/// second one ends the process. One at a time.
class InterruptWatch {
public:
    InterruptWatch();
    InterruptWatch(const InterruptWatch&) = delete;
    InterruptWatch& operator=(const InterruptWatch&) = delete;
    ~InterruptWatch();

    [[nodiscard]] bool is_interrupted() const;
};

/// From now on a reader that closes the pipe of the output does not end the process.
void ignore_closed_pipes();

}  // namespace desakota::cli
