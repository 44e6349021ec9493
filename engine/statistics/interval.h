#pragma once

#include <optional>
#include <span>

namespace desakota::statistics {

/// A confidence interval of 95 %.
struct Interval {
    double low = 0.0;
    double high = 0.0;
    bool operator==(const Interval&) const = default;
};
inline constexpr double kConfidence = 0.95;

/// Of a share of `successes` among `trials` units drawn at random, each counting alike. Missing without trials.
///
/// With `population`, the number of units from which they were drawn without replacement (at least `trials`), the
/// variance is multiplied by 1 - trials / population, that is, `trials` stands for trials / (1 - trials / population)
/// independent ones; a full count has no interval but the share itself.
///
/// Source: Wilson (1927), "Probable inference, the law of succession, and statistical inference", Journal of the
/// American Statistical Association 22, 209-212. The correction: Cochran (1977), Sampling Techniques, section 3.2.
[[nodiscard]] std::optional<Interval> wilson_interval(double successes, double trials,
                                                      std::optional<double> population = std::nullopt);

/// The 2.5 % and 97.5 % quantiles of a statistic's replicates (percentile interval); NaN are passed over. The values
/// change their places. Missing where fewer than half are numbers, or there is none.
///
/// Source: Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 13.
[[nodiscard]] std::optional<Interval> percentile_interval(std::span<double> replicates);

}  // namespace desakota::statistics
