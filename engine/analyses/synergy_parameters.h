#pragma once

#include <string>
#include <vector>

#include "engine/analyses/catalogue.h"
#include "engine/planning/synergy_factors.h"
#include "engine/planning/synergy_indicators.h"

namespace desakota::analyses {

/// The parameters of `synergy`: the areas, the rating of each dimension, the indicators, the factors.
[[nodiscard]] std::vector<Parameter> synergy_parameters();

/// The field parameters' names: "system-field", "clusters-field", "leadership-factor-field".
[[nodiscard]] std::string dimension_field(planning::Dimension dimension);
[[nodiscard]] std::string indicator_field(planning::Indicator indicator);
[[nodiscard]] std::string factor_field(const planning::Factor& factor);

}  // namespace desakota::analyses
