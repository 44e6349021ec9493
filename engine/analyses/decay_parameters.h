#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/access/decay.h"
#include "engine/analyses/arguments.h"
#include "engine/analyses/catalogue.h"
#include "engine/network/road_network.h"

namespace desakota::analyses {

/// How ties weaken with the way: decay (exponential, power, gaussian, logistic, stepped), half-distance, half-time,
/// decay-parameter, min-cost, decay-limits, decay-values, each after `prefix` ("catchment-" or none).
[[nodiscard]] std::vector<Parameter> decay_parameters(const std::string& prefix = {});

/// The decay that was asked for, in millimetres or, with Objective::Time, milliseconds.
///
///   * exponential and gaussian: of half-distance (10 km) or half-time (30 min), or of decay-parameter, the rate a
///     kilometre (minute) or the standard deviation in kilometres (minutes);
///   * power: of decay-parameter, the exponent (2 by default), or of the half-distance where that was given; 1 up to
///     min-cost (1 km, 3 min);
///   * logistic: of the half-distance and decay-parameter, its standard deviation (half of the half-distance);
///   * stepped: decay-values up to and with decay-limits.
///
/// Usage errors, collected in the diagnostics: parameters that do not go together, have no effect or are out of range.
/// Then the exponential default is returned.
[[nodiscard]] access::Decay read_decay(const Arguments& arguments, network::Objective cost,
                                       core::Diagnostics& diagnostics, const std::string& prefix = {});

/// Tells of options of the decay that were given although no decay was asked for.
void refuse_decay_options(const Arguments& arguments, core::Diagnostics& diagnostics, const std::string& prefix);

/// Where a decay has fallen to 1/2; missing where it does not, or farther than any way leads (20,000 km, 10,000 h).
[[nodiscard]] std::optional<std::int64_t> half_cost(const access::Decay& decay);

/// For legends: "exponential, 1/2 at 10 km".
[[nodiscard]] core::Text decay_text(const access::Decay& decay, network::Objective cost);
/// A cost (millimetres, milliseconds) in a sentence: "10 km", "32 min".
[[nodiscard]] core::Text cost_text(std::int64_t cost, network::Objective objective);

}  // namespace desakota::analyses
