#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "engine/access/decay.h"
#include "engine/analyses/destinations.h"
#include "engine/analyses/settlements.h"
#include "engine/analyses/way_rows.h"
#include "engine/core/cost_matrix.h"
#include "engine/hinterland/interaction.h"

namespace desakota::analyses {

/// What a run of hinterland-interaction asks: settlements, centres, and how the one is tied to the other.
struct HinterlandQuestion {
    Settlements settlements;
    std::vector<std::optional<double>> populations;  ///< row for row; empty without a population field
    Destinations centres;
    std::vector<double> masses;  ///< of each centre, above 0; as given, without multipliers
    std::vector<bool> outside;   ///< centres outside the area; empty: all inside
    network::Objective cost = network::Objective::Distance;
    access::Decay decay;  ///< in millimetres or, with Objective::Time, milliseconds
    double reference_mass = 0.0;
    std::size_t listed = 0;  ///< centres in the table of interactions, a settlement
    double margin = 0.0;
    double population_exponent = 1.0;
    double mass_exponent = 1.0;
    /// Of factors beside the way; empty: none.
    std::vector<double> settlement_multipliers;
    std::vector<double> centre_multipliers;

    /// A centre's pull: its mass with its multiplier.
    [[nodiscard]] double pull(std::size_t centre) const {
        return masses[centre] * (centre_multipliers.empty() ? 1.0 : centre_multipliers[centre]);
    }
};

/// In the unit of the run's --cost.
struct HinterlandCosts {
    core::CostMatrix to_centres;  ///< settlements x centres (features)
    /// The centres' places x the same, bounded by no cutoff; empty where not found along with the others.
    std::optional<core::CostMatrix> between_centres;
};

struct HinterlandFindings {
    core::CostMatrix costs;                           ///< HinterlandCosts::to_centres
    std::optional<core::CostMatrix> between_centres;  ///< HinterlandCosts::between_centres
    hinterland::Interactions interactions;
    /// The way to the main centre; of a settlement without one, to the nearest centre, or why there is no way.
    std::vector<WayRow> rows;
};

}  // namespace desakota::analyses
