#pragma once

#include <string>
#include <vector>

#include "engine/core/text.h"
#include "engine/report/pdf_pages.h"
#include "engine/report/report.h"

namespace desakota::report {

struct PdfColumn {
    std::string heading;
    double share = 1.0;  ///< of the width, beside the others'
    PdfAlign align = PdfAlign::Left;
};

/// A table with its headings repeated on every page. A row stays on one page; a cell ends after kMostCellLines lines.
inline constexpr int kMostCellLines = 12;
void draw_table(PdfPages& pages, const std::vector<PdfColumn>& columns,
                const std::vector<std::vector<std::string>>& rows);

/// A table of the report, with as many of its columns and rows as paper can take; what is left out is said below.
/// A table of up to kMostPdfRows rows is shown whole, of a longer one the first kFirstPdfRows.
inline constexpr std::size_t kMostPdfRows = 60;
inline constexpr std::size_t kFirstPdfRows = 20;
void draw_report_table(PdfPages& pages, const Table& table, const Report& report, core::Language language);

}  // namespace desakota::report
