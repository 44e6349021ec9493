#pragma once

namespace desakota::statistics {

/// The probability that a standard normal number is at least as far from 0 as `z`.
[[nodiscard]] double two_sided_p(double z);

/// The probability that a chi-squared number with that many degrees of freedom (at least 1) is at least `chi_squared`.
[[nodiscard]] double chi_squared_p(double chi_squared, double degrees_of_freedom);

}  // namespace desakota::statistics
