#include "engine/report/html_page.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "engine/core/shown_number.h"
#include "engine/report/embedded_text.h"
#include "engine/report/json_text.h"
#include "engine/report/page_data.h"
#include "engine/report/page_table.h"
#include "engine/report/page_texts.h"
#include "engine/report/page_view.h"

namespace desakota::report {
namespace {

constexpr std::array<std::string_view, 10> kScripts{
    "leaflet.js",       "chart.js",         "page/data.js",  "page/symbols.js", "page/map_layers.js",
    "page/map_card.js", "page/map_page.js", "page/table.js", "page/charts.js",  "page/page.js"};

// What is done of a page after each part of the work, as measured.
constexpr double kBegun = 0.05;
constexpr double kTablesEnd = 0.15;
constexpr double kViewEnd = 0.3;
constexpr double kDataEnd = 0.7;

/// Nothing may be loaded, and no other script may run than these, whatever else the page holds.
std::string security_policy() {
    std::string hashes;
    for (const auto script : kScripts) {
        const auto hash = embedded_text(std::string(script) + ".sha256");
        hashes += fmt::format(" 'sha256-{}'", base64(bytes_of_hex(hash)));
    }
    return fmt::format(
        "default-src 'none'; script-src{}; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action "
        "'none'",
        hashes);
}

View scripts_view() {
    ViewList scripts;
    for (const auto name : kScripts) {
        View script;
        script["script"] = View(std::string(embedded_text(name)));
        scripts.push_back(std::move(script));
    }
    return {scripts};
}

View texts_view(core::Language language) {
    View view;
    for (const auto& [key, text] : page_texts()) view[std::string(key)] = View(text.in(language));
    return view;
}

bool is_png(std::string_view bytes) {
    return bytes.starts_with("\x89PNG\r\n");
}

View office_view(const maps::Office& office) {
    View view;
    view["office_name"] = unless_empty_view(office.name);
    view["logo_picture"] =
        is_png(office.logo_png) ? View("data:image/png;base64," + base64(office.logo_png)) : View(false);
    view["signer"] = unless_empty_view(office.signer);
    view["signer_title"] = unless_empty_view(office.signer_title);
    view["number"] = unless_empty_view(office.map_number);
    view["date_written"] = unless_empty_view(office.date);
    return view;
}

std::vector<PageTable> tables_of(const Report& report, core::Language language, core::Progress& progress) {
    std::vector<PageTable> tables{priority_table(report, language)};
    tables.reserve(report.tables.size() + 1);
    for (const auto& table : report.tables) {
        if (!is_on_page(table, report)) continue;
        tables.push_back(page_table(table, report, language));
        progress.step(kBegun);
    }
    return tables;
}

/// Those that readers look for first, or the others.
View tables_view(const std::vector<PageTable>& tables, bool are_main, core::Language language) {
    ViewList list;
    for (std::size_t i = 1; i < tables.size(); ++i) {
        if (tables[i].is_main == are_main) list.push_back(table_view(tables[i], i, language));
    }
    return {list};
}

/// The tables that are too long for the page, with where they are.
View long_tables_view(const Report& report, core::Language language) {
    std::vector<core::Text> sentences;
    for (const auto& table : report.tables) {
        if (is_on_page(table, report)) continue;
        const auto rows = core::shown_number(static_cast<double>(table.layer->row_count), 0, language);
        sentences.push_back(table.title + core::same_text(": ") +
                            core::format_text("{} rows, in tables.xlsx.", "{} baris, ada di tables.xlsx.", rows));
    }
    return text_list_view(sentences, language);
}

View priorities_view(const Report& report, const PageTable& table, core::Language language) {
    const auto& [rule, entries, unknown] = report.priorities;
    auto view = table_view(table, 0, language);
    view["rule"] = unless_empty_view(rule.in(language));
    view["has_entries"] = View(!entries.empty());
    view["has_none"] = View(entries.empty());
    view["unknown"] =
        unless_empty_view(unknown == 0 ? "" : core::shown_number(static_cast<double>(unknown), 0, language));
    return view;
}

View page_view(const Report& report, const PagePictures& pictures, const std::vector<PageTable>& tables,
               core::Language language) {
    View view;
    view["title"] = View(report.title.in(language));
    view["area"] = unless_empty_view(report.area);
    view["office"] = office_view(report.office);
    view["findings"] = text_list_view(report.findings, language);
    view["priorities"] = priorities_view(report, tables.front(), language);
    view["maps"] = maps_view(report, pictures, language);
    view["has_maps"] = View(!report.indexes.empty());
    view["background"] = background_view(report, language);
    view["indicative"] = View(report.boundaries_are_indicative);
    view["tables"] = tables_view(tables, true, language);
    view["has_tables"] = View(!report.tables.empty());
    view["other_tables"] = tables_view(tables, false, language);
    view["has_other_tables"] = View(std::ranges::any_of(tables, [](const PageTable& table) { return !table.is_main; }));
    view["long_tables"] = long_tables_view(report, language);
    view["charts"] = charts_view(report, language);
    view["has_charts"] = View(!report.charts.empty());
    view["passport"] = passport_view(report.passport, language);
    view["has_passport"] = View(!report.passport.inputs.empty());
    view["methods"] = methods_view(report.methods, language);
    view["has_methods"] = View(!report.methods.empty());
    view["parameters"] = parameters_view(report.parameters, language);
    view["has_parameters"] = View(!report.parameters.empty());
    view["limits"] = text_list_view(report.limits, language);
    view["has_limits_text"] = View(!report.limits.empty());
    view["sources"] = sources_view(report.sources, language);
    view["versions"] = versions_view(report.versions);
    return view;
}

void add_frame(View& view, core::Language language) {
    view["lang"] = View(language == core::Language::English ? "en" : "id");
    view["policy"] = View(security_policy());
    view["leaflet_style"] = View(std::string(embedded_text("leaflet.css")));
    view["page_style"] = View(std::string(embedded_text("page/page.css")));
    view["scripts"] = scripts_view();
    view["leaflet_licence"] = View(std::string(embedded_text("leaflet.licence")));
    view["chart_licence"] = View(std::string(embedded_text("chart.licence")));
    view["t"] = texts_view(language);
    view["table"] = View(kainjow::mustache::partial([] { return std::string(embedded_text("page/table.mustache")); }));
}

}  // namespace

std::string html_page(const Report& report, const PagePictures& pictures, core::Language language,
                      core::Progress& progress) {
    const auto tables = tables_of(report, language, progress);
    progress.step(kTablesEnd);
    auto view = page_view(report, pictures, tables, language);
    add_frame(view, language);
    progress.step(kViewEnd);
    view["data"] = View(page_data(report, tables, language));
    progress.step(kDataEnd);
    kainjow::mustache::mustache page{std::string(embedded_text("page/page.mustache"))};
    std::string made;
    page.render(view, [&](const std::string& piece) {
        made += piece;
        if (progress.cancelled()) throw core::Cancelled();
    });
    progress.report(1.0);
    return made;
}

}  // namespace desakota::report
