#include "engine/analyses/break_gains.h"

#include <algorithm>
#include <set>
#include <utility>

#include "engine/geo/nearest_points.h"
#include "engine/paths/through_place.h"

namespace desakota::analyses {
namespace {

using network::Finding;
using network::Objective;
using network::PlaceOnLine;
using paths::WayStatus;

/// A break, used from one of its places to the other.
struct Crossing {
    std::size_t finding = 0;
    PlaceOnLine from;
    PlaceOnLine to;
    std::int64_t beyond = core::kUnreachable;  ///< the gap and what lies behind it
    std::vector<std::uint32_t> candidates;     ///< settlements that may be near enough
};

std::uint32_t component_at(const network::RoadNetwork& network, std::uint32_t line) {
    return network.node_component[network.cut_node[network.first_cut[line]]];
}

class GainSearch {
public:
    GainSearch(const GainQuestion& question, const SearchSetting& setting, core::Progress& progress)
        : question_(question),
          setting_(setting),
          nearest_(setting.network(), {question.facilities.begin(), question.facilities.end()},
                   setting.options(Objective::Distance), setting.parallel, progress),
          entries_(setting.network(), nearest_.options().access, network::LegUse::Entry),
          exits_(setting.network(), nearest_.options().access, network::LegUse::Exit),
          facilities_(question.facilities),
          by_component_(setting.network().component_count) {}

    BreakGains run(std::span<const Finding> findings, core::Progress& progress) {
        core::Stage asking(progress, 0.0, 0.5);
        ask_settlements(asking);
        gaining_.resize(findings.size());
        constexpr std::size_t kFindings = 64;
        for (std::size_t i = 0; i < findings.size(); ++i) {
            if (i % kFindings == 0) {
                progress.step(0.5 + 0.1 * static_cast<double>(i) / static_cast<double>(findings.size()));
            }
            if (!findings[i].is_break()) continue;
            prepare(i, findings[i], findings[i].a, findings[i].b);
            prepare(i, findings[i], findings[i].b, findings[i].a);
        }
        BreakGains result;
        result.not_searched = keep_most_promising();
        core::Stage searching(progress, 0.6, 1.0);
        search(searching);
        for (std::size_t i = 0; i < findings.size(); ++i) result.gains.push_back(gain_of(findings[i], gaining_[i]));
        return result;
    }

private:
    /// Which settlements are in need, and where they can enter.
    void ask_settlements(core::Progress& progress) {
        const auto& places = question_.settlements.places;
        std::vector<paths::Way> ways(places.size());
        core::parallel_for(places.size(), setting_.parallel, progress, [&](std::size_t begin, std::size_t end) {
            for (auto i = begin; i < end; ++i) {
                if (const auto& place = places[i]) ways[i] = nearest_.way_from(*place);
            }
        });
        std::vector<geo::GridPoint> needy_places;
        for (std::uint32_t i = 0; i < places.size(); ++i) {
            const auto& place = places[i];
            const bool connected = ways[i].status == WayStatus::Reached;
            if (!place || ways[i].status == WayStatus::NoRoadInReach) continue;
            if (connected && ways[i].cost <= question_.threshold) continue;
            needy_.push_back(i);
            needy_places.push_back(*place);
            for (const auto component : ways[i].components) by_component_[component].push_back(i);
        }
        places_ = geo::NearestPoints(needy_places);
    }

    void prepare(std::size_t index, const Finding& finding, const PlaceOnLine& from, const PlaceOnLine& to) {
        const auto behind = cost_behind(to);
        if (behind >= core::kUnreachable) return;
        const auto& network = setting_.network();
        const auto component = component_at(network, from.line);
        auto& gaining = gaining_[index];
        if (!nearest_.holds_destination()[component]) {
            gaining.insert(gaining.end(), by_component_[component].begin(), by_component_[component].end());
        }
        Crossing crossing{index, from, to, core::to_thousandths(finding.metres.value_or(0.0)) + behind, {}};
        const auto left = question_.threshold - crossing.beyond;
        if (left < 0 || cost_behind(from) <= crossing.beyond) return;
        // No way is shorter than the straight line (a metre more for roundings).
        const double reach = core::to_metres(left) + 1.0;
        for (const auto& found : places_.within(place_of(network.lines, from), reach)) {
            crossing.candidates.push_back(needy_[found.place]);
        }
        if (!crossing.candidates.empty()) crossings_.push_back(std::move(crossing));
    }

    /// From a place of a break to the nearest facility: on along the network, or straight off it here.
    [[nodiscard]] std::int64_t cost_behind(const PlaceOnLine& place) const {
        auto best = paths::cost_from(nearest_, place);
        if (!exits_.may_enter_anywhere(place.line)) return best;
        const auto reach = exits_.options().max_access + 1.0;
        for (const auto& found : facilities_.within(place_of(setting_.network().lines, place), reach)) {
            const auto leg = exits_.at(question_.facilities[found.place], place.line, place.segment, place.t);
            if (leg) best = std::min(best, leg->cost);
        }
        return best;
    }

    /// From a settlement to a place of a break: along the network, or straight onto it there.
    [[nodiscard]] std::int64_t cost_to(const paths::CostsTo& costs, const PlaceOnLine& place,
                                       const geo::GridPoint& settlement) const {
        const auto best = costs.from(entries_.of(settlement));
        if (!entries_.may_enter_anywhere(place.line)) return best;
        const auto leg = entries_.at(settlement, place.line, place.segment, place.t);
        return leg ? std::min(best, leg->cost) : best;
    }

    std::size_t keep_most_promising() {
        std::ranges::stable_sort(crossings_, [](const Crossing& one, const Crossing& other) {
            return one.candidates.size() > other.candidates.size();
        });
        std::set<std::size_t> left_out;
        const auto most = 2 * question_.most_searches;
        for (auto i = most; i < crossings_.size(); ++i) left_out.insert(crossings_[i].finding);
        crossings_.resize(std::min(crossings_.size(), most));
        return left_out.size();
    }

    /// The candidates that come within the threshold by a break.
    [[nodiscard]] std::vector<std::uint32_t> within_reach(const network::RoadGraph& inward,
                                                          const Crossing& crossing) const {
        const auto left = question_.threshold - crossing.beyond;
        const paths::CostsTo costs(setting_.network(), inward, crossing.from, left);
        std::vector<std::uint32_t> found;
        for (const auto settlement : crossing.candidates) {
            const auto& place = question_.settlements.places[settlement];
            if (place && cost_to(costs, crossing.from, *place) <= left) found.push_back(settlement);
        }
        return found;
    }

    void search(core::Progress& progress) {
        core::Stage building(progress, 0.0, 0.2);
        const auto inward = build_graph(setting_.network(), Objective::Distance, network::Orientation::Inward,
                                        setting_.parallel, building);
        core::Stage asking(progress, 0.2, 1.0);
        std::vector<std::vector<std::uint32_t>> found(crossings_.size());
        core::parallel_for(crossings_.size(), {.threads = setting_.parallel.threads, .grain = 1}, asking,
                           [&](std::size_t begin, std::size_t end) {
                               for (auto i = begin; i < end; ++i) found[i] = within_reach(inward, crossings_[i]);
                           });
        for (std::size_t i = 0; i < crossings_.size(); ++i) {
            auto& gaining = gaining_[crossings_[i].finding];
            gaining.insert(gaining.end(), found[i].begin(), found[i].end());
        }
    }

    [[nodiscard]] std::optional<Gain> gain_of(const Finding& finding, std::vector<std::uint32_t>& gaining) const {
        if (!finding.is_break()) return std::nullopt;
        std::ranges::sort(gaining);
        const auto repeated = std::ranges::unique(gaining);
        gaining.erase(repeated.begin(), repeated.end());
        Gain gain{gaining.size(), std::nullopt};
        if (gaining.empty() && question_.settlements.has_families) gain.families = 0.0;
        for (const auto settlement : gaining) {
            const auto& families = question_.settlements.families[settlement];
            if (families) gain.families = gain.families.value_or(0.0) + *families;
        }
        return gain;
    }

    const GainQuestion& question_;
    const SearchSetting& setting_;
    paths::Nearest nearest_;
    network::AccessLegs entries_;
    network::AccessLegs exits_;
    geo::NearestPoints facilities_;
    std::vector<std::vector<std::uint32_t>> by_component_;  ///< settlements that are not connected
    std::vector<std::uint32_t> needy_;
    geo::NearestPoints places_{{}};  ///< of the needy
    std::vector<Crossing> crossings_;
    std::vector<std::vector<std::uint32_t>> gaining_;  ///< finding by finding
};

}  // namespace

BreakGains find_gains(const GainQuestion& question, const SearchSetting& setting, std::span<const Finding> findings,
                      core::Progress& progress) {
    core::Stage building(progress, 0.0, 0.3);
    GainSearch search(question, setting, building);
    core::Stage searching(progress, 0.3, 1.0);
    return search.run(findings, searching);
}

}  // namespace desakota::analyses
