#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "engine/core/text.h"
#include "engine/network/road_network.h"
#include "engine/paths/nearest.h"
#include "engine/paths/trace.h"

namespace desakota::analyses {

/// Whether, and if not why not, a settlement has a way (interface.md). `NoDestination`: it names none to go to; such a
/// row has no status code, since nothing was asked.
enum class RowStatus : std::uint8_t {
    Reached,
    NoRoadInReach,
    NotConnected,
    BeyondCutoff,
    NoGeometry,
    NoDestination,
};

/// What all reasons of one search have in common.
struct ReasonContext {
    const network::RoadNetwork& network;
    core::Text wanted;  ///< what is looked for, in a sentence: "a puskesmas"
    paths::NearestOptions options;
    bool any_on_network = true;  ///< a destination can be reached from the network at all
};

/// "7.4 km to Puskesmas Muara Telang: 0.9 km on foot to the road, 5.8 km earth road, 0.7 km asphalt.": the parts in
/// the order of travel, summed by the travel rules' labels. Legs and ways of under 50 m are not told apart.
[[nodiscard]] core::Text reached_reason(const ReasonContext& context, const std::string& destination,
                                        const paths::Way& way, const paths::Trace& trace);

/// Why there is no way. `gap_m`: for NotConnected, as paths::Gaps gives it.
[[nodiscard]] core::Text unreached_reason(const ReasonContext& context, RowStatus status,
                                          const std::optional<double>& gap_m);

}  // namespace desakota::analyses
