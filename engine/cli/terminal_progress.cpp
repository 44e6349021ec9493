#include "engine/cli/terminal_progress.h"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <string>
#include <string_view>

#include "engine/cli/streams.h"
#include "engine/io/operating_system.h"

namespace desakota::cli {
namespace {

constexpr auto kBetweenDrawings = std::chrono::milliseconds(100);
constexpr std::size_t kBarWidth = 40;
constexpr std::string_view kWipe = "\r\033[K";

std::string bar(double fraction) {
    const auto filled = static_cast<std::size_t>(fraction * static_cast<double>(kBarWidth));
    return fmt::format("{}[{}{}] {:3.0f}%", kWipe, std::string(filled, '#'), std::string(kBarWidth - filled, ' '),
                       fraction * 100.0);
}

}  // namespace

TerminalProgress::~TerminalProgress() {
    if (drawn_) (void)write_error(kWipe);
}

void TerminalProgress::report(double fraction) {
    const auto now = std::chrono::steady_clock::now();
    if (!shown_ || (drawn_ && now - last_ < kBetweenDrawings)) return;
    last_ = now;
    drawn_ = true;
    (void)write_error(bar(std::clamp(fraction, 0.0, 1.0)));
}

std::string_view TerminalProgress::wiping() const {
    return shown_ ? kWipe : std::string_view();
}

bool TerminalProgress::can_be_shown() {
    const char* terminal = std::getenv("TERM");  // NOLINT(concurrency-mt-unsafe): nothing here sets the environment
    return io::is_terminal(io::Stream::Error) && terminal != nullptr && std::string_view(terminal) != "dumb";
}

}  // namespace desakota::cli
