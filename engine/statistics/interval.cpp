#include "engine/statistics/interval.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace desakota::statistics {
namespace {

/// The 97.5 % quantile of the standard normal distribution.
constexpr double kNormalQuantile = 1.959963984540054;

/// Between the values beside the place (count - 1) x share: Hyndman and Fan's type 7. The values
/// change their places.
double quantile(std::span<double> values, double share) {
    const double place = share * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(below);
    std::ranges::nth_element(values, at);
    const double next = below + 1 < values.size() ? *std::min_element(at + 1, values.end()) : *at;
    return std::lerp(*at, next, place - static_cast<double>(below));
}

}  // namespace

std::optional<Interval> wilson_interval(double successes, double trials, std::optional<double> population) {
    if (!(trials > 0.0)) return std::nullopt;
    const double share = successes / trials;
    const double part = population ? std::max(0.0, 1.0 - trials / *population) : 1.0;
    const double spread = part * kNormalQuantile * kNormalQuantile / trials;
    const double centre = (share + spread / 2.0) / (1.0 + spread);
    const double half = std::sqrt(spread * (share * (1.0 - share) + spread / 4.0)) / (1.0 + spread);
    // At 0 and 1 the exact limit is the share itself; rounding must not go past it.
    const double low = successes <= 0.0 ? 0.0 : std::max(0.0, centre - half);
    const double high = successes >= trials ? 1.0 : std::min(1.0, centre + half);
    return Interval{low, high};
}

std::optional<Interval> percentile_interval(std::span<double> replicates) {
    const auto numbers =
        std::span(replicates.begin(),
                  std::ranges::partition(replicates, [](double value) { return !std::isnan(value); }).begin());
    if (numbers.empty() || numbers.size() * 2 < replicates.size()) return std::nullopt;
    constexpr double kTail = (1.0 - kConfidence) / 2.0;
    return Interval{quantile(numbers, kTail), quantile(numbers, 1.0 - kTail)};
}

}  // namespace desakota::statistics
