#include "engine/hinterland/programme_reach.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace desakota::hinterland {
namespace {

/// Participants of the activities of one settlement, as they add up.
class Participants {
public:
    explicit Participants(ParticipantsAre are) : are_(are) {}

    void add(double participants) {
        total_ = are_ == ParticipantsAre::DifferentFamilies ? total_ + participants : std::max(total_, participants);
        ++count_;
    }
    void add_unknown() { unknown_ = true; }
    [[nodiscard]] std::optional<double> total(std::size_t activities) const {
        if (unknown_ || (activities > 0 && count_ == 0)) return std::nullopt;
        return total_;
    }

private:
    ParticipantsAre are_;
    double total_ = 0.0;
    std::size_t count_ = 0;
    bool unknown_ = false;
};

struct Counted {
    Participants all;
    Participants poor;
};

std::optional<double> share_of(const std::optional<double>& part, const std::optional<double>& whole) {
    if (!part || !whole || !(*whole > 0.0)) return std::nullopt;
    return std::min(1.0, *part / *whole);
}

void add_activity(const Activity& activity, SettlementReach& reach, Counted& counted) {
    ++reach.activities;
    if (!activity.participants) {
        reach.reached = true;
        return;
    }
    if (*activity.participants > 0.0) reach.reached = true;
    counted.all.add(*activity.participants);
    if (activity.poor_participants) {
        counted.poor.add(*activity.poor_participants);
        reach.participations += *activity.participants;
        reach.non_poor_participations += *activity.participants - *activity.poor_participants;
    } else if (*activity.participants > 0.0) {
        counted.poor.add_unknown();
    } else {
        counted.poor.add(0.0);
    }
}

void finish(const ProgrammeSettlement& settlement, const Counted& counted, SettlementReach& reach) {
    reach.participants = counted.all.total(reach.activities);
    reach.poor_participants = counted.poor.total(reach.activities);
    reach.coverage = share_of(reach.participants, settlement.families);
    reach.poor_coverage = share_of(reach.poor_participants, settlement.poor_families);
    if (reach.poor_coverage) reach.exclusion_error = 1.0 - *reach.poor_coverage;
    if (reach.participations > 0.0) reach.inclusion_error = reach.non_poor_participations / reach.participations;
}

/// Sum of shares x their wholes over the sum of wholes.
struct Pool {
    double part = 0.0;
    double whole = 0.0;
    std::size_t count = 0;

    void add(const std::optional<double>& share, const std::optional<double>& of) {
        if (!share || !of) return;
        part += *share * *of;
        whole += *of;
        ++count;
    }
    [[nodiscard]] std::optional<double> share() const {
        return whole > 0.0 ? std::optional(part / whole) : std::nullopt;
    }
};

void add_known(std::optional<double>& sum, const std::optional<double>& value) {
    if (value) sum = sum.value_or(0.0) + *value;
}

std::size_t band_of(const ProgrammeSettlement& settlement, std::span<const std::int64_t> limits) {
    if (!settlement.has_location) return limits.size() + 2;
    if (settlement.cost >= core::kUnreachable) return limits.size() + 1;
    return static_cast<std::size_t>(std::ranges::lower_bound(limits, settlement.cost) - limits.begin());
}

/// A row of the concentration index.
struct Ranked {
    std::int64_t cost = 0;
    double benefit = 0.0;
    double weight = 0.0;
};

std::vector<Ranked> ranked_rows(std::span<const std::int64_t> costs, std::span<const std::optional<double>> benefits,
                                std::span<const std::optional<double>> weights) {
    std::vector<Ranked> rows;
    for (std::size_t i = 0; i < costs.size(); ++i) {
        const auto& benefit = benefits[i];
        const double weight = weights[i].value_or(0.0);
        if (benefit && weight > 0.0) rows.push_back({std::min(costs[i], core::kUnreachable), *benefit, weight});
    }
    std::ranges::stable_sort(rows, {}, &Ranked::cost);
    return rows;
}

}  // namespace

std::vector<SettlementReach> settlement_reach(std::span<const ProgrammeSettlement> settlements,
                                              std::span<const Activity> activities, ParticipantsAre participants_are) {
    std::vector<SettlementReach> reaches(settlements.size());
    const Participants none(participants_are);
    std::vector<Counted> counted(settlements.size(), Counted{none, none});
    for (const auto& activity : activities) {
        add_activity(activity, reaches[activity.settlement], counted[activity.settlement]);
    }
    for (std::size_t i = 0; i < settlements.size(); ++i) finish(settlements[i], counted[i], reaches[i]);
    return reaches;
}

PooledReach pooled_reach(const Reach& reach, std::span<const std::size_t> members) {
    PooledReach pooled;
    Pool coverage;
    Pool poor_coverage;
    Pool inclusion_error;
    for (const auto member : members) {
        const auto& one = reach.reached[member];
        ++pooled.settlements;
        pooled.reached += one.reached ? 1 : 0;
        pooled.activities += one.activities;
        add_known(pooled.families, reach.settlements[member].families);
        add_known(pooled.poor_families, reach.settlements[member].poor_families);
        add_known(pooled.participants, one.participants);
        add_known(pooled.poor_participants, one.poor_participants);
        coverage.add(one.coverage, reach.settlements[member].families);
        poor_coverage.add(one.poor_coverage, reach.settlements[member].poor_families);
        inclusion_error.add(one.inclusion_error, one.participations);
    }
    pooled.with_coverage = coverage.count;
    pooled.with_poor_coverage = poor_coverage.count;
    pooled.coverage = coverage.share();
    pooled.poor_coverage = poor_coverage.share();
    pooled.inclusion_error = inclusion_error.share();
    if (pooled.poor_coverage) pooled.exclusion_error = 1.0 - *pooled.poor_coverage;
    return pooled;
}

std::vector<CostBand> reach_by_cost(const Reach& reach, std::span<const std::int64_t> limits) {
    std::vector<std::vector<std::size_t>> members(limits.size() + 3);
    for (std::size_t i = 0; i < reach.settlements.size(); ++i) {
        members[band_of(reach.settlements[i], limits)].push_back(i);
    }
    std::vector<CostBand> bands;
    bands.reserve(members.size());
    for (const auto limit : limits) bands.push_back({CostBand::Kind::UpTo, limit, {}});
    bands.push_back({CostBand::Kind::BeyondLast, limits.empty() ? 0 : limits.back(), {}});
    bands.push_back({CostBand::Kind::NoWay, 0, {}});
    if (!members.back().empty()) bands.push_back({CostBand::Kind::NoLocation, 0, {}});
    for (std::size_t i = 0; i < bands.size(); ++i) bands[i].reach = pooled_reach(reach, members[i]);
    return bands;
}

std::optional<double> concentration_index(std::span<const std::int64_t> costs,
                                          std::span<const std::optional<double>> benefits,
                                          std::span<const std::optional<double>> weights) {
    const auto rows = ranked_rows(costs, benefits, weights);
    double total = 0.0;
    double benefit = 0.0;
    for (const auto& row : rows) {
        total += row.weight;
        benefit += row.weight * row.benefit;
    }
    if (rows.size() < 2 || !(benefit > 0.0)) return std::nullopt;
    // The weighted mean of r is 1/2 in exact arithmetic, ties or not.
    constexpr double kMeanRank = 0.5;
    double covariance = 0.0;
    double nearer = 0.0;
    for (std::size_t first = 0; first < rows.size();) {
        std::size_t end = first;
        double tied = 0.0;
        for (; end < rows.size() && rows[end].cost == rows[first].cost; ++end) tied += rows[end].weight;
        const double rank = (nearer + tied / 2.0) / total;
        for (; first < end; ++first) covariance += rows[first].weight * rows[first].benefit * (rank - kMeanRank);
        nearer += tied;
    }
    return 2.0 * covariance / benefit;
}

ReachConcentration reach_concentration(const Reach& reach) {
    std::vector<std::int64_t> costs;
    std::vector<std::optional<double>> families;
    std::vector<std::optional<double>> poor_families;
    std::vector<std::optional<double>> coverage;
    std::vector<std::optional<double>> poor_coverage;
    for (std::size_t i = 0; i < reach.settlements.size(); ++i) {
        if (!reach.settlements[i].has_location) continue;
        costs.push_back(reach.settlements[i].cost);
        families.push_back(reach.settlements[i].families);
        poor_families.push_back(reach.settlements[i].poor_families);
        coverage.push_back(reach.reached[i].coverage);
        poor_coverage.push_back(reach.reached[i].poor_coverage);
    }
    // All as far: nobody is near or far, and an index of 0 would say that it makes no difference.
    const bool all_alike = std::ranges::adjacent_find(costs, std::ranges::not_equal_to{}) == costs.end();
    if (all_alike) return {};
    return {concentration_index(costs, coverage, families), concentration_index(costs, poor_coverage, poor_families)};
}

std::vector<std::size_t> unreached_poor(const Reach& reach) {
    std::vector<std::size_t> unreached;
    for (std::size_t i = 0; i < reach.settlements.size(); ++i) {
        const bool has_poor = reach.settlements[i].poor_families.value_or(0.0) > 0.0;
        const bool reaches_none = !reach.reached[i].reached || reach.reached[i].poor_participants == 0.0;
        if (has_poor && reaches_none) unreached.push_back(i);
    }
    std::ranges::stable_sort(unreached, std::ranges::greater{},
                             [&](std::size_t i) { return reach.settlements[i].poor_families.value_or(0.0); });
    return unreached;
}

}  // namespace desakota::hinterland
