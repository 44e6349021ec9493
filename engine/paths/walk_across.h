#pragma once

#include <optional>

#include "engine/network/access_legs.h"

namespace desakota::paths {

/// A way that meets the network in one point only: a leg to it and a leg from it, no travel along a line.
struct WalkAcross {
    network::AccessLeg entry;
    network::AccessLeg exit;
    [[nodiscard]] std::int64_t cost() const { return entry.cost + exit.cost; }
};

/// The cheapest such way between two places through a line near `from`, both legs within the access limit. It is the
/// best way where two places lie near one segment and too far apart to walk straight: the best points of the two legs
/// then lie behind each other, and the true best is the one point where the legs' sum is least (the straight line
/// through the road, mirrored where both places lie on one side). Nothing where it would cost more than `limit`.
[[nodiscard]] std::optional<WalkAcross> walk_across(const network::RoadNetwork& network,
                                                    const network::AccessOptions& options, const geo::GridPoint& from,
                                                    const geo::GridPoint& to, std::int64_t limit = core::kUnreachable);

/// How far a destination may be in a straight line (metres) for such a way to it to cost no more than `limit`: no two
/// legs are shorter than the straight line. Most places need not look at all.
[[nodiscard]] double reach_across(const network::AccessOptions& options, std::int64_t limit);

}  // namespace desakota::paths
