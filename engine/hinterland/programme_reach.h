#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/core/units.h"

namespace desakota::hinterland {

/// Whom a programme is meant for. Families here may as well be people, if the participants are.
struct ProgrammeSettlement {
    std::optional<double> families;          ///< not negative
    std::optional<double> poor_families;     ///< not more than families
    std::int64_t cost = core::kUnreachable;  ///< of the way to the programme's centre
    bool has_location = true;                ///< without one nothing is known of how far it is
};

/// What was done in one settlement. Works that have no participants (a market, a road) say nothing about them, which
/// is not 0 participants.
struct Activity {
    std::size_t settlement = 0;
    std::optional<double> participants;       ///< families, not negative
    std::optional<double> poor_participants;  ///< not more than participants
};

/// How participants of several activities in one settlement add up: the data seldom say whether they are the same
/// families. Both are bounds: at most the sum (and not more than there are), at least the largest activity.
enum class ParticipantsAre : std::uint8_t { DifferentFamilies, SameFamilies };

struct SettlementReach {
    std::size_t activities = 0;
    bool reached = false;  ///< an activity without participants stated, or with at least one
    /// Missing where activities took place and none states its participants; 0 without activities.
    std::optional<double> participants;
    /// The same of the poor; also missing where an activity with participants does not say how many are poor.
    std::optional<double> poor_participants;
    std::optional<double> coverage;       ///< participants / families, at most 1
    std::optional<double> poor_coverage;  ///< poor participants / poor families, at most 1
    /// Share of those taking part who are not poor, over activities that state both, each participation counted.
    std::optional<double> inclusion_error;
    std::optional<double> exclusion_error;  ///< share of the poor families that do not take part: 1 - poor_coverage

    double participations = 0.0;  ///< numerator and denominator of inclusion_error
    double non_poor_participations = 0.0;
};

/// One for each settlement.
[[nodiscard]] std::vector<SettlementReach> settlement_reach(std::span<const ProgrammeSettlement> settlements,
                                                            std::span<const Activity> activities,
                                                            ParticipantsAre participants_are);

/// Several settlements together: sums over sums, each over the settlements that have both figures.
struct PooledReach {
    std::size_t settlements = 0;
    std::size_t reached = 0;
    std::size_t activities = 0;
    std::optional<double> families;  ///< this and the next three: sums of what is known; missing where nothing is
    std::optional<double> poor_families;
    std::optional<double> participants;
    std::optional<double> poor_participants;
    std::size_t with_coverage = 0;       ///< settlements behind `coverage`
    std::size_t with_poor_coverage = 0;  ///< and behind `poor_coverage`
    std::optional<double> coverage;
    std::optional<double> poor_coverage;
    std::optional<double> inclusion_error;
    std::optional<double> exclusion_error;
};
struct Reach {
    std::span<const ProgrammeSettlement> settlements;
    std::span<const SettlementReach> reached;  ///< row for row
};
[[nodiscard]] PooledReach pooled_reach(const Reach& reach, std::span<const std::size_t> members);

/// Settlements by their cost to the centre: up to and with each limit (ascending), beyond the last, without a way,
/// without a location.
struct CostBand {
    enum class Kind : std::uint8_t { UpTo, BeyondLast, NoWay, NoLocation };
    Kind kind = Kind::UpTo;
    std::int64_t limit = 0;  ///< UpTo: the upper limit; BeyondLast: the last limit
    PooledReach reach;
};
[[nodiscard]] std::vector<CostBand> reach_by_cost(const Reach& reach, std::span<const std::int64_t> limits);

/// Concentration of a benefit by remoteness: C = 2 cov(h, r) / mean(h), h the benefit (not negative) and r the
/// fractional rank by cost, from 0 (nearest) to 1, all weighted: with shares w of the total weight, r_i is the weight
/// of all that are nearer plus half that of all that are as far; equal costs share their rank, and those without a way
/// are farther than all others. Equal weights give the plain form with r = (rank - 1/2) / n.
///
/// Below 0: concentrated near the centre; above 0: far from it; 0: spread evenly; within [-1, 1]. Rows without a
/// benefit or a weight are left out. Missing where fewer than two rows are left, the mean benefit is 0, or all are as
/// far.
///
/// Source: Kakwani, Wagstaff and van Doorslaer (1997), "Socioeconomic inequalities in health", Journal of Econometrics
/// 77, 87-103, with remoteness in the place of income.
[[nodiscard]] std::optional<double> concentration_index(std::span<const std::int64_t> costs,
                                                        std::span<const std::optional<double>> benefits,
                                                        std::span<const std::optional<double>> weights);

/// Concentration of coverage (weighted by families) and of the coverage of the poor (weighted by poor families), over
/// the settlements that have a location; missing where all of them are as far.
struct ReachConcentration {
    std::optional<double> coverage;
    std::optional<double> poor_coverage;
};
[[nodiscard]] ReachConcentration reach_concentration(const Reach& reach);

/// Settlements with poor families of which none takes part, as far as is known: not reached at all, or by activities
/// whose participants include no poor. From the most poor families down, then as given.
[[nodiscard]] std::vector<std::size_t> unreached_poor(const Reach& reach);

}  // namespace desakota::hinterland
