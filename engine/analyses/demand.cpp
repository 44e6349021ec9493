#include "engine/analyses/demand.h"

#include <algorithm>

#include "engine/geo/measure.h"
#include "engine/geo/nearest_points.h"

namespace desakota::analyses {
namespace {

using paths::WayStatus;

/// For each settlement the share of its families at those points of which `holds(point)` is true.
template <class Holds>
Shares shares_where(const DemandPoints& demand, Holds holds) {
    Shares shares(demand.settlement_count());
    for (std::size_t i = 0; i < shares.size(); ++i) {
        if (demand.first[i] == demand.first[i + 1]) continue;
        double held = 0.0;
        double all = 0.0;  // 1 but for roundings: divided by, it makes the share of all points exactly 1
        for (auto point = demand.first[i]; point < demand.first[i + 1]; ++point) {
            all += demand.weights[point];
            if (holds(point)) held += demand.weights[point];
        }
        shares[i] = held / all;
    }
    return shares;
}

/// All that is kept of a demand point's way: there are millions of points.
using paths::Reach;

Reach reach_of(WayStatus status, std::int64_t cost, std::int64_t limit) {
    switch (status) {
        case WayStatus::Reached:
            return cost <= limit ? Reach::Within : Reach::Beyond;
        case WayStatus::BeyondCutoff:
            return Reach::Beyond;
        case WayStatus::NotConnected:
        case WayStatus::NoRoadInReach:
            break;
    }
    return Reach::Unconnected;
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

/// Judges the demand points one by one.
class Judging {
public:
    Judging(const LimitRule& rule, const DemandPoints& demand)
        : rule_(rule), demand_(demand), reaches_(demand.places.size()), cost_(demand.settlement_count()) {}

    RuleFindings run(const core::Parallel& parallel, core::Progress& progress) {
        core::parallel_for(reaches_.size(), parallel, progress, [&](std::size_t begin, std::size_t end) {
            const auto after = std::ranges::upper_bound(demand_.first, begin);
            auto settlement = static_cast<std::size_t>(after - demand_.first.begin()) - 1;
            for (auto point = begin; point < end; ++point) {
                while (demand_.first[settlement + 1] <= point) ++settlement;
                reaches_[point] = judge(settlement, point);
            }
        });
        const auto is = [&](Reach reach) {
            return [this, reach](std::uint32_t point) { return reaches_[point] == reach; };
        };
        return {std::move(cost_),
                shares_where(demand_, [&](std::uint32_t point) { return reaches_[point] != Reach::Within; }),
                shares_where(demand_, is(Reach::Unconnected)), shares_where(demand_, is(Reach::Beyond))};
    }

private:
    Reach judge(std::size_t settlement, std::size_t point) {
        const bool is_row = demand_.representatives[settlement] == point;
        if (is_row && !rule_.rows.empty()) return judge_row(settlement, rule_.rows[settlement]);
        if (!is_row) return rule_.nearest.reach_of(demand_.places[point], rule_.limit);
        const auto way = rule_.nearest.way_from(demand_.places[point]);
        if (way.status == WayStatus::Reached) cost_[settlement] = way.cost;
        return reach_of(way.status, way.cost, rule_.limit);
    }

    Reach judge_row(std::size_t settlement, const WayRow& row) {
        if (!row.is_reached()) return reach_of(way_status(row.status), core::kUnreachable, rule_.limit);
        const bool by_distance = rule_.nearest.options().access.objective == network::Objective::Distance;
        const auto cost = by_distance ? row.total() : row.time.value_or(core::kUnreachable);
        cost_[settlement] = cost;
        return reach_of(WayStatus::Reached, cost, rule_.limit);
    }

    const LimitRule& rule_;
    const DemandPoints& demand_;
    std::vector<Reach> reaches_;
    std::vector<std::optional<std::int64_t>> cost_;
};

/// The place nearest to the weighted mean of all.
std::size_t nearest_to_mean(std::span<const geo::GridPoint> places, std::span<const double> weights) {
    double x = 0.0;
    double y = 0.0;
    double all = 0.0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        x += weights[i] * static_cast<double>(places[i].x - places.front().x);
        y += weights[i] * static_cast<double>(places[i].y - places.front().y);
        all += weights[i];
    }
    const geo::GridPoint mean{places.front().x + std::llround(x / all), places.front().y + std::llround(y / all)};
    std::size_t best = 0;
    auto least = core::kUnreachable;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto distance = core::to_thousandths(geo::distance(places[i], mean));
        if (distance >= least) continue;
        least = distance;
        best = i;
    }
    return best;
}

}  // namespace

std::string_view share_method_code(ShareMethod method) {
    switch (method) {
        case ShareMethod::Roads:
            return "roads";
        case ShareMethod::Homes:
            return "homes";
        case ShareMethod::Population:
            return "population";
        case ShareMethod::Point:
            break;
    }
    return "point";
}

std::vector<std::optional<geo::GridPoint>> DemandPoints::row_places() const {
    std::vector<std::optional<geo::GridPoint>> rows(representatives.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (representatives[i] != network::kNone) rows[i] = places[representatives[i]];
    }
    return rows;
}

void DemandPoints::add(const network::WeightedPlaces& from, std::size_t feature, ShareMethod method) {
    const auto count = from.first[feature + 1] - from.first[feature];
    const std::span new_places(from.places.data() + from.first[feature], count);
    const std::span new_weights(from.weights.data() + from.first[feature], count);
    representatives.push_back(first.back() + static_cast<std::uint32_t>(nearest_to_mean(new_places, new_weights)));
    places.insert(places.end(), new_places.begin(), new_places.end());
    weights.insert(weights.end(), new_weights.begin(), new_weights.end());
    first.push_back(static_cast<std::uint32_t>(places.size()));
    methods.push_back(method);
}

void DemandPoints::add_point(const std::optional<geo::GridPoint>& place) {
    representatives.push_back(place ? first.back() : network::kNone);
    if (place) {
        places.push_back(*place);
        weights.push_back(1.0);
    }
    first.push_back(static_cast<std::uint32_t>(places.size()));
    methods.push_back(ShareMethod::Point);
}

RuleFindings apply_rule(const LimitRule& rule, const DemandPoints& demand, const core::Parallel& parallel,
                        core::Progress& progress) {
    return Judging(rule, demand).run(parallel, progress);
}

Shares shares_beyond_straight(const DemandPoints& demand, std::span<const geo::GridPoint> places,
                              core::Millimetres limit, const core::Parallel& parallel, core::Progress& progress) {
    const geo::NearestPoints nearest(places);
    const double at_most = core::to_metres(limit + 1);
    std::vector<std::uint8_t> beyond(demand.places.size());
    core::parallel_for(beyond.size(), {.threads = parallel.threads, .grain = 256}, progress,
                       [&](std::size_t begin, std::size_t end) {
                           for (auto point = begin; point < end; ++point) {
                               const auto found = nearest.nearest(demand.places[point], at_most);
                               beyond[point] = !found || core::to_thousandths(found->metres) > limit ? 1 : 0;
                           }
                       });
    return shares_where(demand, [&](std::uint32_t point) { return beyond[point] != 0; });
}

}  // namespace desakota::analyses
