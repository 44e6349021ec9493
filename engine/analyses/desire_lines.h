#pragma once

#include <vector>

#include "engine/analyses/arguments.h"
#include "engine/analyses/catalogue.h"
#include "engine/analyses/hinterland_question.h"

namespace desakota::analyses {

/// hinterland_interaction_desire_lines: always there.
[[nodiscard]] OutputLayer declare_desire_lines();
/// By flow, which a run without populations does not have, and by share.
[[nodiscard]] std::vector<maps::Style> desire_line_styles(bool has_flows);

/// One row a settlement with a main centre, in the settlements' order and coordinate system: straight from the
/// settlement's place to the centre's, or the course of the way where routes were asked for. Of a centre with several
/// places, the one to which the way leads. `flow` and `flow_ratio` only where there are populations, `total_min` only
/// where costs are times.
[[nodiscard]] layers::Layer make_desire_lines(const HinterlandQuestion& question, const HinterlandFindings& findings,
                                              const layers::Layer& settlement_layer, RunContext& context);

}  // namespace desakota::analyses
