#include "engine/analyses/service_findings.h"

#include <algorithm>

#include "engine/paths/reach_areas.h"

namespace desakota::analyses {
namespace {

ServedPlace served(const paths::Way& way, const PlaceSelection& counting, const ServiceBands& bands) {
    switch (way.status) {
        case paths::WayStatus::Reached: {
            const auto within = std::ranges::lower_bound(bands.limits, way.cost);
            return {static_cast<std::uint32_t>(within - bands.limits.begin()), counting.features[way.destination]};
        }
        case paths::WayStatus::BeyondCutoff:
            return {slot_of(bands, Outside::Beyond), network::kNone};
        case paths::WayStatus::NotConnected:
            return {slot_of(bands, Outside::NotConnected), network::kNone};
        default:
            return {slot_of(bands, Outside::NoRoadInReach), network::kNone};
    }
}

}  // namespace

ServiceFindings find_service_areas(const HealthQuestion& question, const ServiceBands& bands, bool by_facility,
                                   const SearchSetting& setting, core::Progress& progress) {
    const auto counting = select_places(question.facilities.destinations, question.facilities.counting());
    core::Stage searching(progress, 0.0, 0.2);
    const paths::Nearest nearest(setting.network(), counting.places, setting.options(bands.cost), setting.parallel,
                                 searching);
    const auto& demand = question.demand;
    ServiceFindings found;
    found.points.resize(demand.places.size());
    core::Stage asking(progress, 0.2, 0.35);
    core::parallel_for(found.points.size(), setting.parallel, asking, [&](std::size_t begin, std::size_t end) {
        for (auto i = begin; i < end; ++i)
            found.points[i] = served(nearest.way_from(demand.places[i]), counting, bands);
    });
    for (const auto point : demand.representatives) {
        const bool is_somewhere = point != network::kNone;
        found.rows.push_back(is_somewhere ? found.points[point] : ServedPlace{slot_of(bands, Outside::NoLocation)});
    }
    core::Stage shaping(progress, 0.35, 0.9);
    const auto owners = by_facility ? counting.features : std::vector<std::uint32_t>{};
    found.areas = paths::reach_areas({nearest, bands.limits, owners}, setting.parallel, shaping);
    core::Stage cutting(progress, 0.9, 1.0);
    found.roads = paths::road_bands(nearest, bands.limits, setting.parallel, cutting);
    return found;
}

ServedCounts::ServedCounts(const HealthQuestion& question, const ServiceBands& bands, const ServiceFindings& findings,
                           std::span<const std::uint32_t> members)
    : bands_(bands.count()),
      by_slot_(bands.count() + kOutsides),
      by_facility_(question.facilities.destinations.size() * bands.count()) {
    const auto& demand = question.demand;
    for (const auto settlement : members) {
        const auto& families = question.settlements.families[settlement];
        const double weight = question.settlements.has_families ? families.value_or(0.0) : 1.0;
        whole_ += weight;
        families_are_known_ = families_are_known_ || families.has_value();
        const auto first = demand.first[settlement];
        const auto last = demand.first[settlement + 1];
        // Without a place, all of it is where the row is: nowhere.
        add(findings.rows[settlement], {1, first == last ? weight : 0.0});
        for (auto point = first; point < last; ++point) {
            add(findings.points[point], {0, weight * demand.weights[point]});
        }
    }
}

void ServedCounts::add(const ServedPlace& place, const Sum& sum) {
    const auto add_to = [&](Sum& known) {
        known.settlements += sum.settlements;
        known.families += sum.families;
    };
    add_to(by_slot_[place.slot]);
    if (place.slot < bands_) add_to(by_facility_[place.facility * bands_ + place.slot]);
}

ServedCount ServedCounts::count(const Sum& sum) const {
    return {sum.settlements, families_are_known_ ? std::optional(sum.families) : std::nullopt,
            whole_ > 0.0 ? std::optional(sum.families / whole_) : std::nullopt};
}

}  // namespace desakota::analyses
