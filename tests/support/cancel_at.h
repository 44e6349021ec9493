#pragma once

#include <algorithm>
#include <functional>
#include <vector>

#include "engine/core/progress.h"

namespace desakota::test_support {

/// Cancelled from the n-th report on, counted from 1; 0: never. Remembers what was reported.
class CancelAt final : public core::Progress {
public:
    explicit CancelAt(std::size_t report = 0) : report_(report) {}
    void report(double fraction) override { reported.push_back(fraction); }
    [[nodiscard]] bool cancelled() const override { return report_ > 0 && reported.size() >= report_; }

    /// The first two reports of which the second is less, or nothing.
    [[nodiscard]] std::vector<double> first_fall() const {
        const auto fall = std::ranges::adjacent_find(reported, std::ranges::greater());
        return fall == reported.end() ? std::vector<double>{} : std::vector<double>{fall[0], fall[1]};
    }

    std::vector<double> reported;

private:
    std::size_t report_;
};

}  // namespace desakota::test_support
