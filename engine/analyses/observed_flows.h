#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/access/decay_calibration.h"
#include "engine/analyses/catalogue.h"
#include "engine/analyses/confirmed_matches.h"
#include "engine/analyses/destinations.h"
#include "engine/analyses/settlements.h"
#include "engine/core/cost_matrix.h"
#include "engine/network/access_legs.h"

namespace desakota::analyses {

/// Observed flows (trips, customers) from settlements to centres, summed where a pair is there more than once.
struct ObservedFlowTable {
    struct Flow {
        std::uint32_t settlement = 0;
        std::uint32_t centre = 0;
        double value = 0.0;  ///< above 0
    };
    std::vector<Flow> flows;  ///< by settlement, then by centre
    std::string label;        ///< for messages
};

/// flows (a table) with flow-settlement-field, flow-kecamatan-field, flow-centre-field and flow-value-field.
[[nodiscard]] std::vector<Parameter> observed_flow_parameters();

/// Reads the table `flows`, which must be there; settlements and centres by id, else by name; settlements
/// between the two by what a person confirmed (`matches`).
///
///   * Errors: a field that is not found; settlements or centres that are not among those of the run, listed, also
///     where several have the name; a flow that is negative or no number, by its row.
///   * Warning: rows without settlement, centre or value, which are left out.
[[nodiscard]] ObservedFlowTable read_observed_flows(Arguments& arguments, const Settlements& settlements,
                                                    const Destinations& centres, ConfirmedMatches& matches,
                                                    core::Diagnostics& diagnostics);

struct FlowCalibration {
    access::SoughtDecay decay = access::SoughtDecay::Exponential;
    double power_floor = 0.0;  ///< for Power: above 0, in the unit of the costs (mm or ms)
    network::Objective cost = network::Objective::Distance;
    std::span<const double> masses;  ///< of each centre, above 0
};
/// The decay that fits the flows best, where those that leave each settlement and the masses of the centres are taken
/// as given. Information where it was found: half-distance, mean way, how much of the flows it reproduces, flows left
/// out; otherwise an error that says what to do. `costs`: settlements x centres.
[[nodiscard]] access::Calibration calibrate_to_flows(const ObservedFlowTable& table, const core::CostMatrix& costs,
                                                     const FlowCalibration& question, const RunContext& context);

}  // namespace desakota::analyses
