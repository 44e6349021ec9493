#pragma once

#include <string>
#include <vector>

#include "engine/core/error.h"
#include "engine/core/text.h"

namespace desakota::core {

enum class Severity : std::uint8_t { Information, Warning, Error };

struct Diagnostic {
    Severity severity = Severity::Information;
    Text text;
};

/// Collects what a run has to tell, in order: what it took, what it doubts, what is wrong. Errors are collected, so
/// that a user hears of all of them at once, and thrown together by `throw_errors`. Not for use by several threads.
class Diagnostics {
public:
    void information(Text text) { items_.push_back({Severity::Information, std::move(text)}); }
    void warning(Text text) { items_.push_back({Severity::Warning, std::move(text)}); }
    /// All errors are kept; `throw_errors` shows the first `kShown` and counts the rest.
    void error(Text text) { errors_.push_back(std::move(text)); }
    /// Tells of an option that was given and has no effect in this run: an error, unless `allow_unused_options`
    /// was called.
    void option_without_effect(Text text) { allows_unused_ ? warning(std::move(text)) : error(std::move(text)); }
    /// From now on such an option is a warning: for front ends where every option has a value.
    void allow_unused_options() { allows_unused_ = true; }

    /// Throws all collected errors as one Error with `status`; does nothing where there are none.
    void throw_errors(ExitStatus status = ExitStatus::UnfitInput);

    [[nodiscard]] const std::vector<Diagnostic>& items() const { return items_; }
    [[nodiscard]] bool has_errors() const { return !errors_.empty(); }

    static constexpr std::size_t kShown = 20;

private:
    std::vector<Diagnostic> items_;
    std::vector<Text> errors_;
    bool allows_unused_ = false;
};

}  // namespace desakota::core
