#pragma once

#include <vector>

#include "engine/network/findings.h"
#include "engine/network/node_pieces.h"

/// Steps of find_findings, apart for their size; for the network room alone. Each appends in any order that does not
/// depend on threads.
namespace desakota::network {

/// Whether a line is a road that a road more could be joined to.
[[nodiscard]] bool is_joinable_road(const RoadNetwork& network, std::uint32_t line);

/// What all steps look at.
struct Inspection {
    const RoadNetwork& network;
    const NetworkOptions& options;
    const NodePieces& pieces;

    [[nodiscard]] bool cleans() const { return options.cleaning == Cleaning::On; }
    [[nodiscard]] double tolerance() const { return options.joins.tolerance; }
    /// Whether nothing meets the line at its start or its end.
    [[nodiscard]] bool is_dead_end(std::uint32_t line, bool at_start) const;
    /// Whether a place so far along a line lies a little before one of its dead ends.
    [[nodiscard]] bool is_overshot(std::uint32_t line, double metres) const;
};

void find_joined_gaps(const Inspection& inspection, core::Progress& progress, std::vector<Finding>& findings);
void find_crossings(const Inspection& inspection, const std::vector<Crossing>& crossings, core::Progress& progress,
                    std::vector<Finding>& findings);
void find_coincidences(const Inspection& inspection, core::UnfilledVector<SharedVertex> shared,
                       const core::Parallel& parallel, core::Progress& progress, std::vector<Finding>& findings);
void find_overshoots(const Inspection& inspection, core::Progress& progress, std::vector<Finding>& findings);
void find_short_lines(const Inspection& inspection, core::Progress& progress, std::vector<Finding>& findings);
/// Near misses, and ends that lie on another line on another level.
void find_loose_ends(const Inspection& inspection, const core::Parallel& parallel, core::Progress& progress,
                     std::vector<Finding>& findings);
void find_isolated_components(const RoadNetwork& network, const Components& components, const core::Parallel& parallel,
                              core::Progress& progress, std::vector<Finding>& findings);

}  // namespace desakota::network
