#include <algorithm>
#include <map>
#include <utility>

#include "engine/analyses/health_serving.h"
#include "engine/geo/measure.h"
#include "engine/paths/nearby_searches.h"

namespace desakota::analyses {
namespace {

using core::Text;
using network::Objective;

using Members = std::vector<std::uint32_t>;

/// Why nothing is known of a settlement's assigned facility.
Text unknown_reason(const Facilities& facilities, const ServingQuestion& serving, std::size_t settlement) {
    const auto& called = serving.called[settlement];
    const auto facility = serving.facilities[settlement];
    switch (serving.matches[settlement]) {
        case ServingMatch::NotFound:
            return core::format_text("The assigned facility, {}, is not in the facilities layer.",
                                     "Fasilitas wilayah kerjanya, {}, tidak ada dalam lapisan fasilitas.",
                                     called.value_or(""));
        case ServingMatch::Ambiguous:
            return core::format_text("Several facilities are called {}.", "Ada beberapa fasilitas bernama {}.",
                                     called.value_or(""));
        case ServingMatch::NotCounted: {
            const auto& title = facilities.destinations.title(facility);
            if (!facilities.counts[facility]) {
                return core::format_text("{} is assigned, which is of another kind than those that count.",
                                         "Fasilitas wilayah kerjanya {}, yang jenisnya tidak dihitung.", title);
            }
            if (!facilities.functions[facility]) {
                return core::format_text("{} is assigned, which does not function.",
                                         "Fasilitas wilayah kerjanya {}, yang tidak berfungsi.", title);
            }
            return core::format_text("{} is assigned, which has no usable location.",
                                     "Fasilitas wilayah kerjanya {}, yang tidak punya lokasi.", title);
        }
        case ServingMatch::Found:
        case ServingMatch::NotAssigned:
            break;
    }
    if (called) {
        return core::format_text("No facility is assigned to this settlement: the field says \"{}\".",
                                 "Permukiman ini tidak punya fasilitas wilayah kerja: kolomnya berisi \"{}\".",
                                 *called);
    }
    return {"No facility is assigned to this settlement: the field is empty.",
            "Permukiman ini tidak punya fasilitas wilayah kerja: kolomnya kosong."};
}

/// The places of one facility.
PlaceSelection places_of(const Destinations& facilities, std::uint32_t facility) {
    const auto [first, last] = std::ranges::equal_range(facilities.features, facility);
    PlaceSelection selection;
    for (auto place = first; place != last; ++place) {
        selection.places.push_back(facilities.places[static_cast<std::size_t>(place - facilities.features.begin())]);
        selection.features.push_back(facility);
    }
    return selection;
}

/// The demand points of some settlements.
DemandPoints demand_of(const DemandPoints& all, const Members& members) {
    DemandPoints some;
    for (const auto member : members) {
        const auto begin = all.first[member];
        const auto end = all.first[member + 1];
        const auto representative = all.representatives[member];
        some.representatives.push_back(representative == network::kNone ? network::kNone
                                                                        : some.first.back() + representative - begin);
        some.places.insert(some.places.end(), all.places.begin() + begin, all.places.begin() + end);
        some.weights.insert(some.weights.end(), all.weights.begin() + begin, all.weights.begin() + end);
        some.first.push_back(static_cast<std::uint32_t>(some.places.size()));
        some.methods.push_back(all.methods[member]);
    }
    return some;
}

/// One search for each facility that is assigned.
class ServingSearch {
public:
    ServingSearch(const HealthQuestion& question, const ServingQuestion& serving, const HealthFindings& nearest,
                  const SearchSetting& setting)
        : question_(question), serving_(serving), nearest_(nearest), setting_(setting) {
        findings_.rows.resize(serving.matches.size());
        findings_.beyond.resize(serving.matches.size());
    }

    ServingFindings run(core::Progress& progress) {
        core::Stage building(progress, 0.0, 0.1);
        const auto options = setting_.options(Objective::Distance);
        paths::NearbySearches searches(setting_.network(), options, setting_.parallel, building);
        std::map<std::uint32_t, Members> by_facility;
        for (std::uint32_t i = 0; i < serving_.matches.size(); ++i) {
            if (serving_.matches[i] == ServingMatch::Found) {
                by_facility[serving_.facilities[i]].push_back(i);
            } else {
                const auto reason = unknown_reason(question_.facilities, serving_, i);
                findings_.rows[i].reason = reason.in(setting_.language);
            }
        }
        const std::vector<std::pair<std::uint32_t, Members>> groups(by_facility.begin(), by_facility.end());
        core::Stage searching(progress, 0.1, 1.0);
        core::parallel_for(groups.size(), {.threads = setting_.parallel.threads, .grain = 1}, searching,
                           [&](std::size_t begin, std::size_t end) {
                               for (auto i = begin; i < end; ++i) search(groups[i].first, groups[i].second, searches);
                           });
        progress.step(1.0);
        return std::move(findings_);
    }

private:
    /// Most assigned facilities are near: searched ever farther, and all over only where that does not find them.
    void search(std::uint32_t facility, const Members& members, paths::NearbySearches& searches) {
        const auto& destinations = question_.facilities.destinations;
        const Target target{destinations, places_of(destinations, facility),
                            core::same_text(destinations.title(facility))};
        constexpr int kNearSearches = 4;
        auto limit = least_limit(target.selection, members);
        for (int count = 0; !try_within(limit, target, members, searches); ++count) {
            limit = count < kNearSearches ? 2 * limit : core::kUnreachable;
        }
    }

    /// As far as the threshold rule asks and as the members' ways lead at least.
    [[nodiscard]] std::int64_t least_limit(const PlaceSelection& selection, const Members& members) const {
        auto limit = question_.threshold;
        for (const auto member : members) {
            const auto& place = question_.settlements.places[member];
            if (!place) continue;
            const auto straight = geo::distance(*place, selection.places.front());
            limit = std::max({limit, nearest_.by_distance.cost[member].value_or(0), core::to_thousandths(straight)});
        }
        return limit;
    }

    /// Takes what a search within the limit says of the members; false, and nothing taken, where a farther one might
    /// say more.
    bool try_within(std::int64_t limit, const Target& target, const Members& members, paths::NearbySearches& searches) {
        bool is_final = false;
        searches.search(target.selection.places, limit, [&](const paths::Nearest& nearest) {
            is_final = std::ranges::all_of(members, [&](std::uint32_t member) {
                const auto& place = question_.settlements.places[member];
                return limit == core::kUnreachable || !place || is_known(nearest, nearest.way_from(*place), limit);
            });
            if (is_final) take(nearest, target, members);
        });
        return is_final;
    }

    static bool is_known(const paths::Nearest& nearest, const paths::Way& way, std::int64_t limit) {
        switch (way.status) {
            case paths::WayStatus::Reached:
                return way.cost <= limit;
            case paths::WayStatus::NotConnected:
                return std::ranges::none_of(way.components,
                                            [&](auto part) { return nearest.holds_destination()[part]; });
            case paths::WayStatus::BeyondCutoff:
                return limit >= nearest.options().cutoff;
            case paths::WayStatus::NoRoadInReach:
                break;
        }
        return true;
    }

    void take(const paths::Nearest& nearest, const Target& target, const Members& members) {
        std::vector<std::optional<geo::GridPoint>> places;
        places.reserve(members.size());
        for (const auto member : members) places.push_back(question_.settlements.places[member]);
        core::SilentProgress silent;
        auto rows = find_ways(nearest, target, places, setting_, silent);
        const auto demand = demand_of(question_.demand, members);
        const auto rule = apply_rule({nearest, question_.threshold, rows}, demand, setting_.parallel, silent);
        for (std::size_t i = 0; i < members.size(); ++i) {
            rows[i].route = {};
            findings_.rows[members[i]] = std::move(rows[i]);
            findings_.beyond[members[i]] = rule.beyond[i];
        }
    }

    const HealthQuestion& question_;
    const ServingQuestion& serving_;
    const HealthFindings& nearest_;
    const SearchSetting& setting_;
    ServingFindings findings_;
};

/// Whether another facility is nearer than the assigned one.
std::optional<double> is_another_nearer(const WayRow& assigned, const std::optional<std::int64_t>& shortest) {
    if (!shortest) return std::nullopt;
    return assigned.is_reached() && assigned.total() <= *shortest ? 0.0 : 1.0;
}

}  // namespace

ServingFindings find_serving(const HealthQuestion& question, const ServingQuestion& serving,
                             const HealthFindings& findings, const SearchSetting& setting, core::Progress& progress) {
    auto found = ServingSearch(question, serving, findings, setting).run(progress);
    found.not_nearest.resize(found.rows.size());
    for (std::size_t i = 0; i < found.rows.size(); ++i) {
        if (serving.matches[i] != ServingMatch::Found) continue;
        found.not_nearest[i] = is_another_nearer(found.rows[i], findings.by_distance.cost[i]);
    }
    return found;
}

}  // namespace desakota::analyses
