#pragma once

#include <vector>

#include "engine/report/report.h"
#include "engine/study/results.h"
#include "engine/study/settlement_rows.h"

namespace desakota::study {

/// The cards of the settlements: what each analysis says of them, and its main figures. What is the same in all seasons
/// is said once. Places are points inside the settlements, on WGS 84.
[[nodiscard]] std::vector<report::Settlement> settlement_cards(const StudySettlements& settlements,
                                                               const StudyResults& results);

/// What a card calls the number of its families: its first figure where they are known.
[[nodiscard]] core::Text families_label();

}  // namespace desakota::study
