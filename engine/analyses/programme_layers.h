#pragma once

#include <vector>

#include "engine/analyses/arguments.h"
#include "engine/analyses/catalogue.h"
#include "engine/analyses/programme_findings.h"

namespace desakota::analyses {

/// coverage_share, poor_coverage_share, inclusion_error_share, exclusion_error_share: of one settlement or several.
[[nodiscard]] std::vector<layers::ColumnDefinition> reach_share_columns();

/// The layer of settlements: settlement_id, settlement_name, to_centre_m, to_centre_min, activities, reached,
/// participants, poor_participants, coverage_share, poor_coverage_share, inclusion_error_share, exclusion_error_share,
/// unreached_poor, status, reason. Of the two costs the one of the run.
[[nodiscard]] OutputLayer declare_programme_reach();
[[nodiscard]] layers::Layer make_programme_reach(const Programme& programme, const HinterlandQuestion& question,
                                                 const ProgrammeFindings& found, const layers::Layer& settlement_layer,
                                                 RunContext& context);

/// A table of settlements taken together: by bands of cost to the programme's centre (kind "cost_band"), by the values
/// of each group field ("settlement_group"), all of them ("total"); and all of them as the activities of one group
/// reach them ("activity_group").
[[nodiscard]] OutputLayer declare_programme_bands();
[[nodiscard]] layers::Layer make_programme_bands(const Programme& programme, const HinterlandQuestion& question,
                                                 const ProgrammeFindings& found, RunContext& context);

/// Figures, all named programme_..., and sentences: who is covered, whether nearness to the centre decides, and which
/// settlements with poor families are left out.
void add_programme_answer(Results& results, const Programme& programme, const HinterlandQuestion& question,
                          const ProgrammeFindings& found);

}  // namespace desakota::analyses
