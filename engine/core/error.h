#pragma once

#include <exception>
#include <string>
#include <utility>
#include <vector>

#include "engine/core/text.h"

namespace desakota::core {

/// How a run ended, as the process's exit status.
enum class ExitStatus : std::uint8_t {
    Done = 0,
    CouldNotBeDone = 1,  ///< disk full, read-only, open elsewhere, memory, database gone, an internal fault
    WrongUsage = 2,      ///< also: no such file, layer or field; output exists or its folder is missing
    UnfitInput = 3,      ///< the content of an input cannot be used
    Interrupted = 130,
};

/// What stopped a run: one or more problems, each saying what is wrong, where, and what to do.
class Error : public std::exception {
public:
    Error(ExitStatus status, std::vector<Text> problems);
    Error(ExitStatus status, Text problem) : Error(status, std::vector<Text>{std::move(problem)}) {}

    [[nodiscard]] ExitStatus status() const { return status_; }
    [[nodiscard]] const std::vector<Text>& problems() const { return problems_; }
    /// All problems in English, one a line.
    [[nodiscard]] const char* what() const noexcept override { return what_.c_str(); }

private:
    ExitStatus status_;
    std::vector<Text> problems_;
    std::string what_;
};

[[nodiscard]] inline Error usage_error(Text problem) {
    return {ExitStatus::WrongUsage, std::move(problem)};
}
[[nodiscard]] inline Error input_error(Text problem) {
    return {ExitStatus::UnfitInput, std::move(problem)};
}
[[nodiscard]] inline Error failure(Text problem) {
    return {ExitStatus::CouldNotBeDone, std::move(problem)};
}

/// The user asked to stop.
class Cancelled : public Error {
public:
    Cancelled() : Error(ExitStatus::Interrupted, Text{"Interrupted.", "Dihentikan."}) {}
};

}  // namespace desakota::core
