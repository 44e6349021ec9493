#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/analyses/catalogue.h"
#include "engine/analyses/scenario_searches.h"
#include "engine/analyses/summary_table.h"

namespace desakota::analyses {

/// A road of the scenario as it was drawn.
enum class LinkChange : std::uint8_t { Added, Removed, Changed };
struct ScenarioLink {
    LinkChange change = LinkChange::Added;
    std::int64_t feature_id = 0;   ///< in its layer
    core::Millimetres length = 0;  ///< whole
    bool connected = true;         ///< an added road: whether it meets any road of the base
    std::vector<geo::GridPoint> course;
};

/// All that a comparison found.
struct ScenarioOutcome {
    const ScenarioQuestion& question;
    const ScenarioFindings& findings;
    std::vector<ScenarioLink> links;
    std::string season;  ///< that of the scenario where it is another than the base's; else empty
    std::optional<double> cost;
    bool has_roads = false;  ///< whether roads are added, removed or changed at all
};

/// compare_scenarios, compare_scenarios_summary, compare_scenarios_links, with every column that a run can have.
[[nodiscard]] std::vector<OutputLayer> scenario_outputs();
/// The same with the columns of one run.
[[nodiscard]] std::vector<OutputLayer> scenario_outputs(const ScenarioOutcome& outcome);

/// What the summary pools: families and shares beyond, gained and lost.
[[nodiscard]] SummaryInput scenario_summary(const ScenarioOutcome& outcome);
[[nodiscard]] layers::Layer make_scenario_layer(const ScenarioOutcome& outcome, const layers::Layer& settlements,
                                                core::Language language);
[[nodiscard]] layers::Layer make_scenario_links(const ScenarioOutcome& outcome, const std::string& crs,
                                                RunContext& context);

/// How a settlement's way changes: "newly_reached", "nearer", "unchanged", "farther", "no_longer_reached",
/// "not_reached"; empty without a location.
[[nodiscard]] std::string_view effect_of(const CostFindings& findings, std::size_t settlement);
/// The same in a sentence, with the facilities' names and the families that it brings within the threshold.
[[nodiscard]] core::Text effect_sentence(const ScenarioOutcome& outcome, std::size_t settlement);

/// A number of families for a sentence, to a tenth where it is no whole one and small.
[[nodiscard]] core::Text families_text(double families);

/// Figures and summary sentences.
void add_scenario_answer(Results& results, const ScenarioOutcome& outcome, const SummaryInput& pooled);

}  // namespace desakota::analyses
