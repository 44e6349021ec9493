#include "engine/analyses/centre_searches.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace desakota::analyses {
namespace {

using Features = std::vector<std::uint32_t>;
using Members = std::vector<std::uint32_t>;
using Level = std::optional<CentreLevel>;

/// The word for what is looked for.
core::Text wanted(const Level& level) {
    if (!level) return {"a centre", "pusat"};
    switch (*level) {
        case CentreLevel::Skp:
            return {"an SKP centre", "pusat SKP"};
        case CentreLevel::Kawasan:
            return {"a kawasan centre", "pusat kawasan"};
        case CentreLevel::Kabupaten:
            break;
    }
    return {"a kabupaten centre", "pusat kabupaten"};
}

Features features_of(const std::vector<bool>& chosen) {
    Features features;
    for (std::uint32_t i = 0; i < chosen.size(); ++i) {
        if (chosen[i]) features.push_back(i);
    }
    return features;
}

/// Settlements by the centres that they may go to: each group has its own search. An empty list of centres: none.
std::map<Features, Members> group_by_centres(const CentreInput& input, const Level& level) {
    const auto chosen = input.centres.of_level(level);
    const auto all = features_of(chosen);
    std::map<Features, Members> groups;
    for (std::uint32_t settlement = 0; settlement < input.settlements.size(); ++settlement) {
        if (input.centres.named.empty()) {
            groups[all].push_back(settlement);
            continue;
        }
        Features own;
        std::ranges::copy_if(input.centres.named[settlement], std::back_inserter(own),
                             [&](std::uint32_t centre) { return chosen[centre]; });
        std::ranges::sort(own);
        groups[own.empty() && level ? all : own].push_back(settlement);
    }
    return groups;
}

/// One search for a group of settlements.
class GroupSearch {
public:
    GroupSearch(const CentreInput& input, const Level& level, const SearchSetting& setting)
        : input_(input), level_(level), setting_(setting) {}

    std::vector<WayRow> run(const Features& centres, const Members& members, Verification& verification,
                            core::Progress& progress) const {
        std::vector<bool> chosen(input_.centres.destinations.size(), false);
        for (const auto centre : centres) chosen[centre] = true;
        const Target target{input_.centres.destinations, select_places(input_.centres.destinations, chosen),
                            wanted(level_)};
        core::Stage building(progress, 0.0, 0.5);
        const paths::Nearest nearest(setting_.network(), target.selection.places, setting_.options(setting_.cost()),
                                     setting_.parallel, building);
        std::vector<std::optional<geo::GridPoint>> places;
        for (const auto settlement : members) places.push_back(input_.settlements.places[settlement]);
        core::Stage asking(progress, 0.5, 0.9);
        auto rows = find_ways(nearest, target, places, setting_, asking);
        core::Stage checking(progress, 0.9, 1.0);
        verification.check(nearest, input_.settlements.places, members, checking);
        return rows;
    }

    /// Rows of settlements that name no centre.
    [[nodiscard]] WayRow without_centre(std::uint32_t settlement) const {
        WayRow row;
        if (input_.settlements.places[settlement]) row.status = RowStatus::NoDestination;
        const ReasonContext context{setting_.network(), wanted(level_), setting_.options(setting_.cost())};
        row.reason = unreached_reason(context, row.status, std::nullopt).in(setting_.language);
        return row;
    }

private:
    const CentreInput& input_;
    const Level& level_;
    const SearchSetting& setting_;
};

}  // namespace

std::vector<Level> CentreInput::levels() const {
    if (!centres.has_levels) return {std::nullopt};
    return {CentreLevel::Skp, CentreLevel::Kawasan, CentreLevel::Kabupaten};
}

std::vector<WayRow> find_centre_ways(const CentreInput& input, Level level, const SearchSetting& setting,
                                     Verification& verification, core::Progress& progress) {
    std::vector<WayRow> rows(input.settlements.size());
    const auto groups = group_by_centres(input, level);
    const GroupSearch search(input, level, setting);
    double done = 0.0;
    for (const auto& [centres, members] : groups) {
        const double share = 1.0 / static_cast<double>(groups.size());
        core::Stage stage(progress, done, done + share);
        done += share;
        // Without levels, an empty list stands for settlements that name no centre.
        if (centres.empty() && !level) {
            for (const auto settlement : members) rows[settlement] = search.without_centre(settlement);
            continue;
        }
        auto found = search.run(centres, members, verification, stage);
        for (std::size_t i = 0; i < members.size(); ++i) rows[members[i]] = std::move(found[i]);
    }
    return rows;
}

}  // namespace desakota::analyses
