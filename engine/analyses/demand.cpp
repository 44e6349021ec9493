#include "engine/analyses/demand.h"

#include "engine/geo/nearest_points.h"

namespace desakota::analyses {
namespace {

using paths::WayStatus;

/// For each settlement the weights of its points of which `holds(point)` is true.
template <class Holds>
Shares shares_where(const DemandPoints& demand, Holds holds) {
    Shares shares(demand.settlement_count());
    for (std::size_t i = 0; i < shares.size(); ++i) {
        if (demand.first[i] == demand.first[i + 1]) continue;
        double share = 0.0;
        for (auto point = demand.first[i]; point < demand.first[i + 1]; ++point) {
            if (holds(point)) share += demand.weights[point];
        }
        shares[i] = share;
    }
    return shares;
}

bool is_unconnected(const Answer& answer) {
    return answer.status == WayStatus::NotConnected || answer.status == WayStatus::NoRoadInReach;
}

bool is_within(const Answer& answer, std::int64_t limit) {
    return answer.status == WayStatus::Reached && answer.cost <= limit;
}

WayStatus way_status(RowStatus status) {
    switch (status) {
        case RowStatus::Reached:
            return WayStatus::Reached;
        case RowStatus::NotConnected:
            return WayStatus::NotConnected;
        case RowStatus::BeyondCutoff:
            return WayStatus::BeyondCutoff;
        case RowStatus::NoRoadInReach:
        case RowStatus::NoGeometry:
        case RowStatus::NoDestination:
            break;
    }
    return WayStatus::NoRoadInReach;
}

/// The answer that a row holds, in the unit of its search.
Answer answer_of(const WayRow& row, network::Objective objective) {
    Answer answer{.status = way_status(row.status)};
    if (!row.is_reached()) return answer;
    answer.cost = objective == network::Objective::Distance ? row.total() : row.time.value_or(core::kUnreachable);
    return answer;
}

}  // namespace

std::string_view share_method_code(ShareMethod /*method*/) {
    return "point";
}

std::vector<std::optional<geo::GridPoint>> DemandPoints::row_places() const {
    std::vector<std::optional<geo::GridPoint>> rows(representatives.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (representatives[i] != network::kNone) rows[i] = places[representatives[i]];
    }
    return rows;
}

DemandPoints demand_at_places(const Settlements& settlements) {
    DemandPoints demand;
    for (const auto& place : settlements.places) {
        demand.representatives.push_back(place ? static_cast<std::uint32_t>(demand.places.size()) : network::kNone);
        if (place) {
            demand.places.push_back(*place);
            demand.weights.push_back(1.0);
        }
        demand.first.push_back(static_cast<std::uint32_t>(demand.places.size()));
        demand.methods.push_back(ShareMethod::Point);
    }
    return demand;
}

std::vector<Answer> find_answers(const paths::Nearest& nearest, const DemandPoints& demand,
                                 std::span<const WayRow> rows, const SearchSetting& setting, core::Progress& progress) {
    std::vector<Answer> answers(demand.places.size());
    std::vector<bool> known(answers.size(), false);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto point = demand.representatives[i];
        if (point == network::kNone) continue;
        answers[point] = answer_of(rows[i], nearest.options().access.objective);
        known[point] = true;
    }
    core::parallel_for(answers.size(), setting.parallel, progress, [&](std::size_t begin, std::size_t end) {
        for (auto i = begin; i < end; ++i) {
            if (known[i]) continue;
            const auto way = nearest.way_from(demand.places[i]);
            answers[i] = {way.status, way.cost};
        }
    });
    return answers;
}

Shares shares_beyond(const DemandPoints& demand, std::span<const Answer> answers, std::int64_t limit) {
    return shares_where(demand, [&](std::uint32_t point) { return !is_within(answers[point], limit); });
}

Shares shares_unconnected(const DemandPoints& demand, std::span<const Answer> answers) {
    return shares_where(demand, [&](std::uint32_t point) { return is_unconnected(answers[point]); });
}

Shares shares_beyond_low(const DemandPoints& demand, std::span<const Answer> answers, std::int64_t limit) {
    return shares_where(demand, [&](std::uint32_t point) {
        return !is_unconnected(answers[point]) && !is_within(answers[point], limit);
    });
}

Shares shares_beyond_straight(const DemandPoints& demand, std::span<const geo::GridPoint> places,
                              core::Millimetres limit) {
    const geo::NearestPoints nearest(places);
    return shares_where(demand, [&](std::uint32_t point) {
        const auto found = nearest.nearest(demand.places[point]);
        return !found || core::to_thousandths(found->metres) > limit;
    });
}

}  // namespace desakota::analyses
