#include "engine/report/pdf_report.h"

#include <algorithm>
#include <vector>

#include "engine/report/page_texts.h"
#include "engine/report/pdf_charts.h"
#include "engine/report/pdf_pages.h"
#include "engine/report/pdf_parts.h"
#include "engine/report/pdf_tables.h"

namespace desakota::report {
namespace {

// What is done of the document after each part of the work, as measured.
constexpr double kMapsEnd = 0.8;
constexpr double kSettlementsEnd = 0.85;
constexpr double kTablesEnd = 0.95;

void draw_charts(PdfPages& pages, const Report& report, core::Language language) {
    if (report.charts.empty()) return;
    constexpr double kChart = 260.0;
    pages.heading(page_text("charts").in(language), 1, kChart);
    std::vector<const Chart*> rest;
    rest.reserve(report.charts.size());
    for (const auto& chart : report.charts) rest.push_back(&chart);
    while (!rest.empty()) {
        // The next that fits fills the page before a larger one begins another.
        const auto fitting =
            std::ranges::find_if(rest, [&](const Chart* chart) { return chart_height(*chart) <= pages.room(); });
        const auto next = fitting == rest.end() ? rest.begin() : fitting;
        draw_chart(pages, **next, language);
        rest.erase(next);
    }
}

void draw_tables(PdfPages& pages, const Report& report, core::Language language, core::Progress& progress) {
    constexpr double kWithSubtitle = 120.0;
    bool is_first = true;
    for (const auto& table : report.tables) {
        if (table.layer == nullptr || table.layer->row_count == 0 || !table.is_main) continue;
        if (is_first) pages.heading(page_text("tables").in(language), 1, kWithSubtitle);
        is_first = false;
        draw_report_table(pages, table, report, language);
        progress.step(kSettlementsEnd);
    }
    const auto others = std::ranges::count_if(report.tables, [](const Table& table) { return !table.is_main; });
    if (is_first || others == 0) return;
    pages.paragraph(core::format_text("Further tables in tables.xlsx: {}.", "Tabel lainnya di tables.xlsx: {}.", others)
                        .in(language),
                    kSmallText);
}

}  // namespace

std::string pdf_report(const Report& report, const PagePictures& pictures, core::Language language,
                       core::Progress& progress) {
    const auto& title = report.title.in(language);
    auto foot = report.office.name;
    for (const auto& part : {title, report.office.date}) {
        if (!part.empty()) foot += (foot.empty() ? "" : " · ") + part;
    }
    PdfPages pages({title, report.office.name, foot}, language);
    draw_title(pages, report, language);
    draw_findings(pages, report, language);
    draw_priorities(pages, report, language);
    core::Stage drawing(progress, 0.0, kMapsEnd);
    draw_maps(pages, report, pictures, language, drawing);
    draw_charts(pages, report, language);
    draw_settlements(pages, report, language);
    progress.step(kSettlementsEnd);
    draw_tables(pages, report, language, progress);
    progress.step(kTablesEnd);
    draw_passport(pages, report, language);
    draw_methods(pages, report, language);
    draw_limits(pages, report, language);
    draw_sources(pages, report, language);
    return pages.finish();
}

}  // namespace desakota::report
