#include "engine/cli/progress_lines.h"

#include <algorithm>
#include <fmt/format.h>

#include "engine/cli/streams.h"

namespace desakota::cli {
namespace {

constexpr auto kBetweenLines = std::chrono::milliseconds(100);
constexpr int kWhole = 1000;

}  // namespace

void ProgressLines::report(double fraction) {
    const auto thousandths = static_cast<int>(std::clamp(fraction, 0.0, 1.0) * kWhole);
    const auto now = std::chrono::steady_clock::now();
    const bool is_early = told_ && now - last_ < kBetweenLines && thousandths < kWhole;
    if (is_early || (told_ && thousandths <= *told_)) return;
    told_ = thousandths;
    last_ = now;
    (void)write_error(fmt::format("progress {:.3f}\n", static_cast<double>(thousandths) / kWhole));
}

}  // namespace desakota::cli
