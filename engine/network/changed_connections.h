#pragma once

#include <vector>

#include "engine/network/changed_network.h"

/// Steps of change_network, apart for their size; for the network room alone.
namespace desakota::network {

/// Adds lines [first, last) with their metres.
void add_run(Lines& lines, const Lines& from, std::uint32_t first, std::uint32_t last);

/// How lines meet: as find_meetings and find_joins tell it.
struct Connections {
    Meetings meetings;
    std::vector<Join> joins;
};

/// Those of the changed network, numbered as its lines are: the base's between lines that stay, and those of the new
/// lines, which are measured. The joins are in no order.
[[nodiscard]] Connections changed_connections(const RoadNetwork& base, const NetworkChange& change,
                                              const NetworkOptions& options, const core::Parallel& parallel,
                                              core::Progress& progress);

}  // namespace desakota::network
