#include "engine/report/packed_numbers.h"

#include <string_view>

namespace desakota::report {
namespace {

constexpr std::string_view kCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::uint64_t kGoesOn = 32;

std::uint64_t folded(std::int64_t number) {
    const auto doubled = static_cast<std::uint64_t>(number) << 1U;
    return number < 0 ? ~doubled : doubled;
}

}  // namespace

void PackedNumbers::add(std::uint64_t number) {
    while (number >= kGoesOn) {
        text_ += kCharacters[number % kGoesOn + kGoesOn];
        number /= kGoesOn;
    }
    text_ += kCharacters[number];
}

void PackedNumbers::add_signed(std::int64_t number) {
    add(folded(number));
}

void PackedNumbers::add(const std::optional<std::int64_t>& number) {
    add(number ? folded(*number) + 1 : 0);
}

}  // namespace desakota::report
