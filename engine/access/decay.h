#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "engine/core/text.h"

namespace desakota::access {

/// How a tie weakens with the cost of the way: f(0) = 1, never rising, never negative. Costs and the parameters that
/// are costs are in the same unit: with matrices of costs (core/units.h) whole millimetres or milliseconds, so that a
/// half-distance of 10 km is 10,000,000. The half-distance h (or half-time) is where f(h) = 1/2.

/// f(c) = 2^(-c / h), that is e^(-b c) with b = ln 2 / h.
struct Exponential {
    double half = 0.0;
};

/// f(c) = (max(c, floor) / floor)^-exponent: 1 up to the floor, without which no power of 0 would be finite.
struct Power {
    double exponent = 0.0;
    double floor = 0.0;
};

/// f(c) = 2^(-(c / h)^2), that is e^(-c^2 / (2 s^2)) with s = h / sqrt(2 ln 2).
struct Gaussian {
    double half = 0.0;
};

/// f(c) = (1 + e^(-T k)) / (1 + e^((c - T) k)) with k = pi / (deviation sqrt 3): one minus the distribution function of
/// a logistic variable of mean T and that standard deviation, normalised to f(0) = 1. Stated by its half-distance
/// h = T + ln(1 + 2 e^(-T k)) / k, with which f(c) = (1 - e^(-h k)) / (1 - 2 e^(-h k) + e^((c - h) k)).
struct Logistic {
    double half = 0.0;
    double deviation = 0.0;
};

/// The value of the first step whose limit is not below the cost ("within" means <=); 0 beyond the last.
struct Step {
    double limit = 0.0;
    double value = 0.0;
};
struct Stepped {
    std::vector<Step> steps;
};

using Decay = std::variant<Exponential, Power, Gaussian, Logistic, Stepped>;

/// The usual parameters of the literature, turned into those above.
[[nodiscard]] Exponential exponential_of_rate(double rate);              ///< e^(-rate c)
[[nodiscard]] Gaussian gaussian_of_deviation(double deviation);          ///< e^(-c^2 / (2 deviation^2))
[[nodiscard]] Logistic logistic_of_mean(double mean, double deviation);  ///< T and its deviation, as above
/// All or nothing: 1 up to and with the limit.
[[nodiscard]] Stepped within(double limit);

/// The power that has fallen to 1/2 at `half`, which must lie above the floor.
[[nodiscard]] Power power_of_half(double half, double floor);
/// The logistic of a half-distance alone: its deviation is half of it, a choice of ours.
[[nodiscard]] Logistic logistic_of_half(double half);

/// f(cost); 0 where the cost is core::kUnreachable or more. The decay must have no faults.
[[nodiscard]] double decay_at(const Decay& decay, std::int64_t cost);
/// The same for a fraction of a cost, such as a point on a way.
[[nodiscard]] double decay_at(const Decay& decay, double cost);
/// f of many costs; as many values as costs.
void fill_decay(const Decay& decay, std::span<const std::int64_t> costs, std::span<double> values);

/// The cost at which f has fallen to 1/2; missing for a stepped decay that has no value of 1/2, otherwise the limit up
/// to which it holds.
[[nodiscard]] std::optional<double> half_of(const Decay& decay);

/// What is wrong with the parameters, one sentence each, without units: a half-distance, exponent, floor or deviation
/// that is not above 0 or not finite; no steps, limits that do not ascend or are negative, values outside 0 to 1 or
/// rising, a first value other than 1. Empty for a sound decay.
[[nodiscard]] std::vector<core::Text> decay_faults(const Decay& decay);

}  // namespace desakota::access
