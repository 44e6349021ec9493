#include "engine/core/direction_marks.h"

#include <cstddef>

namespace desakota::core {
namespace {

/// In UTF-8 each takes three bytes.
constexpr std::size_t kBytes = 3;

bool begins_with_mark(std::string_view text) {
    if (text.size() < kBytes) return false;
    const auto start = text.substr(0, 2);
    const auto last = static_cast<unsigned char>(text[2]);
    if (start == "\xE2\x80") return last >= 0xAA && last <= 0xAE;
    return start == "\xE2\x81" && last >= 0xA6 && last <= 0xA9;
}

}  // namespace

std::string without_direction_marks(std::string_view text) {
    std::string made;
    made.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        if (begins_with_mark(text.substr(at))) {
            at += kBytes;
        } else {
            made += text[at++];
        }
    }
    return made;
}

}  // namespace desakota::core
