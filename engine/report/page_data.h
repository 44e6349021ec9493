#pragma once

#include <string>
#include <vector>

#include "engine/core/text.h"
#include "engine/report/page_table.h"
#include "engine/report/report.h"

namespace desakota::report {

/// All that the page's scripts need, as JSON that may stand inside a <script>: the page's texts, the map, the tables
/// (the priority list first), the settlements' cards, the charts, and the pool of their texts.
[[nodiscard]] std::string page_data(const Report& report, const std::vector<PageTable>& tables,
                                    core::Language language);

}  // namespace desakota::report
