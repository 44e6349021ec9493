#pragma once

#include <vector>

#include "engine/core/text.h"
#include "engine/planning/settlement_priorities.h"
#include "engine/study/results.h"
#include "engine/study/settlement_rows.h"
#include "engine/study/study.h"

namespace desakota::study {

/// One policy threshold as a study's results answer it.
struct AskedThreshold {
    planning::ThresholdFindings findings;
    core::Text title;  ///< as the list names it: "more than 60 min from a health facility"
    core::Text rule;   ///< what missing it means, in a sentence: "a share of poor households above the area's, 35 %"
};

/// The thresholds of which a run tells and whose weight is above 0, in the order health, its time, poverty, food,
/// connection.
[[nodiscard]] std::vector<AskedThreshold> asked_thresholds(const Study& study, const StudyResults& results,
                                                           const StudySettlements& settlements);

/// Why the other thresholds are no criterion, one a threshold: "poverty (calculated for another layer, 5 settlements)".
[[nodiscard]] std::vector<core::Text> left_out_thresholds(const Study& study, const StudyResults& results,
                                                          const StudySettlements& settlements,
                                                          const std::vector<AskedThreshold>& asked);

/// The first column of poor households' shares, without its interval; nullptr where there is none.
[[nodiscard]] const layers::Column* poor_share_column(const layers::Layer& layer);

}  // namespace desakota::study
