#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace desakota::test_support {

/// SplitMix64's mixing step (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators"): spreads
/// the bits of `value` over all 64.
[[nodiscard]] constexpr std::uint64_t mix(std::uint64_t value) {
    value += 0x9E3779B97F4A7C15ULL;
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31U);
}

/// The 53 upper bits as a number in [0, 1).
[[nodiscard]] constexpr double unit_interval(std::uint64_t bits) {
    return static_cast<double>(bits >> 11U) * 0x1.0p-53;
}

/// Random numbers that are the same on every machine and with every standard library (unlike std::*_distribution):
/// SplitMix64, with only exact or correctly rounded arithmetic on top.
class Random {
public:
    explicit constexpr Random(std::uint64_t seed) : state_(mix(seed)) {}

    constexpr std::uint64_t next() {
        const auto value = mix(state_);
        state_ += 0x9E3779B97F4A7C15ULL;
        return value;
    }
    /// In [0, 1).
    constexpr double unit() { return unit_interval(next()); }
    /// In [low, high).
    constexpr double between(double low, double high) { return low + (high - low) * unit(); }
    /// In [0, count); `count` is at least 1.
    constexpr std::size_t below(std::size_t count) {
        return static_cast<std::size_t>(unit() * static_cast<double>(count));
    }
    constexpr bool chance(double probability) { return unit() < probability; }
    /// About normal, mean 0 and standard deviation 1, within 6: the sum of twelve uniform numbers, which needs no
    /// logarithm (whose last bit differs between machines).
    constexpr double about_normal() {
        double sum = -6.0;
        for (int i = 0; i < 12; ++i) sum += unit();
        return sum;
    }
    template <class Value, std::size_t count>
    constexpr const Value& one_of(const std::array<Value, count>& values) {
        return values[below(count)];
    }

private:
    std::uint64_t state_;
};

}  // namespace desakota::test_support
