#include "engine/matching/likeness.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace desakota::matching {
namespace {

constexpr std::size_t kBits = 64;

unsigned char byte(char letter) {
    return static_cast<unsigned char>(letter);
}

/// For up to 64 letters on the shorter side: a bit of `open` is 0 where the subsequence grows by that letter.
std::size_t common_letters_of_short(std::string_view shorter, std::string_view longer) {
    std::array<std::uint64_t, 256> places{};
    for (std::size_t i = 0; i < shorter.size(); ++i) places[byte(shorter[i])] |= std::uint64_t{1} << i;
    std::uint64_t open = ~std::uint64_t{0};
    for (const char letter : longer) {
        const auto here = open & places[byte(letter)];
        open = (open + here) | (open - here);
    }
    const auto used = shorter.size() == kBits ? ~std::uint64_t{0} : (std::uint64_t{1} << shorter.size()) - 1;
    return static_cast<std::size_t>(std::popcount(~open & used));
}

std::size_t common_letters_of_long(std::string_view left, std::string_view right) {
    std::vector<std::size_t> before(right.size() + 1, 0);
    std::vector<std::size_t> now(right.size() + 1, 0);
    for (const char letter : left) {
        for (std::size_t j = 0; j < right.size(); ++j) {
            now[j + 1] = letter == right[j] ? before[j] + 1 : std::max(before[j + 1], now[j]);
        }
        std::swap(before, now);
    }
    return before.back();
}

}  // namespace

double likeness(std::string_view left, std::string_view right) {
    if (left.empty() || right.empty()) return 0.0;
    if (left.size() > right.size()) std::swap(left, right);
    const auto common =
        left.size() <= kBits ? common_letters_of_short(left, right) : common_letters_of_long(left, right);
    return 2.0 * static_cast<double>(common) / static_cast<double>(left.size() + right.size());
}

}  // namespace desakota::matching
