#include "engine/report/pdf_parts.h"

#include <algorithm>
#include <cairo.h>
#include <cmath>
#include <fmt/format.h>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/core/shown_number.h"
#include "engine/report/page_texts.h"
#include "engine/report/pdf_tables.h"
#include "engine/report/quality.h"

namespace desakota::report {
namespace {

using core::Language;
using core::Text;
/// What stays with a heading that another follows.
constexpr double kWithSubtitle = 120.0;

using Rows = std::vector<std::vector<std::string>>;

std::string words(std::string_view key, Language language) {
    return page_text(key).in(language);
}

std::string count(std::size_t value, Language language) {
    return core::shown_number(static_cast<double>(value), 0, language);
}
std::string shown(const std::optional<double>& value, Language language) {
    return value ? core::shown_number(*value, 0, language) : "–";
}

std::string percent(double share, Language language) {
    const double value = share * 100.0;
    const bool is_whole = std::abs(value - std::round(value)) < 1e-9;
    // Rounded down, so that nothing that lacks a little reads as whole.
    return core::shown_number(is_whole ? value : std::floor(value * 10.0) / 10.0, is_whole ? 0 : 1, language) + " %";
}

void say_first_of(PdfPages& pages, std::size_t shown_rows, std::size_t all, Language language) {
    if (shown_rows >= all) return;
    const auto first = count(shown_rows, language);
    const auto whole = count(all, language);
    const auto text =
        core::format_text("The first {} of {}; all of them are in report.html and tables.xlsx.",
                          "{} pertama dari {}; selengkapnya di report.html dan tables.xlsx.", first, whole);
    pages.paragraph(text.in(language), kSmallText);
}

/// "Dinas Transmigrasi · 26 November 2026 · Peta 12/2026"
std::string office_line(const Report& report, Language language) {
    std::vector<std::string> parts;
    for (const auto& part : {report.area, report.office.date}) {
        if (!part.empty()) parts.push_back(part);
    }
    if (!report.office.map_number.empty()) {
        parts.push_back(words("map_number", language) + " " + report.office.map_number);
    }
    return fmt::format("{}", fmt::join(parts, " · "));
}

}  // namespace

void draw_title(PdfPages& pages, const Report& report, Language language) {
    constexpr double kLogo = 52.0;
    constexpr PdfText kTitle{20.0, true, {0, 74, 124}};
    const double logo = pages.picture_at(report.office.logo_png, {PdfPages::kLeft, pages.y(), kLogo}, kLogo);
    const double indent = logo > 0.0 ? logo + 12.0 : 0.0;
    const PdfBox box{PdfPages::kLeft + indent, pages.y(), PdfPages::kWidth - indent};
    double height = 0.0;
    const auto add = [&](const std::string& text, const PdfText& look) {
        if (!text.empty()) height += pages.text_at(text, look, {box.x, box.y + height, box.width}) + 2.0;
    };
    add(report.office.name, {10.0, true, maps::kDarkGrey});
    add(report.title.in(language), kTitle);
    add(office_line(report, language), {10.0, false, maps::kDarkGrey});
    if (!report.office.signer.empty()) {
        add(report.office.signer + (report.office.signer_title.empty() ? "" : ", " + report.office.signer_title),
            kSmallText);
    }
    pages.advance(std::max(height, logo > 0.0 ? kLogo : 0.0) + 8.0);
    auto* canvas = pages.canvas();
    cairo_set_source_rgb(canvas, 0.0, 0.29, 0.486);
    cairo_set_line_width(canvas, 1.2);
    cairo_move_to(canvas, PdfPages::kLeft, pages.y());
    cairo_line_to(canvas, PdfPages::kLeft + PdfPages::kWidth, pages.y());
    cairo_stroke(canvas);
    pages.advance(8.0);
}

void draw_findings(PdfPages& pages, const Report& report, Language language) {
    if (report.findings.empty()) return;
    pages.heading(words("findings", language), 1);
    for (const auto& finding : report.findings) pages.bullet(finding.in(language));
}

void draw_priorities(PdfPages& pages, const Report& report, Language language) {
    pages.heading(words("priorities", language), 1);
    pages.paragraph(report.priorities.rule.in(language), kSmallText);
    const auto& entries = report.priorities.entries;
    const bool is_whole =
        std::ranges::all_of(entries, [](const Priority& entry) { return std::floor(entry.score) == entry.score; });
    Rows rows;
    for (std::size_t i = 0; i < std::min(kMostPdfPriorities, entries.size()); ++i) {
        const auto& settlement = report.settlements[entries[i].settlement];
        rows.push_back({count(i + 1, language), settlement.name, settlement.group, entries[i].reason.in(language),
                        core::shown_number(entries[i].score, is_whole ? 0 : 1, language),
                        shown(entries[i].families, language)});
    }
    if (rows.empty()) {
        pages.paragraph(words("no_priorities", language));
    } else {
        const Text points{"Points", "Poin"};
        draw_table(pages,
                   {{"No.", 5.0, PdfAlign::Right},
                    {words("settlement", language), 18.0},
                    {words("group", language), 16.0},
                    {words("reason", language), 44.0},
                    {points.in(language), 6.5, PdfAlign::Right},
                    {words("families", language), 9.0, PdfAlign::Right}},
                   rows);
        say_first_of(pages, rows.size(), entries.size(), language);
    }
    if (report.priorities.unknown > 0) {
        pages.paragraph(words("unknown_priorities", language) + " " + count(report.priorities.unknown, language) + ".",
                        kSmallText);
    }
}

void draw_settlements(PdfPages& pages, const Report& report, Language language) {
    if (report.settlements.empty()) return;
    const Text title{"Settlement by settlement", "Permukiman satu per satu"};
    pages.heading(title.in(language), 1, kWithSubtitle);
    std::size_t drawn = 0;
    for (const auto& settlement : report.settlements) {
        if (drawn == kMostPdfSettlements) break;
        ++drawn;
        if (settlement.sentences.empty()) continue;
        const auto name = settlement.group.empty() ? settlement.name : settlement.name + " – " + settlement.group;
        pages.heading(name, 3, 30.0);
        for (const auto& sentence : settlement.sentences) pages.paragraph(sentence.in(language), {8.0});
    }
    say_first_of(pages, drawn, report.settlements.size(), language);
}

namespace {

void draw_inputs(PdfPages& pages, const Passport& passport, Language language) {
    Rows rows;
    for (const auto& input : passport.inputs) {
        std::vector<std::string> shares;
        for (const auto& share : input.shares) {
            if (!share.share || !share.grade) continue;
            shares.push_back(fmt::format("{}: {} ({})", share.what.in(language),
                                         percent(share.share.value_or(0.0), language),
                                         grade_letter(share.grade.value_or(Grade::A))));
        }
        const auto& title = input.title.in(language);
        rows.push_back({title.empty() ? input.name : title, count(input.rows, language), grade_letter(input.grade),
                        fmt::format("{}", fmt::join(shares, "; "))});
    }
    draw_table(pages,
               {{words("input", language), 26.0},
                {words("rows", language), 9.0, PdfAlign::Right},
                {words("grade", language), 7.0, PdfAlign::Centre},
                {words("shares", language), 58.0}},
               rows);
}

void draw_quality_limits(PdfPages& pages, const Passport& passport, Language language) {
    Rows rows;
    for (const auto& limits : passport.limits) {
        rows.push_back({limits.what.in(language), percent(limits.a, language), percent(limits.b, language),
                        percent(limits.c, language), words("below", language) + " " + percent(limits.c, language)});
    }
    const auto from = words("from", language);
    draw_table(pages,
               {{words("share", language), 40.0},
                {"A, " + from, 12.0, PdfAlign::Right},
                {"B, " + from, 12.0, PdfAlign::Right},
                {"C, " + from, 12.0, PdfAlign::Right},
                {"D", 20.0, PdfAlign::Right}},
               rows);
}

void draw_method(PdfPages& pages, const Method& method, Language language) {
    auto title = method.title.in(language);
    if (!method.season.in(language).empty()) title += " – " + method.season.in(language);
    pages.heading(title, 2);
    pages.paragraph(method.what.in(language), {8.0});
    for (const auto& answer : method.answers) pages.bullet(answer.in(language), {8.0});
    for (const auto& note : method.notes) pages.bullet(note.in(language), kSmallText);
}

void draw_parameters(PdfPages& pages, const Report& report, Language language) {
    if (report.parameters.empty()) return;
    pages.heading(words("parameters", language), 2);
    pages.paragraph(words("parameters_note", language), kSmallText);
    Rows rows;
    for (const auto& parameter : report.parameters) {
        rows.push_back({parameter.analysis.in(language), parameter.what.in(language), parameter.value.in(language)});
    }
    draw_table(
        pages,
        {{words("analysis", language), 35.0}, {words("parameter", language), 35.0}, {words("value", language), 30.0}},
        rows);
}

}  // namespace

void draw_passport(PdfPages& pages, const Report& report, Language language) {
    const auto& passport = report.passport;
    if (passport.inputs.empty()) return;
    pages.heading(words("passport", language), 1);
    pages.paragraph(words("passport_note", language), kSmallText);
    draw_inputs(pages, passport, language);
    pages.heading(words("limits_table", language), 2);
    draw_quality_limits(pages, passport, language);
    if (passport.corrections.empty()) return;
    pages.heading(words("corrections", language), 2);
    Rows rows;
    for (const auto& correction : passport.corrections) {
        rows.push_back({correction.what.in(language), shown(correction.families, language)});
    }
    draw_table(pages,
               {{words("correction", language), 75.0}, {words("correction_families", language), 25.0, PdfAlign::Right}},
               rows);
}

void draw_methods(PdfPages& pages, const Report& report, Language language) {
    if (report.methods.empty()) return;
    pages.heading(words("method", language), 1, kWithSubtitle);
    for (const auto& method : report.methods) draw_method(pages, method, language);
    draw_parameters(pages, report, language);
}

void draw_limits(PdfPages& pages, const Report& report, Language language) {
    if (report.limits.empty()) return;
    pages.heading(words("limits", language), 1);
    for (const auto& limit : report.limits) pages.bullet(limit.in(language));
}

void draw_sources(PdfPages& pages, const Report& report, Language language) {
    if (report.sources.empty() && report.versions.empty()) return;
    pages.heading(words("sources", language), 1);
    Rows rows;
    for (const auto& source : report.sources) {
        const auto number = source.rows ? std::optional(static_cast<double>(*source.rows)) : std::nullopt;
        const auto& title = source.title.in(language);
        rows.push_back({title.empty() ? source.parameter : title, source.source, source.dated, shown(number, language),
                        source.sha256});
    }
    if (!rows.empty()) {
        draw_table(pages,
                   {{words("input", language), 14.0},
                    {words("source", language), 28.0},
                    {words("dated", language), 10.0},
                    {words("rows", language), 8.0, PdfAlign::Right},
                    {"SHA-256", 40.0}},
                   rows);
    }
    std::vector<std::string> versions;
    versions.reserve(report.versions.size());
    for (const auto& [name, version] : report.versions) versions.push_back(fmt::format("{} {}", name, version));
    if (versions.empty()) return;
    pages.paragraph(words("versions", language) + ": " + fmt::format("{}", fmt::join(versions, ", ")), kSmallText);
}

}  // namespace desakota::report
