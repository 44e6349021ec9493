#pragma once

#include "engine/report/report.h"
#include "engine/study/results.h"
#include "engine/study/settlement_rows.h"
#include "engine/study/study.h"

namespace desakota::study {

/// The priority list of a study, from whatever of health-access, poverty, food-security and a search for ways was run.
/// A threshold of which no run tells is left out; the rule says which and why. With several seasons each settlement is
/// judged by its worst.
[[nodiscard]] report::PriorityList priority_list(const Study& study, const StudyResults& results,
                                                 const StudySettlements& settlements);

/// Writes into each card of the list its place and points, behind its families.
void add_priorities_to_cards(report::Report& report);

}  // namespace desakota::study
