#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>

#include "engine/network/findings.h"
#include "engine/network/road_graph.h"
#include "engine/paths/nearest.h"

namespace desakota::paths {

/// The least cost from a place on a line to any destination, in the unit of `nearest`, without leaving the network
/// before the destination's exit; core::kUnreachable where there is no way.
[[nodiscard]] std::int64_t cost_from(const Nearest& nearest, const network::PlaceOnLine& place);

/// The costs in millimetres of travelling to one place on a line, up to a limit: a search backwards from it over the
/// arcs listed by where they lead (Dijkstra 1959). Light enough to be made for each of many places.
class CostsTo {
public:
    /// `network` must outlive this.
    CostsTo(const network::RoadNetwork& network, const network::RoadGraph& inward, const network::PlaceOnLine& place,
            std::int64_t limit);

    /// The least cost by any of these entries, legs included; core::kUnreachable beyond the limit.
    [[nodiscard]] std::int64_t from(std::span<const network::AccessLeg> entries) const;

private:
    [[nodiscard]] std::int64_t by(const network::AccessLeg& entry) const;

    const network::RoadNetwork& network_;
    network::PlaceOnLine place_;
    double metres_ = 0.0;  ///< of the place along its line
    std::unordered_map<std::uint32_t, std::int64_t> cost_;
};

}  // namespace desakota::paths
