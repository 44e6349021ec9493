#pragma once

#include <optional>
#include <vector>

#include "engine/analyses/catalogue.h"
#include "engine/analyses/centre_facilities.h"
#include "engine/analyses/family_places.h"
#include "engine/analyses/hinterland_question.h"
#include "engine/analyses/observed_flows.h"
#include "engine/analyses/programme_activities.h"
#include "engine/analyses/road_input.h"
#include "engine/analyses/search_setting.h"
#include "engine/analyses/tie_factors.h"

namespace desakota::analyses {

/// What a question about hinterlands is asked of.
struct HinterlandInput {
    HinterlandQuestion question;
    FamilySources families;
    RoadInput roads;
    CentreFacilities facilities;
    TieFactors factors;
    std::optional<ObservedFlowTable> flows;
    std::optional<Programme> programme;
};

/// Settlements, centres, decay, what else is asked, roads; in the order in which front ends show them.
[[nodiscard]] std::vector<Parameter> hinterland_parameters();

/// Reads them; what is wrong with the content goes to the diagnostics as errors.
[[nodiscard]] HinterlandInput read_hinterland_input(Arguments& arguments, RunContext& context);

/// The decay fitted to the observed flows where there are any, else the question's own. Errors: flows that no decay
/// fits.
[[nodiscard]] access::Decay hinterland_decay(const HinterlandInput& input, const core::CostMatrix& costs,
                                             const RunContext& context);

/// Builds the network (taking the input's roads) and places the families of the question.
[[nodiscard]] SearchSetting prepare_hinterland_search(HinterlandInput& input, const Arguments& arguments,
                                                      RunContext& context);

}  // namespace desakota::analyses
