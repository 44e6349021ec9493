#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "engine/access/decay.h"
#include "engine/core/progress.h"

namespace desakota::access {

/// Observed flows (trips, customers) between places, row for row: value[origin x destinations + destination].
struct ObservedFlows {
    std::span<const std::int64_t> costs;  ///< core/units.h; pairs without a way are left out
    std::span<const double> flows;        ///< not negative
    std::size_t destinations = 0;
};

/// What of the flows the model takes as given.
///
///   * Origin: T_ij = O_i A_j f(c_ij) / sum_k A_k f(c_ik), with the flows O_i that leave each origin and the masses
///     A_j; what a gravity or Huff share needs, and what can be had where not every destination was asked.
///   * Both: T_ij = a_i O_i b_j D_j f(c_ij), with the flows that leave and arrive; no masses.
enum class FlowConstraint : std::uint8_t { Origin, Both };

/// The one parameter that is sought: the rate of e^(-rate c), or the exponent of (max(c, floor) / floor)^-exponent.
enum class SoughtDecay : std::uint8_t { Exponential, Power };

struct CalibrationSetting {
    SoughtDecay decay = SoughtDecay::Exponential;
    double power_floor = 0.0;  ///< for Power: above 0, in the unit of the costs
    FlowConstraint constraint = FlowConstraint::Both;
    std::span<const double> masses;  ///< for Origin: of each destination, not negative
};

struct Calibration {
    enum class Status : std::uint8_t {
        Found,
        NoFlows,       ///< no flow on a pair that has a way (and, for Origin, a destination with a mass)
        NotFalling,    ///< the flows are no shorter than those of a model without decay, or leave it no choice
        NearestOnly,   ///< every flow goes the shortest way that the model allows: any strong decay fits
        NotBalancing,  ///< the flows that leave and arrive could not be balanced
    };
    Status status = Status::NoFlows;
    std::optional<Decay> decay;         ///< Found
    double parameter = 0.0;             ///< rate a unit of cost, or exponent; Found
    double mean_cost = 0.0;             ///< of the observed flows (Power too: of the costs themselves)
    double flow_total = 0.0;            ///< of the flows used
    double flow_left_out = 0.0;         ///< of the others: without a way, or to a destination without a mass
    std::optional<double> common_part;  ///< sum of min(observed, model) / flow_total, 0 to 1; Found
};

/// The maximum likelihood estimate for flows that are Poisson (or multinomial) given the constraint. It is where the
/// model's flows have the same mean cost (Power: the same mean logarithm of the cost) as the observed ones; that mean
/// falls as the parameter rises, so the parameter is found by bisection. Origins without flows say nothing.
///
/// Sources: Hyman (1969), "The calibration of trip distribution models", Environment and Planning 1, 105-112; Evans
/// (1971), "The calibration of trip distribution models with exponential or similar cost functions", Transportation
/// Research 5, 15-38. Balancing: Furness (1965), Traffic Engineering and Control 7, 458-460.
[[nodiscard]] Calibration calibrate_decay(const ObservedFlows& observed, const CalibrationSetting& setting,
                                          core::Progress& progress);

}  // namespace desakota::access
