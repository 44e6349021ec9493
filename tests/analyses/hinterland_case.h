#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/analyses/mini_run.h"
#include "tests/support/drawn_network.h"

#include "engine/analyses/hinterland_question.h"
#include "engine/analyses/search_setting.h"
#include "engine/geo/measure.h"
#include "engine/paths/cost_matrix.h"

namespace desakota::analyses {

inline core::SilentProgress silent_progress;  // NOLINT: tests run one at a time

using Roads = std::vector<test_support::DrawnLine>;

/// A question about centres and settlements on a drawn network, its findings, and what surrounds a run.
struct HinterlandCase {
    core::Diagnostics diagnostics;
    HinterlandQuestion question;
    HinterlandFindings findings;
    SearchSetting setting;
    layers::Layer settlement_layer;

    explicit HinterlandCase(const Roads& roads) : HinterlandCase(test_support::network_of(roads)) {}
    explicit HinterlandCase(network::RoadNetwork network) {
        setting.shared_network = std::make_shared<network::RoadNetwork>(std::move(network));
        setting.parallel = {.threads = 2};
        question.decay = access::Exponential{10'000'000.0};
        settlement_layer.crs = geo::wgs84_wkt();
        settlement_layer.geometry_type = geo::GeometryType::Point;
    }

    [[nodiscard]] RunContext context(core::Progress& progress = silent_progress, int threads = 2) {
        return {progress, diagnostics, core::Language::English, threads};
    }

    /// Places in the drawn metres; several for a multi-point.
    void add_centre(const std::string& id, const std::vector<geo::GridPoint>& places, double mass) {
        for (const auto& place : places) {
            question.centres.places.push_back(place);
            question.centres.features.push_back(static_cast<std::uint32_t>(question.centres.ids.size()));
        }
        question.centres.ids.push_back(id);
        question.centres.names.emplace_back("Pusat " + id);
        question.masses.push_back(mass);
    }
    void add_settlement(const std::string& id, const std::optional<geo::GridPoint>& place, double people = 100.0) {
        question.settlements.ids.push_back(id);
        question.settlements.names.emplace_back("Desa " + id);
        question.settlements.places.push_back(place);
        question.settlements.families.emplace_back(people / 4.0);
        question.settlements.has_families = true;
        question.populations.emplace_back(people);
        if (place) settlement_layer.geometry.add_part(geo::PartRole::Point, {{geo::to_degrees(*place)}});
        settlement_layer.geometry.end_feature();
        ++settlement_layer.row_count;
    }

    /// Costs, ties and the way to each main centre.
    void find() {
        setting.access.objective = question.cost;
        find_costs();
        question.reference_mass = hinterland::greatest_mass(question.masses);
        hinterland::InteractionInput input;
        std::vector<std::int64_t> costs;
        for (std::size_t i = 0; i < findings.costs.rows(); ++i) {
            costs.insert(costs.end(), findings.costs.row(i).begin(), findings.costs.row(i).end());
        }
        input.costs = costs;
        input.masses = question.masses;
        input.decay = &question.decay;
        input.reference_mass = question.reference_mass;
        input.populations = question.populations;
        input.families = question.settlements.families;
        findings.interactions = hinterland::interactions(input, 10, 2, silent_progress);
        find_rows();
    }

private:
    void find_costs() {
        const auto& places = question.settlements.places;
        findings.costs = core::CostMatrix(places.size(), question.centres.size());
        for (std::size_t i = 0; i < places.size(); ++i) {
            if (!places[i]) continue;
            const auto costs = paths::cost_matrix(
                {setting.network(), {&*places[i], 1}, question.centres.places, setting.options(question.cost)}, {},
                silent_progress);
            for (std::size_t j = 0; j < question.centres.places.size(); ++j) {
                auto& cost = findings.costs.row(i)[question.centres.features[j]];
                cost = std::min(cost, costs.at(0, j));
            }
        }
    }
    void find_rows() {
        for (std::size_t i = 0; i < question.settlements.size(); ++i) {
            const auto& main = findings.interactions.settlements[i].main;
            std::vector<bool> chosen(question.centres.size(), false);
            if (main) chosen[main->centre] = true;
            const Target target{question.centres, select_places(question.centres, chosen), {"a centre", "pusat"}};
            const paths::Nearest nearest(setting.network(), target.selection.places, setting.options(question.cost), {},
                                         silent_progress);
            findings.rows.push_back(
                find_ways(nearest, target, {&question.settlements.places[i], 1}, setting, silent_progress).front());
        }
    }
};

/// Geodesic metres of all lines of a feature.
[[nodiscard]] inline double line_metres(const layers::Layer& layer, std::size_t feature) {
    double metres = 0.0;
    const auto range = layer.geometry.parts(feature);
    for (auto part = range.first; part < range.last; ++part) {
        const auto course = layer.geometry.coordinates(part);
        for (std::size_t i = 0; i + 1 < course.size(); ++i) {
            metres += geo::distance(geo::to_grid(course[i]), geo::to_grid(course[i + 1]));
        }
    }
    return metres;
}

}  // namespace desakota::analyses
