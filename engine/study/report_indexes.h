#pragma once

#include <vector>

#include "engine/report/report.h"
#include "engine/study/results.h"
#include "engine/study/settlement_rows.h"
#include "engine/study/study.h"

namespace desakota::study {

/// Every way of drawing every main layer, and the companions that are worth a map of their own (hinterlands, groups,
/// programme reach ...); of these every way that the study asks for; legs, routes and network components are left out.
/// Ids occur once.
[[nodiscard]] std::vector<report::Index> report_indexes(const StudyResults& results,
                                                        const StudySettlements& settlements,
                                                        const std::vector<StudyMap>& asked);

/// The study's inputs for orientation, quietly drawn, the lowest first: the area (without one the settlements, where
/// they are polygons), rivers, roads, ferries, facilities, centres.
[[nodiscard]] std::vector<report::Background> report_background(const StudyResults& results,
                                                                const StudySettlements& settlements);

}  // namespace desakota::study
