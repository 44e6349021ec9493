#pragma once

#include "engine/core/text.h"
#include "engine/report/pdf_pages.h"
#include "engine/report/report.h"

namespace desakota::report {

/// How much of a page a chart takes, in points.
[[nodiscard]] double chart_height(const Chart& chart);

/// A chart with its title and what it shows, as lines that stay sharp at any size. Bars and intervals lie level, one
/// row a category.
void draw_chart(PdfPages& pages, const Chart& chart, core::Language language);

}  // namespace desakota::report
