#include "engine/analyses/way_rows.h"

#include <algorithm>
#include <map>
#include <utility>

#include "engine/geo/measure.h"
#include "engine/geo/space_filling_curve.h"
#include "engine/paths/gap.h"

namespace desakota::analyses {
namespace {

using Components = std::vector<std::uint32_t>;

std::optional<double> to_millimetres(const std::optional<double>& metres) {
    if (!metres) return std::nullopt;
    return core::to_metres(core::to_thousandths(*metres));
}

/// The gaps of all sets of components from which no destination can be reached, each measured once.
std::map<Components, std::optional<double>> measure_gaps(const paths::Nearest& nearest,
                                                         const std::vector<paths::Way>& ways,
                                                         const core::Parallel& parallel, core::Progress& progress) {
    std::map<Components, std::optional<double>> gaps;
    for (const auto& way : ways) {
        if (way.status == paths::WayStatus::NotConnected) gaps.try_emplace(way.components);
    }
    if (gaps.empty()) return gaps;
    std::vector<Components> sets;
    sets.reserve(gaps.size());
    for (const auto& [components, gap] : gaps) sets.push_back(components);
    const auto measured = paths::gaps(nearest.network(), nearest.holds_destination(), sets, parallel, progress);
    auto metres = measured.begin();
    for (auto& [components, gap] : gaps) gap = to_millimetres(*metres++);
    return gaps;
}

/// Whether `total` is more than the distance to the hull's boundary. The exact distance is asked for only where a flat
/// estimate, which is never off by a fifth within 100 km, leaves it open.
bool reaches_boundary(const geo::ConvexHull& hull, const geo::GridPoint& place, core::Millimetres total) {
    constexpr double kFlatLimit = 100'000.0;  // metres
    const geo::LocalFrame frame(place);
    const auto corners = hull.corners();
    double nearest = kFlatLimit;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        nearest = std::min(nearest, foot_on(frame, corners[i], corners[(i + 1) % corners.size()]).metres);
    }
    if (core::to_metres(total) < 0.8 * nearest) return false;
    return core::to_metres(total) > hull.distance_to_boundary(place);
}

/// The order in which places are asked for: near ones one after the other, missing ones anywhere.
std::vector<std::uint32_t> order_of(std::span<const std::optional<geo::GridPoint>> places) {
    std::vector<geo::GridPoint> all;
    all.reserve(places.size());
    for (const auto& place : places) all.push_back(place.value_or(geo::GridPoint()));
    return geo::order_along_curve(all);
}

/// Makes rows from ways, for one search.
class RowMaker {
public:
    RowMaker(const paths::Nearest& nearest, const Target& target, const SearchSetting& setting)
        : nearest_(nearest),
          target_(target),
          setting_(setting),
          straight_(target.selection.places),
          entries_(nearest.network(), nearest.options().access, network::LegUse::Entry),
          context_{.network = nearest.network(),
                   .wanted = target.wanted,
                   .options = nearest.options(),
                   .any_on_network = std::ranges::count(nearest.holds_destination(), true) > 0} {}

    [[nodiscard]] WayRow without_place() const {
        WayRow row;
        row.reason = unreached_reason(context_, row.status, std::nullopt).in(setting_.language);
        return row;
    }

    [[nodiscard]] WayRow row(const geo::GridPoint& place, const paths::Way& way,
                             const std::map<Components, std::optional<double>>& gaps) const {
        if (way.status == paths::WayStatus::Reached) return reached(place, way);
        WayRow row;
        row.status = status_of(way.status);
        if (row.status == RowStatus::NotConnected) row.gap_m = gaps.at(way.components);
        if (row.status != RowStatus::NoRoadInReach) take_nearest_leg(place, row);
        if (const auto nearest = straight_.nearest(place)) row.straight = core::to_thousandths(nearest->metres);
        row.reason = unreached_reason(context_, row.status, row.gap_m).in(setting_.language);
        return row;
    }

private:
    [[nodiscard]] WayRow reached(const geo::GridPoint& place, const paths::Way& way) const {
        const auto trace = paths::trace(nearest_, way);
        WayRow row;
        row.status = RowStatus::Reached;
        row.destination = target_.selection.features[way.destination];
        row.entry = trace.entry;
        row.network = trace.network;
        row.exit = trace.exit;
        row.time = trace.time;
        row.straight = core::to_thousandths(geo::distance(place, target_.selection.places[way.destination]));
        row.edge = !setting_.hull.contains(place) || reaches_boundary(setting_.hull, place, row.total());
        row.reason =
            reached_reason(context_, target_.destinations.title(row.destination), way, trace).in(setting_.language);
        row.leg = row.entry;
        row.leg_end =
            way.course == paths::Course::Direct ? nearest_.destinations()[way.destination] : place_of(way.entry);
        if (setting_.routes) row.route = paths::route(nearest_, way, place);
        return row;
    }

    /// Where a leg meets its line.
    [[nodiscard]] geo::GridPoint place_of(const network::AccessLeg& leg) const {
        const auto& network = nearest_.network();
        if (leg.heading == network::Heading::AtNode) return network.node_places[network.cut_node[leg.cut]];
        const auto& lines = network.lines;
        const double start = lines.metres[leg.segment];
        const double length = lines.metres[leg.segment + 1] - start;
        return geo::interpolate(lines.vertices[leg.segment], lines.vertices[leg.segment + 1],
                                length > 0.0 ? (leg.metres - start) / length : 0.0);
    }

    void take_nearest_leg(const geo::GridPoint& place, WayRow& row) const {
        const auto legs = entries_.of(place);
        const auto nearest = std::ranges::min_element(legs, {}, &network::AccessLeg::straight);
        if (nearest == legs.end()) return;
        row.leg_end = place_of(*nearest);
        auto by_distance = nearest_.options().access;
        by_distance.objective = network::Objective::Distance;
        row.leg = network::leg_cost(by_distance, nearest->straight);
    }

    const paths::Nearest& nearest_;
    const Target& target_;
    const SearchSetting& setting_;
    geo::NearestPoints straight_;
    network::AccessLegs entries_;
    ReasonContext context_;
};

}  // namespace

RowStatus status_of(paths::WayStatus status) {
    switch (status) {
        case paths::WayStatus::Reached:
            return RowStatus::Reached;
        case paths::WayStatus::NotConnected:
            return RowStatus::NotConnected;
        case paths::WayStatus::BeyondCutoff:
            return RowStatus::BeyondCutoff;
        case paths::WayStatus::NoRoadInReach:
            break;
    }
    return RowStatus::NoRoadInReach;
}

std::vector<WayRow> find_ways(const paths::Nearest& nearest, const Target& target,
                              std::span<const std::optional<geo::GridPoint>> places, const SearchSetting& setting,
                              core::Progress& progress) {
    std::vector<paths::Way> ways(places.size());
    core::Stage finding(progress, 0.0, 0.5);
    const auto order = order_of(places);
    core::parallel_for(order.size(), setting.parallel, finding, [&](std::size_t begin, std::size_t end) {
        for (auto k = begin; k < end; ++k) {
            if (k + 1 < end && places[order[k + 1]]) nearest.fetch_ahead(*places[order[k + 1]]);
            if (const auto& place = places[order[k]]) ways[order[k]] = nearest.way_from(*place);
        }
    });
    core::Stage measuring(progress, 0.5, 0.6);
    const auto gaps = measure_gaps(nearest, ways, setting.parallel, measuring);
    const RowMaker maker(nearest, target, setting);
    std::vector<WayRow> rows(places.size());
    core::Stage telling(progress, 0.6, 1.0);
    core::parallel_for(order.size(), setting.parallel, telling, [&](std::size_t begin, std::size_t end) {
        for (const auto i : std::span(order).subspan(begin, end - begin)) {
            rows[i] = places[i] ? maker.row(*places[i], ways[i], gaps) : maker.without_place();
        }
    });
    return rows;
}

}  // namespace desakota::analyses
