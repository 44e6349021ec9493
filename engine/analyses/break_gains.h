#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "engine/analyses/destinations.h"
#include "engine/analyses/search_setting.h"
#include "engine/analyses/settlements.h"
#include "engine/network/findings.h"

namespace desakota::analyses {

/// Settlements that would gain, and their families; missing where no gaining settlement's number is known.
struct Gain {
    std::size_t settlements = 0;
    std::optional<double> families;
};

/// What mending each break (Finding::is_break) would bring; missing for other findings.
struct BreakGains {
    std::vector<std::optional<Gain>> gains;  ///< finding by finding
    std::size_t not_searched = 0;            ///< breaks for which only components were compared
};

/// Breaks for which a search is made, where nothing else is said.
inline constexpr std::size_t kMostSearches = 1000;

struct GainQuestion {
    const Settlements& settlements;
    std::span<const geo::GridPoint> facilities;
    core::Millimetres threshold = 5'000'000;
    std::size_t most_searches = kMostSearches;
};

/// A settlement gains where it has no connected way to a facility and would get one, or where its way is longer than
/// the threshold and would come within it. Each break is judged alone, as a straight way of its gap's length, open both
/// ways, between the two places:
///
///   * A settlement that is not connected gains where the break joins a component that it can enter, without facility,
///     to one from which a facility is reached.
///   * Others by distance: settlement to the one place + gap + the other place to its facility, both directions tried,
///     every entry of the settlement among them.
/// The second is searched for about `most_searches` breaks, those with the most settlements near enough.
[[nodiscard]] BreakGains find_gains(const GainQuestion& question, const SearchSetting& setting,
                                    std::span<const network::Finding> findings, core::Progress& progress);

}  // namespace desakota::analyses
