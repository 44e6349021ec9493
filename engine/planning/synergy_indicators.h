#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/planning/synergy.h"

namespace desakota::planning {

/// The rungs of the ladder of participation, the highest first (control and delegation are one rung).
/// Source: Laris and others (2000) in Ife and Tesoriero (2008), as used by Najiyati and others (2015).
enum class Rung : std::uint8_t { Control, PlanningTogether, Advising, Consulted, Informed, None };
[[nodiscard]] const Scale& ladder_scale();

/// What the dimensions are made of in the paper's chapter II and Tables 2.1 and 4.2.
enum class Indicator : std::uint8_t {
    Clusters,              ///< which of the commodities have a cluster: all, some, none
    SystemWritten,         ///< whether the system is clear and written down
    GoalsAgreed,           ///< by all, some, none of the components; or there are no goals
    GoalsUnderstood,       ///< by all, some, few of the components
    LeadershipCommitment,  ///< to synergy, as are the next two
    AgenciesCommitment,
    BusinessCommitment,
    Participation,  ///< of the community: high, varied, low, none (see `participation_of`)
    ResourcesEffect,
    BusinessEffect,
    OutcomesEffect,
    PoorReachEffect,
};
inline constexpr std::size_t kIndicatorCount = 12;
[[nodiscard]] const Scale& indicator_scale(Indicator indicator);
[[nodiscard]] Dimension dimension_of(Indicator indicator);

/// The place of each indicator's rating in its scale; missing where it was not rated.
struct Indicators {
    std::array<std::optional<std::size_t>, kIndicatorCount> places;

    [[nodiscard]] std::optional<std::size_t> of(Indicator indicator) const {
        return places[static_cast<std::size_t>(indicator)];
    }
    void set(Indicator indicator, std::optional<std::size_t> place) {
        places[static_cast<std::size_t>(indicator)] = place;
    }
};

/// The participation of a community that stands on these rungs: none where all are "none"; high from
/// `high_from` upwards; low where all are below; varied where some are above and some below. Missing without a rung.
/// Where high begins is not in the paper: after Arnstein (1969), power is shared from planning together upwards.
[[nodiscard]] std::optional<Process> participation_of(const std::vector<Rung>& rungs,
                                                      Rung high_from = Rung::PlanningTogether);

/// A dimension from its indicators; missing where those that are rated do not settle it.
///
///   * System: comprehensive where all have clusters and the system is written, none where there are no clusters and it
///     is not written, else partial.
///   * Goals: none where there are none; not agreed where none agree or few understand; all where all agree and all
///     understand; else agreed by some.
///   * Process: high or none where all four are; low where all four are low or none; else varied.
///   * Effect: the rating that at least three of the four share ("generally"); missing where they differ more.
[[nodiscard]] std::optional<std::size_t> derive(Dimension dimension, const Indicators& indicators);

}  // namespace desakota::planning
