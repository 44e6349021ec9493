#pragma once

#include <vector>

#include "engine/analyses/hinterland_question.h"
#include "engine/maps/style.h"

namespace desakota::analyses {

/// "50 = 10 km from a centre of mass 2,500 (exponential)": how the index of a run is to be read.
[[nodiscard]] core::Text index_key(const HinterlandQuestion& question);

/// Styles of the main layer: by index, by main centre, by whether it is contested, by distance. Those of a run name its
/// centres and say what 50 means; the declared ones, without a run, do not.
[[nodiscard]] std::vector<maps::Style> hinterland_styles();
[[nodiscard]] std::vector<maps::Style> hinterland_styles(const HinterlandQuestion& question,
                                                         const HinterlandFindings& findings);

/// Centres by the number of settlements in their hinterland.
[[nodiscard]] std::vector<maps::Style> centre_styles();

}  // namespace desakota::analyses
