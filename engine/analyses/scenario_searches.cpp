#include "engine/analyses/scenario_searches.h"

#include <utility>

#include "engine/analyses/kept_networks.h"
#include "engine/analyses/scenario_base.h"
#include "engine/paths/affected_places.h"

namespace desakota::analyses {
namespace {

using network::Objective;
using paths::Reach;
using paths::WayStatus;

/// What one cost asks of both sides.
struct CostQuestion {
    Objective cost = Objective::Distance;
    std::optional<std::int64_t> limit;  ///< in the unit of the cost; missing: only the rows are asked for
};

WayRow row_of(const paths::Way& way, const PlaceSelection& selection, Objective cost) {
    WayRow row;
    row.status = status_of(way.status);
    if (way.status != WayStatus::Reached) return row;
    row.destination = selection.features[way.destination];
    if (cost == Objective::Time) {
        row.time = way.cost;
    } else {
        row.network = way.cost;  // its parts are not told apart
    }
    return row;
}

Reach reach_of(const std::optional<std::int64_t>& cost, std::int64_t limit) {
    if (!cost) return Reach::Unconnected;
    return *cost <= limit ? Reach::Within : Reach::Beyond;
}

/// For each settlement the share of its families at those points of which `holds(point)` is true.
template <class Holds>
Shares shares_where(const DemandPoints& demand, Holds holds) {
    Shares shares(demand.settlement_count());
    for (std::size_t i = 0; i < shares.size(); ++i) {
        if (demand.first[i] == demand.first[i + 1]) continue;
        double held = 0.0;
        double all = 0.0;  // 1 but for roundings
        for (auto point = demand.first[i]; point < demand.first[i + 1]; ++point) {
            all += demand.weights[point];
            if (holds(point)) held += demand.weights[point];
        }
        shares[i] = held / all;
    }
    return shares;
}

/// What the other side found, where it still holds.
struct Known {
    const ScenarioSide& side;
    const paths::AffectedPlaces& affected;
};

/// Asks one search for all settlements and demand points but those of which the answer is known.
class SideSearch {
public:
    SideSearch(const DemandPoints& demand, const CostQuestion& asked, const PlaceSelection& selection,
               const paths::Nearest& nearest, const Known* known)
        : demand_(demand), asked_(asked), selection_(selection), nearest_(nearest), known_(known) {}

    ScenarioSide run(const core::Parallel& parallel, core::Progress& progress) {
        side_.rows.resize(demand_.settlement_count());
        if (asked_.limit) side_.reaches.resize(demand_.places.size(), Reach::Unconnected);
        core::Stage asking(progress, 0.0, 0.4);
        core::parallel_for(side_.rows.size(), parallel, asking, [&](std::size_t begin, std::size_t end) {
            for (auto i = begin; i < end; ++i) ask_row(i);
        });
        core::Stage spreading(progress, 0.4, 1.0);
        if (asked_.limit) spread(*asked_.limit, parallel, spreading);
        progress.step(1.0);
        return std::move(side_);
    }

private:
    void spread(std::int64_t limit, const core::Parallel& parallel, core::Progress& progress) {
        std::vector<bool> is_row(demand_.places.size());
        for (const auto point : demand_.representatives) {
            if (point != network::kNone) is_row[point] = true;
        }
        core::parallel_for(side_.reaches.size(), parallel, progress, [&](std::size_t begin, std::size_t end) {
            for (auto point = begin; point < end; ++point) {
                if (!is_row[point]) ask_point(point, limit);
            }
        });
    }

    [[nodiscard]] bool is_known(std::size_t point) const {
        return known_ != nullptr && !known_->affected.holds(demand_.places[point]);
    }

    void ask_row(std::size_t settlement) {
        const auto point = demand_.representatives[settlement];
        if (point == network::kNone) return;
        auto& row = side_.rows[settlement];
        row = is_known(point) ? known_->side.rows[settlement]
                              : row_of(nearest_.way_from(demand_.places[point]), selection_, asked_.cost);
        if (asked_.limit) side_.reaches[point] = reach_of(cost_of(row, asked_.cost), *asked_.limit);
    }

    void ask_point(std::size_t point, std::int64_t limit) {
        side_.reaches[point] =
            is_known(point) ? known_->side.reaches[point] : nearest_.reach_of(demand_.places[point], limit);
    }

    const DemandPoints& demand_;
    const CostQuestion& asked_;
    const PlaceSelection& selection_;
    const paths::Nearest& nearest_;
    const Known* known_;  ///< nullptr: nothing is
    ScenarioSide side_;
};

CostFindings compare_sides(const DemandPoints& demand, const CostQuestion& asked, const ScenarioSide& before,
                           ScenarioSide after) {
    CostFindings findings{asked.cost, before, std::move(after), {}, {}, {}, {}, {}};
    if (!asked.limit) return findings;
    const auto is_within = [](const ScenarioSide& side, std::uint32_t point) {
        return side.reaches[point] == Reach::Within;
    };
    const auto shares = [&](bool within_before, bool within_after) {
        return shares_where(demand, [&](std::uint32_t point) {
            return is_within(findings.before, point) == within_before &&
                   is_within(findings.after, point) == within_after;
        });
    };
    findings.beyond_before =
        shares_where(demand, [&](std::uint32_t point) { return !is_within(findings.before, point); });
    findings.beyond_after =
        shares_where(demand, [&](std::uint32_t point) { return !is_within(findings.after, point); });
    findings.gained = shares(false, true);
    findings.lost = shares(true, false);
    findings.change = findings.gained;
    for (std::size_t i = 0; i < findings.change.size(); ++i) {
        if (auto& change = findings.change[i]) *change -= findings.lost[i].value_or(0.0);
    }
    return findings;
}

/// Both sides by one cost, one after the other.
class ScenarioSearch {
public:
    ScenarioSearch(const ScenarioQuestion& question, const CostQuestion& asked, const ScenarioNetworks& networks,
                   const SearchSetting& setting)
        : question_(question), asked_(asked), networks_(networks), setting_(setting) {}

    CostFindings run(core::Progress& progress) const {
        core::Stage asking(progress, 0.0, 0.5);
        const auto base = base_side(asking);
        core::Stage changing(progress, 0.5, 1.0);
        auto after = scenario(*base->nearest, base->side, changing);
        return compare_sides(question_.demand, asked_, base->side, std::move(after));
    }

private:
    /// That of an earlier comparison where it asked the same.
    [[nodiscard]] std::shared_ptr<const BaseSide> base_side(core::Progress& progress) const {
        const auto& [destinations, before, after, added, removed] = question_.facilities;
        BaseQuestion question{
            networks_.before,        select_places(destinations, before), setting_.options(asked_.cost),
            question_.demand.places, question_.demand.representatives,    asked_.limit};
        if (networks_.kept != nullptr) {
            auto kept = networks_.kept->base(asked_.cost);
            if (kept && same_question(kept->question, question)) return kept;
        }
        core::Stage building(progress, 0.0, 0.5);
        const auto nearest = search(*networks_.before, question.facilities, building);
        core::Stage asking(progress, 0.5, 1.0);
        auto side = ask(*nearest, question.facilities, nullptr, asking);
        auto base = std::make_shared<const BaseSide>(BaseSide{std::move(question), nearest, std::move(side)});
        if (networks_.kept != nullptr) networks_.kept->keep_base(asked_.cost, base);
        return base;
    }

    [[nodiscard]] ScenarioSide scenario(const paths::Nearest& base, const ScenarioSide& before,
                                        core::Progress& progress) const {
        const auto& facilities = question_.facilities;
        const auto chosen = select_places(facilities.destinations, facilities.after);
        core::Stage building(progress, 0.0, 0.5);
        const auto nearest = search(*networks_.after, chosen, building);
        core::Stage asking(progress, 0.5, 1.0);
        const auto same = select_places(facilities.destinations, facilities.before);
        if (!networks_.is_changed_from_before || same.features != chosen.features) {
            return ask(*nearest, chosen, nullptr, asking);
        }
        const paths::AffectedPlaces affected(base, *nearest, networks_.removed);
        const Known known{before, affected};
        return ask(*nearest, chosen, &known, asking);
    }

    [[nodiscard]] std::shared_ptr<const paths::Nearest> search(const network::RoadNetwork& network,
                                                               const PlaceSelection& selection,
                                                               core::Progress& progress) const {
        return std::make_shared<const paths::Nearest>(network, selection.places, setting_.options(asked_.cost),
                                                      setting_.parallel, progress);
    }

    [[nodiscard]] ScenarioSide ask(const paths::Nearest& nearest, const PlaceSelection& selection, const Known* known,
                                   core::Progress& progress) const {
        return SideSearch(question_.demand, asked_, selection, nearest, known).run(setting_.parallel, progress);
    }

    const ScenarioQuestion& question_;
    const CostQuestion& asked_;
    const ScenarioNetworks& networks_;
    const SearchSetting& setting_;
};

}  // namespace

ScenarioFindings find_scenario(const ScenarioQuestion& question, const ScenarioNetworks& networks,
                               const SearchSetting& setting, core::Progress& progress) {
    const bool by_time = question.cost == Objective::Time || question.threshold_time;
    const auto search = [&](const CostQuestion& asked, core::Progress& stage) {
        return ScenarioSearch(question, asked, networks, setting).run(stage);
    };
    core::Stage measuring(progress, 0.0, by_time ? 0.5 : 1.0);
    ScenarioFindings findings{search({Objective::Distance, question.threshold}, measuring), {}};
    core::Stage timing(progress, 0.5, 1.0);
    if (by_time) findings.by_time = search({Objective::Time, question.threshold_time}, timing);
    return findings;
}

std::optional<std::int64_t> cost_of(const WayRow& row, network::Objective cost) {
    if (!row.is_reached()) return std::nullopt;
    return cost == Objective::Time ? row.time : row.total();
}

std::optional<std::int64_t> change_of(const CostFindings& findings, std::size_t settlement) {
    const auto before = cost_of(findings.before.rows[settlement], findings.cost);
    const auto after = cost_of(findings.after.rows[settlement], findings.cost);
    if (!before || !after) return std::nullopt;
    return *after - *before;
}

}  // namespace desakota::analyses
