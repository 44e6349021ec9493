#pragma once

#include <vector>

#include "engine/report/report.h"
#include "engine/study/results.h"
#include "engine/study/settlement_rows.h"

namespace desakota::study {

/// The charts that the study's runs allow: the Lorenz curve, the Sajogyo classes, families by distance class and
/// season, distance against poverty, rank intervals. Shares are in per cent, distances in kilometres. Withheld figures
/// are missing from the results and so from the charts.
[[nodiscard]] std::vector<report::Chart> report_charts(const StudyResults& results,
                                                       const StudySettlements& settlements);

}  // namespace desakota::study
