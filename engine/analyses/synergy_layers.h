#pragma once

#include <optional>
#include <vector>

#include "engine/analyses/synergy_input.h"
#include "engine/core/text.h"
#include "engine/layers/layer.h"
#include "engine/maps/style.h"
#include "engine/planning/synergy.h"

namespace desakota::analyses {

/// What was found of one area.
struct SynergyFinding {
    planning::Assessment assessment;
    std::optional<planning::Lift> lift;
};
/// Of all areas, row for row.
[[nodiscard]] std::vector<SynergyFinding> find_synergy(const SynergyAreas& areas, core::Progress& progress);

/// Why the area is in its category, or what is missing: one to three sentences.
[[nodiscard]] core::Text synergy_reason(const SynergyArea& area, const planning::Assessment& assessment);
/// The smallest change that gives a better category, as a sentence.
[[nodiscard]] core::Text lift_sentence(const SynergyFinding& finding);

/// area_id, area_name, the four ratings, derived, category, rule, reason, next_category, lift_steps, what_would_lift,
/// drivers, obstacles, obstacle_triggers, status.
[[nodiscard]] std::vector<layers::ColumnDefinition> synergy_columns();
/// With the areas' geometry.
[[nodiscard]] layers::Layer make_synergy_layer(const SynergyAreas& areas, const std::vector<SynergyFinding>& findings,
                                               const layers::Layer& area_layer, RunContext& context);

/// area_id, area_name, factor, factor_name, role, trigger, influence: a row for each area and factor.
[[nodiscard]] std::vector<layers::ColumnDefinition> factor_columns();
[[nodiscard]] layers::Layer make_factor_table(const SynergyAreas& areas, RunContext& context);

/// By category.
[[nodiscard]] std::vector<maps::Style> synergy_styles();

}  // namespace desakota::analyses
