#pragma once

#include <cstddef>
#include <cstdint>

namespace desakota::statistics {

/// Random numbers that are the same on every machine, with every standard library and any number of threads: the state
/// follows from a seed and up to two numbers that say what the draws are for (a replication, a settlement).
///
/// Source: SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators", OOPSLA).
class Random {
public:
    explicit constexpr Random(std::uint64_t seed, std::uint64_t first = 0, std::uint64_t second = 0)
        : state_(mix(mix(mix(seed) ^ first) ^ second)) {}

    constexpr std::uint64_t next() {
        state_ += kStep;
        return finish(state_);
    }
    /// In [0, 1): the 53 upper bits.
    constexpr double unit() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }
    /// In [0, count); `count` is 1 to 2^32. Uneven by less than one part in 2^32 / count.
    constexpr std::size_t below(std::size_t count) {
        return static_cast<std::size_t>(((next() >> 32U) * count) >> 32U);
    }

private:
    static constexpr std::uint64_t kStep = 0x9E3779B97F4A7C15ULL;

    static constexpr std::uint64_t finish(std::uint64_t value) {
        value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        value = (value ^ (value >> 27U)) * 0x94D049BB133111EBULL;
        return value ^ (value >> 31U);
    }
    static constexpr std::uint64_t mix(std::uint64_t value) { return finish(value + kStep); }

    std::uint64_t state_;
};

}  // namespace desakota::statistics
