#pragma once

#include <vector>

#include "engine/report/report.h"
#include "engine/study/results.h"
#include "engine/study/settlement_rows.h"

namespace desakota::study {

/// The corrections of the data that are worth most, by the families whose status could change; those whose number is
/// not known come last. At most kMostCorrections.
///
///   * Breaks of the road layer whose mending would help (check-network).
///   * Settlements that are not connected, by a gap of at most kSmallGap: looked for where no break was found to help.
///   * Settlements at the edge of the data whose families count as beyond the threshold: what lies outside may be near.
///   * Settlements without a place, without a household in the table, without a number of families.
inline constexpr std::size_t kMostCorrections = 5;
inline constexpr double kSmallGap = 500.0;  ///< metres
[[nodiscard]] std::vector<report::Correction> worthiest_corrections(const StudyResults& results,
                                                                    const StudySettlements& settlements);

}  // namespace desakota::study
