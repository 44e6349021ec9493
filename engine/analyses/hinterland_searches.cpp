#include "engine/analyses/hinterland_searches.h"

#include <algorithm>
#include <utility>

#include "engine/paths/cost_matrix.h"

namespace desakota::analyses {
namespace {

core::Text a_centre() {
    return {"a centre", "pusat"};
}

PlaceSelection all_places(const Destinations& centres) {
    return select_places(centres, std::vector<bool>(centres.size(), true));
}

/// Whether each centre has one place, so that places and centres have the same numbers.
bool has_one_place_each(const PlaceSelection& selection, std::size_t centres) {
    if (selection.features.size() != centres) return false;
    for (std::uint32_t i = 0; i < centres; ++i) {
        if (selection.features[i] != i) return false;
    }
    return true;
}

/// The settlements that have a location.
struct Located {
    std::vector<std::uint32_t> settlements;
    std::vector<geo::GridPoint> places;
};
Located located(const Settlements& settlements) {
    Located all;
    for (std::uint32_t i = 0; i < settlements.size(); ++i) {
        const auto& place = settlements.places[i];
        if (!place) continue;
        all.settlements.push_back(i);
        all.places.push_back(*place);
    }
    return all;
}

hinterland::InteractionInput interaction_input(const HinterlandQuestion& question, const core::CostMatrix& costs) {
    hinterland::InteractionInput input;
    // All rows stand one after the other.
    if (costs.rows() > 0) input.costs = {costs.row(0).data(), costs.rows() * costs.columns()};
    input.masses = question.masses;
    input.decay = &question.decay;
    input.reference_mass = question.reference_mass;
    input.settlement_multipliers = question.settlement_multipliers;
    input.centre_multipliers = question.centre_multipliers;
    input.populations = question.populations;
    if (question.settlements.has_families) input.families = question.settlements.families;
    input.population_exponent = question.population_exponent;
    input.mass_exponent = question.mass_exponent;
    input.outside = question.outside;
    input.margin = question.margin;
    return input;
}

/// Fills the rows of one run.
class RowFinder {
public:
    RowFinder(const HinterlandQuestion& question, const HinterlandFindings& findings, const SearchSetting& setting)
        : question_(question),
          findings_(findings),
          setting_(setting),
          selection_(all_places(question.centres)),
          rows_(question.settlements.size()) {}

    std::vector<WayRow> run(Verification& verification, core::Progress& progress) {
        core::Stage nearest(progress, 0.0, 0.3);
        ask_nearest(verification, nearest);
        core::Stage chosen(progress, 0.3, 1.0);
        ask_main_centres(chosen);
        return std::move(rows_);
    }

private:
    [[nodiscard]] const std::optional<hinterland::CentreTie>& main_of(std::uint32_t settlement) const {
        return findings_.interactions.settlements[settlement].main;
    }

    /// The nearest centre of those without a main one: how far it is, or why there is no way.
    void ask_nearest(Verification& verification, core::Progress& progress) {
        core::Stage building(progress, 0.0, 0.5);
        const paths::Nearest nearest(setting_.network(), selection_.places, setting_.options(setting_.cost()),
                                     setting_.parallel, building);
        std::vector<std::uint32_t> members;
        std::vector<std::optional<geo::GridPoint>> places;
        for (std::uint32_t i = 0; i < rows_.size(); ++i) {
            if (main_of(i)) continue;
            members.push_back(i);
            places.push_back(question_.settlements.places[i]);
        }
        core::Stage asking(progress, 0.5, 0.9);
        auto found = find_ways(nearest, {question_.centres, selection_, a_centre()}, places, setting_, asking);
        for (std::size_t i = 0; i < members.size(); ++i) rows_[members[i]] = std::move(found[i]);
        core::Stage checking(progress, 0.9, 1.0);
        verification.check(nearest, question_.settlements.places, {}, checking);
    }

    void ask_main_centres(core::Progress& progress) {
        std::vector<geo::GridPoint> places;
        std::vector<std::uint32_t> settlements;
        std::vector<std::uint32_t> centres;
        for (std::uint32_t i = 0; i < rows_.size(); ++i) {
            const auto& main = main_of(i);
            const auto& place = question_.settlements.places[i];
            if (!main || !place) continue;
            settlements.push_back(i);
            places.push_back(*place);
            centres.push_back(static_cast<std::uint32_t>(main->centre));
        }
        const auto choices = choose_places(settlements, places, progress);
        const paths::CostQuestion ways{setting_.network(), places, selection_.places,
                                       setting_.options(setting_.cost())};
        core::Stage visiting(progress, 0.1, 1.0);
        paths::visit_chosen_ways(ways, choices, setting_.parallel, visiting,
                                 [&](const paths::Nearest& nearest, std::span<const std::uint32_t> members) {
                                     fill_rows(nearest, centres[members.front()], members, settlements);
                                 });
    }

    /// Which place of its main centre each settlement goes to.
    std::vector<paths::Choice> choose_places(const std::vector<std::uint32_t>& settlements,
                                             const std::vector<geo::GridPoint>& places, core::Progress& progress) {
        std::vector<paths::Choice> choices(settlements.size());
        const bool one_each = has_one_place_each(selection_, question_.centres.size());
        for (std::size_t i = 0; i < settlements.size(); ++i) {
            const auto main = main_of(settlements[i]).value_or(hinterland::CentreTie{});
            choices[i].cost = main.cost;
            if (one_each) choices[i].destination = static_cast<std::uint32_t>(main.centre);
        }
        if (one_each) return choices;
        core::Stage stage(progress, 0.0, 0.1);
        const paths::CostQuestion costs{setting_.network(), places, selection_.places,
                                        setting_.options(setting_.cost())};
        const auto matrix = paths::cost_matrix(costs, setting_.parallel, stage);
        for (std::size_t i = 0; i < settlements.size(); ++i) {
            const auto main = main_of(settlements[i]).value_or(hinterland::CentreTie{});
            for (std::uint32_t place = 0; place < selection_.places.size(); ++place) {
                if (selection_.features[place] != main.centre || matrix.at(i, place) != main.cost) continue;
                choices[i].destination = place;
                break;
            }
        }
        return choices;
    }

    void fill_rows(const paths::Nearest& nearest, std::uint32_t centre, std::span<const std::uint32_t> members,
                   const std::vector<std::uint32_t>& settlements) {
        const PlaceSelection place{{nearest.destinations().front()}, {centre}};
        std::vector<std::optional<geo::GridPoint>> places;
        places.reserve(members.size());
        for (const auto member : members) places.push_back(question_.settlements.places[settlements[member]]);
        core::SilentProgress silent;
        auto found = find_ways(nearest, {question_.centres, place, a_centre()}, places, setting_, silent);
        for (std::size_t i = 0; i < members.size(); ++i) rows_[settlements[members[i]]] = std::move(found[i]);
    }

    const HinterlandQuestion& question_;
    const HinterlandFindings& findings_;
    const SearchSetting& setting_;
    PlaceSelection selection_;
    std::vector<WayRow> rows_;
};

}  // namespace

HinterlandCosts find_hinterland_costs(const HinterlandQuestion& question, const SearchSetting& setting,
                                      core::Progress& progress) {
    auto from = located(question.settlements);
    const auto to = all_places(question.centres);
    const auto options = setting.options(setting.cost());
    // The ways between centres hardly take longer when they are found along with the others.
    const bool with_centres = options.cutoff >= core::kUnreachable;
    if (with_centres) from.places.insert(from.places.end(), to.places.begin(), to.places.end());
    auto found = paths::cost_matrix({setting.network(), from.places, to.places, options}, setting.parallel, progress);
    HinterlandCosts costs;
    if (with_centres) costs.between_centres = found.take_rows(from.settlements.size());
    const bool all_located = from.settlements.size() == question.settlements.size();
    if (all_located && has_one_place_each(to, question.centres.size())) {
        costs.to_centres = std::move(found);
        return costs;
    }
    costs.to_centres = core::CostMatrix(question.settlements.size(), question.centres.size());
    for (std::size_t i = 0; i < from.settlements.size(); ++i) {
        const auto row = costs.to_centres.row(from.settlements[i]);
        for (std::size_t place = 0; place < to.places.size(); ++place) {
            auto& least = row[to.features[place]];
            least = std::min(least, found.at(i, place));
        }
    }
    return costs;
}

HinterlandFindings find_hinterlands(const HinterlandQuestion& question, HinterlandCosts costs,
                                    const SearchSetting& setting, Verification& verification,
                                    core::Progress& progress) {
    HinterlandFindings findings;
    findings.costs = std::move(costs.to_centres);
    findings.between_centres = std::move(costs.between_centres);
    core::Stage tying(progress, 0.0, 0.2);
    findings.interactions = hinterland::interactions(interaction_input(question, findings.costs), question.listed,
                                                     setting.parallel.threads, tying);
    core::Stage asking(progress, 0.2, 1.0);
    findings.rows = RowFinder(question, findings, setting).run(verification, asking);
    return findings;
}

}  // namespace desakota::analyses
