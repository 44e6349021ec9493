#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/analyses/destinations.h"
#include "engine/analyses/reason.h"
#include "engine/analyses/search_setting.h"

namespace desakota::analyses {

/// The answer to "how far is it from here?", for one settlement: what the way columns of a result hold.
struct WayRow {
    RowStatus status = RowStatus::NoGeometry;
    std::optional<double> gap_m;                 ///< NotConnected, unless only a one-way rule stands between
    std::uint32_t destination = network::kNone;  ///< the destination layer's feature; Reached only
    core::Millimetres entry = 0;                 ///< this and the next three: Reached only
    core::Millimetres network = 0;
    core::Millimetres exit = 0;
    std::optional<core::Milliseconds> time;  ///< missing where the profile knows no speeds
    /// Straight to the row's destination, without one to the nearest in a straight line.
    std::optional<core::Millimetres> straight;
    bool edge = true;  ///< something nearer may lie outside the data
    std::string reason;
    /// Where the settlement meets the network, or the destination of a direct walk; for a settlement that is not
    /// reached, where the network is nearest. Missing where nothing is in reach.
    std::optional<geo::GridPoint> leg_end;
    core::Millimetres leg = 0;          ///< length of the leg to `leg_end`, off-road factor included
    std::vector<geo::GridPoint> route;  ///< Reached, and where routes were asked for

    [[nodiscard]] core::Millimetres total() const { return entry + network + exit; }
    [[nodiscard]] bool is_reached() const { return status == RowStatus::Reached; }
};

/// What the status of a way is called in a row.
[[nodiscard]] RowStatus status_of(paths::WayStatus status);

/// The features that a search leads to.
struct Target {
    const Destinations& destinations;
    PlaceSelection selection;
    core::Text wanted;  ///< in a sentence: "a puskesmas"
};

/// Asks `nearest`, which was built from the places of `target`, for each place; missing ones have no geometry.
[[nodiscard]] std::vector<WayRow> find_ways(const paths::Nearest& nearest, const Target& target,
                                            std::span<const std::optional<geo::GridPoint>> places,
                                            const SearchSetting& setting, core::Progress& progress);

}  // namespace desakota::analyses
