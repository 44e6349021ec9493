#pragma once

#include "engine/analyses/settlements.h"
#include "engine/network/demand_points.h"

namespace desakota::analyses {

/// Where families live, settlement by settlement, and where the layer that tells so lies.
struct FamilyLayer {
    network::WeightedPlaces places;
    LayerExtent extent;
};

/// Reads the point layer `homes` with the fields `homes-id-field` (the id of the settlement that a home belongs to) and
/// `homes-families-field` (how many families live there; without it, one).
///
///   * Homes are personal data: messages name rows and settlements' ids, never another value, and nothing of the layer
///     is kept but places and counts. Its memory is released.
///   * Errors: no field with the settlement's id, ids that no settlement has (listed with their counts), negative and
///     unreadable counts. Warning: homes without a number of families, which are left out.
[[nodiscard]] FamilyLayer read_homes(Arguments& arguments, const Settlements& settlements, RunContext& context);

}  // namespace desakota::analyses
