#pragma once

#include <optional>
#include <vector>

#include "engine/analyses/arguments.h"
#include "engine/analyses/catalogue.h"
#include "engine/analyses/road_input.h"

namespace desakota::analyses {

/// The parameters that all analyses of access share, in the order in which front ends show them.
///
/// settlements, id-field, name-field, families-field, group-field.
[[nodiscard]] std::vector<Parameter> settlement_parameters();
/// roads, rivers, ferries, landings, barriers.
[[nodiscard]] std::vector<Parameter> network_layer_parameters();
/// cost, mode, season, profile, default-speed, max-access, off-road-factor, cutoff, routes.
[[nodiscard]] std::vector<Parameter> travel_parameters();
/// clean, tolerance, the fields of roads, direction values, verify.
[[nodiscard]] std::vector<Parameter> network_parameters();

/// Usage errors, collected, for options that the user gave and that have no effect in this run: --tolerance with
/// --clean off, direction values without a direction field.
void refuse_options_without_effect(const Arguments& arguments, core::Diagnostics& diagnostics);

/// The same for what depends on the roads that were read: --mode, --season and --surface-field where no profile is in
/// use.
void refuse_options_without_effect(const Arguments& arguments, const RoadInput& roads, core::Diagnostics& diagnostics);

/// A usage error where --cutoff (in the unit of --cost) is below the threshold of that unit.
struct Thresholds {
    std::optional<double> metres;
    std::optional<double> minutes;
};
void refuse_cutoff_below_threshold(const Arguments& arguments, const Thresholds& thresholds,
                                   core::Diagnostics& diagnostics);

/// The usage error for a question about time where the roads' speeds are not known. `option`: "--threshold-min".
[[nodiscard]] core::Text times_are_missing(const std::string& option);

}  // namespace desakota::analyses
