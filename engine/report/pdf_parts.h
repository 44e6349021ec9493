#pragma once

#include "engine/core/text.h"
#include "engine/report/html_page.h"
#include "engine/report/pdf_pages.h"
#include "engine/report/report.h"

namespace desakota::report {

/// The parts of a report on paper, in the order in which they stand. A part without content draws nothing.
void draw_title(PdfPages& pages, const Report& report, core::Language language);
void draw_findings(PdfPages& pages, const Report& report, core::Language language);
void draw_priorities(PdfPages& pages, const Report& report, core::Language language);
/// Reports, and hears a cancel, after each map.
void draw_maps(PdfPages& pages, const Report& report, const PagePictures& pictures, core::Language language,
               core::Progress& progress);
void draw_settlements(PdfPages& pages, const Report& report, core::Language language);
void draw_passport(PdfPages& pages, const Report& report, core::Language language);
void draw_methods(PdfPages& pages, const Report& report, core::Language language);
void draw_limits(PdfPages& pages, const Report& report, core::Language language);
void draw_sources(PdfPages& pages, const Report& report, core::Language language);

/// How many lines of the priority list, and settlements with their sentences, paper shows.
inline constexpr std::size_t kMostPdfPriorities = 60;
inline constexpr std::size_t kMostPdfSettlements = 60;

}  // namespace desakota::report
