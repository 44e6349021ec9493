#pragma once

#include <chrono>
#include <string_view>

#include "engine/cli/interrupt.h"
#include "engine/core/progress.h"

namespace desakota::cli {

/// A progress bar on standard error, drawn at most ten times a second; cancelled by Ctrl-C. The bar is wiped away at
/// the end.
class TerminalProgress final : public core::Progress {
public:
    TerminalProgress(const InterruptWatch& watch, bool shown) : watch_(watch), shown_(shown) {}
    TerminalProgress(const TerminalProgress&) = delete;
    TerminalProgress& operator=(const TerminalProgress&) = delete;
    ~TerminalProgress() override;

    void report(double fraction) override;
    /// What wipes the bar away; empty where none is shown.
    [[nodiscard]] std::string_view wiping() const;
    [[nodiscard]] bool cancelled() const override { return watch_.is_interrupted(); }

    /// Whether standard error is a terminal that can redraw a line.
    [[nodiscard]] static bool can_be_shown();

private:
    const InterruptWatch& watch_;
    bool shown_;
    bool drawn_ = false;
    std::chrono::steady_clock::time_point last_;
};

}  // namespace desakota::cli
