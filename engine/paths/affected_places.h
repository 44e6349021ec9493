#pragma once

#include <vector>

#include "engine/geo/box_index.h"
#include "engine/paths/nearest.h"

namespace desakota::paths {

/// From which places the way may differ between two searches for the same destinations, of which the second is in a
/// changed network (network/changed_network.h): those within the access limit of a line that is new or gone, is cut
/// elsewhere, or from one of whose cuts another cost or destination is found. From all other places each leg leads to
/// what it led to before, so that they need not ask again.
class AffectedPlaces {
public:
    /// `removed`: as of the change; empty where no line is gone. Both searches have the same options.
    AffectedPlaces(const Nearest& before, const Nearest& after, const std::vector<bool>& removed);

    /// Whether the way from the place may differ.
    [[nodiscard]] bool holds(const geo::GridPoint& place) const;

private:
    double max_access_ = 0.0;
    bool all_ = false;
    geo::BoxIndex boxes_;
};

}  // namespace desakota::paths
