#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/analyses/arguments.h"
#include "engine/planning/synergy.h"
#include "engine/planning/synergy_factors.h"

namespace desakota::analyses {

/// What is known of one area.
struct SynergyArea {
    planning::SynergyInputs inputs;
    std::vector<planning::Dimension> derived;          ///< from indicators, since they were not rated
    std::vector<std::optional<planning::Role>> roles;  ///< of each of planning::synergy_factors()
};

/// Row for row as in the layer.
struct SynergyAreas {
    std::vector<std::string> ids;  ///< unique
    std::vector<std::optional<std::string>> names;
    std::vector<SynergyArea> areas;
    bool has_factors = false;  ///< whether there is a field of any factor
};

/// Reads the layer `areas`. A dimension's rating holds where it is given; elsewhere it is derived from the indicators
/// where they settle it.
///
///   * A word that is no rating: an error that names the area and lists what is allowed.
///   * Ratings that differ from what the indicators give: a warning that names the areas.
///   * A dimension without any field: a warning; none of the four with one: an error of usage, thrown at once.
[[nodiscard]] SynergyAreas read_synergy_areas(Arguments& arguments, RunContext& context);

}  // namespace desakota::analyses
