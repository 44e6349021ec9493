#pragma once

#include "engine/analyses/hinterland_question.h"
#include "engine/analyses/search_setting.h"
#include "engine/analyses/verification.h"

namespace desakota::analyses {

/// The costs of all settlements to all centres (features; of several places the nearest), in the unit of the run's
/// --cost; core::kUnreachable without a way, a location, or beyond the cutoff.
[[nodiscard]] HinterlandCosts find_hinterland_costs(const HinterlandQuestion& question, const SearchSetting& setting,
                                                    core::Progress& progress);

/// Ties and ways from these costs.
[[nodiscard]] HinterlandFindings find_hinterlands(const HinterlandQuestion& question, HinterlandCosts costs,
                                                  const SearchSetting& setting, Verification& verification,
                                                  core::Progress& progress);

}  // namespace desakota::analyses
