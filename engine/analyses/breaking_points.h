#pragma once

#include "engine/analyses/arguments.h"
#include "engine/analyses/catalogue.h"
#include "engine/analyses/hinterland_question.h"
#include "engine/analyses/search_setting.h"

namespace desakota::analyses {

/// hinterland_interaction_breaking_points: always there.
[[nodiscard]] OutputLayer declare_breaking_points();

/// One row a pair of neighbouring centres (neighbouring_centres.h): where, on the way from the first to the second,
/// their pull is alike (hinterland/breaking_point.h); points in the settlements' coordinate system. Of centres with
/// several places, the way between the two that costs least; the cutoff does not bound it. A pair without a way has a
/// status and no point. Costs in metres or, where the run's are times, in minutes.
[[nodiscard]] layers::Layer make_breaking_points(const HinterlandQuestion& question, const HinterlandFindings& findings,
                                                 const layers::Layer& settlement_layer, const SearchSetting& setting,
                                                 RunContext& context);

}  // namespace desakota::analyses
