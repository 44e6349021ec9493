#pragma once

#include "engine/analyses/catalogue.h"
#include "engine/analyses/family_places.h"
#include "engine/analyses/hinterland_question.h"
#include "engine/analyses/road_input.h"
#include "engine/analyses/search_setting.h"

namespace desakota::analyses {

/// What a question about hinterlands is asked of.
struct HinterlandInput {
    HinterlandQuestion question;
    FamilySources families;
    RoadInput roads;
};

/// Settlements, centres, roads, decay, and how ties are told; in the order in which front ends show them.
[[nodiscard]] std::vector<Parameter> hinterland_parameters();

/// Reads them; what is wrong with the content goes to the diagnostics as errors.
[[nodiscard]] HinterlandInput read_hinterland_input(Arguments& arguments, RunContext& context);

/// Builds the network (taking the input's roads) and places the families of the question.
[[nodiscard]] SearchSetting prepare_hinterland_search(HinterlandInput& input, const Arguments& arguments,
                                                      RunContext& context);

}  // namespace desakota::analyses
