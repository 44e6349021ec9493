#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/analyses/destinations.h"
#include "engine/analyses/search_setting.h"
#include "engine/analyses/settlements.h"
#include "engine/analyses/way_rows.h"

namespace desakota::analyses {

/// From where to where, and which pairs are wanted: all; with `setting.cutoff`, those within it; with `count`, each
/// settlement's nearest.
struct OdQuestion {
    const Settlements& settlements;
    const Destinations& destinations;
    std::optional<std::uint32_t> count;
};

/// One settlement and one destination.
struct OdPair {
    std::uint32_t settlement = 0;
    std::uint32_t destination = network::kNone;  ///< the layer's feature; kNone where a settlement has no pair at all
    RowStatus status = RowStatus::NoGeometry;
    std::int64_t cost = core::kUnreachable;  ///< in the unit of the run's cost; Reached only
    std::uint32_t rank = 0;                  ///< among the settlement's destinations, from 1; 0 where not reached
};

/// The most pairs that a table holds, and the most costs that are kept to choose them from.
inline constexpr std::size_t kMostPairs = 20'000'000;
inline constexpr std::size_t kMostCosts = 400'000'000;

/// By settlement, then by cost and destination; those without a way last. A settlement of which no pair is wanted
/// (nothing within the limit, or nothing reached) has one row without destination, which says why. Throws core::Error
/// where there are more than kMostPairs or kMostCosts.
[[nodiscard]] std::vector<OdPair> find_pairs(const OdQuestion& question, const SearchSetting& setting,
                                             core::Progress& progress);

}  // namespace desakota::analyses
