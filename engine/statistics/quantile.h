#pragma once

#include <span>

namespace desakota::statistics {

/// Values in ascending order, and the weight (not negative) of each.
struct Weighted {
    std::span<const double> values;
    std::span<const double> weights;
};

/// The quantile of `share` (0 to 1): the least value at which the weights up to and with it reach share x total; where
/// they reach it exactly, the mean of that value and the next that has a weight. With equal weights and share 0.5 it is
/// the usual median. NaN where the weights sum to nothing.
[[nodiscard]] double weighted_quantile(const Weighted& sorted, double share);

}  // namespace desakota::statistics
