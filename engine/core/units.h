#pragma once

#include <cmath>
#include <compare>
#include <cstdint>
#include <limits>

namespace desakota::core {

/// Lengths along lines and costs of ways are whole millimetres and whole milliseconds in 64 bits, so that sums are
/// exact whatever their order. `kUnreachable` stands for "no way" inside a search and never leaves the engine.
using Millimetres = std::int64_t;
using Milliseconds = std::int64_t;
inline constexpr std::int64_t kUnreachable = std::numeric_limits<std::int64_t>::max() / 4;

/// The nearest whole millimetre (or millisecond) of a value in metres (or seconds); halves to the even one.
[[nodiscard]] inline std::int64_t to_thousandths(double value) {
    return std::llrint(value * 1000.0);
}
[[nodiscard]] constexpr double to_metres(Millimetres value) {
    return static_cast<double>(value) / 1000.0;
}
[[nodiscard]] constexpr double to_minutes(Milliseconds value) {
    return static_cast<double>(value) / 60000.0;
}

}  // namespace desakota::core
