#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace desakota::maps {

/// A limit and the fewest decimals with which it is written as it is; below 0: a multiple of 10, 100 ...
struct Limit {
    double at = 0.0;
    int decimals = 0;
};

/// What readers see of a column's numbers.
struct Unit {
    double factor = 1.0;
    std::string text;  ///< behind the number, with its blank
};

/// No more are ever written.
inline constexpr int kMostDecimals = 15;

enum class Rounding : std::uint8_t { Down, Nearest, Up };
/// The number to so many decimals; below 0: to tens, hundreds ... Down and up forgive the noise of a multiplication.
[[nodiscard]] double rounded(double value, int decimals, Rounding rounding);
/// How many decimals write the number as it is.
[[nodiscard]] int decimals_of(double value);

/// The breaks as short as they can be written without moving any of the values to another class.
[[nodiscard]] std::vector<Limit> short_limits(std::span<const double> sorted, std::span<const double> breaks,
                                              const Unit& unit);

/// Classes of one width, which is a round number, and the round number at which the first begins.
struct EqualClasses {
    double least = 0.0;
    std::vector<Limit> limits;
};

/// The least and the greatest value as readers see them.
struct ShownRange {
    double low = 0.0;
    double high = 0.0;
};

/// The least round width with which no more classes than wished reach from the least value to the greatest, which
/// differ.
[[nodiscard]] EqualClasses equal_classes(const ShownRange& span, std::size_t most_classes, const Unit& unit);

}  // namespace desakota::maps
