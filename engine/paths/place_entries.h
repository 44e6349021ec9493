#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/network/road_graph.h"
#include "engine/paths/leg_ends.h"

namespace desakota::paths {

/// The nodes at which ways from places start, with the cost from the place, one place after the other.
struct PlaceEntries {
    std::vector<std::size_t> first{0};
    std::vector<NodeCost> entries;

    [[nodiscard]] std::span<const NodeCost> of(std::size_t place) const {
        return {entries.data() + first[place], first[place + 1] - first[place]};
    }
    void add(std::span<const NodeCost> of_one_place);
};

/// The entries of one place, by node, without those that can never be needed: another entry leads to their node at no
/// greater cost, at once or over nodes of other entries. `inward` lists arcs by where they lead.
[[nodiscard]] std::vector<NodeCost> useful_entries(const network::RoadGraph& inward, std::vector<NodeCost> entries);

}  // namespace desakota::paths
