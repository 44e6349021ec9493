#include "engine/cli/streams.h"

#include <cerrno>
#include <unistd.h>

namespace desakota::cli {
namespace {

bool write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const auto written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno == EPIPE;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

}  // namespace

bool write_output(std::string_view text) {
    return write_all(STDOUT_FILENO, text);
}

bool write_error(std::string_view text) {
    return write_all(STDERR_FILENO, text);
}

}  // namespace desakota::cli
