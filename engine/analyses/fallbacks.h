#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/analyses/catalogue.h"
#include "engine/analyses/companion_layers.h"
#include "engine/analyses/search_setting.h"
#include "engine/paths/several_nearest.h"

namespace desakota::analyses {

/// k: how many of the nearest destinations are told of each settlement; without it none but the nearest.
[[nodiscard]] Parameter nearest_count_parameter();
[[nodiscard]] std::optional<std::uint32_t> nearest_count(const Arguments& arguments);

/// What each settlement has within reach when its nearest destination fails it.
struct Fallbacks {
    std::string level;  ///< the centres' level; empty where there is only one search
    /// By settlement, the nearest first; numbers are those of the layer's features.
    std::vector<std::vector<paths::ReachedDestination>> nearest;
    std::vector<RowStatus> statuses;  ///< by settlement: whether any is reached, else why not
};
[[nodiscard]] Fallbacks find_fallbacks(const PlaceSelection& selection, std::uint32_t count,
                                       std::span<const std::optional<geo::GridPoint>> places,
                                       const SearchSetting& setting, core::Progress& progress);

/// Declarations of `<main_layer>_nearest`, a row for each settlement and destination, and `<main_layer>_fallback`, a
/// row for each settlement: how much farther the second-nearest is. Both with --k only.
struct FallbackOutputs {
    OutputLayer nearest;
    OutputLayer fallback;
};
[[nodiscard]] FallbackOutputs declare_fallbacks(const std::string& main_layer, const DestinationWords& words,
                                                network::Objective cost = network::Objective::Distance);

/// Of which settlements and destinations the tables tell. `sets`: one a level of centres.
struct FallbackTables {
    const Settlements& settlements;
    const Destinations& destinations;
    DestinationWords words;
    std::span<const Fallbacks> sets;
    network::Objective cost = network::Objective::Distance;
};
[[nodiscard]] layers::Layer make_nearest_table(const FallbackTables& tables);
[[nodiscard]] layers::Layer make_fallback_layer(const FallbackTables& tables, const layers::Layer& settlement_layer);

/// "12 of 41 settlements reach no second puskesmas; for half of the others it is more than 8.3 km farther."
[[nodiscard]] core::Text fallback_sentence(const Fallbacks& fallbacks, network::Objective cost,
                                           const core::Text& wanted);

}  // namespace desakota::analyses
