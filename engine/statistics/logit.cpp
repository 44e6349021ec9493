#include "engine/statistics/logit.h"

#include <cmath>

#include "engine/statistics/significance.h"

namespace desakota::statistics {
namespace {

/// The 97.5 % quantile of the standard normal distribution.
constexpr double kNormalQuantile = 1.959963984540054;

std::optional<double> share_of(std::size_t part, std::size_t rest) {
    if (part + rest == 0) return std::nullopt;
    return static_cast<double>(part) / static_cast<double>(part + rest);
}

}  // namespace

double Coefficient::p() const {
    return two_sided_p(z());
}

double Coefficient::odds_ratio() const {
    return std::exp(value);
}

Interval Coefficient::odds_ratio_interval() const {
    const double half = kNormalQuantile * standard_error;
    return {std::exp(value - half), std::exp(value + half)};
}

double predicted_probability(double constant, std::span<const double> coefficients, std::span<const double> values) {
    double logit = constant;
    for (std::size_t i = 0; i < coefficients.size(); ++i) logit += coefficients[i] * values[i];
    return 1.0 / (1.0 + std::exp(-logit));
}

std::optional<double> Classification::sensitivity() const {
    return share_of(event_as_event, event_as_other);
}

std::optional<double> Classification::specificity() const {
    return share_of(other_as_other, other_as_event);
}

std::optional<double> Classification::share_correct() const {
    return share_of(event_as_event + other_as_other, event_as_other + other_as_event);
}

Classification classify(std::span<const double> outcomes, std::span<const double> predicted) {
    Classification table;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const bool is_called = predicted[i] >= 0.5;
        if (outcomes[i] > 0.5) {
            ++(is_called ? table.event_as_event : table.event_as_other);
        } else {
            ++(is_called ? table.other_as_event : table.other_as_other);
        }
    }
    return table;
}

}  // namespace desakota::statistics
