#pragma once

#include <chrono>
#include <optional>

#include "engine/cli/interrupt.h"
#include "engine/core/progress.h"

namespace desakota::cli {

/// Progress for a program that runs desakota: lines "progress 0.250" on standard error, at most ten a second and one
/// at the end, each above the one before; cancelled by Ctrl-C.
class ProgressLines final : public core::Progress {
public:
    explicit ProgressLines(const InterruptWatch& watch) : watch_(watch) {}

    void report(double fraction) override;
    [[nodiscard]] bool cancelled() const override { return watch_.is_interrupted(); }

private:
    const InterruptWatch& watch_;
    std::optional<int> told_;  // thousandths
    std::chrono::steady_clock::time_point last_;
};

}  // namespace desakota::cli
