#include "engine/analyses/poverty_layers.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/analyses/companion_layers.h"
#include "engine/analyses/quantity_text.h"
#include "engine/analyses/way_columns.h"

namespace desakota::analyses {
namespace {

using core::Text;
using layers::ColumnDefinition;
using layers::Layer;
using Definitions = std::vector<ColumnDefinition>;

constexpr const char* kClassColumn = "sajogyo_class";

Text with_title(Text words, const Text& title) {
    if (title.english.empty()) return words;
    return std::move(words) + core::same_text(": ") + title;
}

Definitions income_columns() {
    return {number_column("households", "",
                          {"Households (estimated from the weights)", "Rumah tangga (perkiraan dari bobot)"}),
            number_column("persons", "", {"Persons (estimated from the weights)", "Penduduk (perkiraan dari bobot)"}),
            number_column("income_per_head_mean_rp", "Rp",
                          {"Mean income per head a month, of persons (Rp)",
                           "Rata-rata pendapatan per kapita sebulan, menurut penduduk (Rp)"}),
            number_column("income_per_head_median_rp", "Rp",
                          {"Median income per head a month, of persons (Rp)",
                           "Median pendapatan per kapita sebulan, menurut penduduk (Rp)"})};
}

ColumnDefinition class_column() {
    return text_column(kClassColumn,
                       {"Sajogyo: class with most households", "Sajogyo: kelas dengan rumah tangga terbanyak"});
}

ColumnDefinition class_share_column(const welfare::Class& one) {
    return number_column("sajogyo_" + one.code + "_share", "",
                         Text{"Sajogyo: share of households, ", "Sajogyo: bagian rumah tangga, "} + one.label);
}

Text sajogyo_title() {
    return core::same_text("Sajogyo");
}

Definitions decile_columns() {
    const auto share = [](const char* name, const char* deciles) {
        return number_column(name, "",
                             core::format_text("Share of families in decile {}: a national ranking, not a poverty line",
                                               "Bagian keluarga pada desil {}: peringkat nasional, bukan garis "
                                               "kemiskinan",
                                               deciles));
    };
    return {number_column("decile_families", "", {"Families with a decile", "Keluarga yang punya desil"}),
            share("decile_1_share", "1"), share("decile_1_2_share", "1-2"), share("decile_1_4_share", "1-4"),
            share("decile_1_5_share", "1-5")};
}

void append_to(Definitions& columns, const Definitions& more) {
    columns.insert(columns.end(), more.begin(), more.end());
}

/// The columns of one line's poor, with intervals where there are households.
Definitions columns_of_poor(const PoorColumns& columns, bool households, bool with_gap) {
    Definitions all{columns.households_share};
    if (!households) return all;
    append_to(all, interval_columns(columns.households_share));
    all.push_back(columns.persons_share);
    append_to(all, interval_columns(columns.persons_share));
    if (with_gap) append_to(all, {columns.gap, columns.severity});
    return all;
}

/// The figures' columns between those that name a row and those of its basis.
Definitions figure_columns(const PovertyContent& content) {
    Definitions columns;
    if (content.households) columns = income_columns();
    for (const auto& line : content.lines) {
        append_to(columns, columns_of_poor(poor_columns(line.id + "_", line.title), content.households, true));
    }
    if (!content.rice_classes.empty()) {
        columns.push_back(class_column());
        for (const auto& one : content.rice_classes) columns.push_back(class_share_column(one));
        append_to(columns, columns_of_poor(poor_columns("sajogyo_", sajogyo_title()), true, false));
    }
    if (content.deciles) append_to(columns, decile_columns());
    return columns;
}

void add_poor(Layer& layer, const PoorColumns& columns, const PoorFigures& poor, bool households, bool with_gap) {
    add_number_column(layer, columns.households_share, poor.households_share);
    if (!households) return;
    add_interval_columns(layer, columns.households_share, poor.households_interval);
    add_number_column(layer, columns.persons_share, poor.persons_share);
    add_interval_columns(layer, columns.persons_share, poor.persons_interval);
    if (!with_gap) return;
    add_number_column(layer, columns.gap, poor.gap);
    add_number_column(layer, columns.severity, poor.severity);
}

void add_rice(Layer& layer, const PovertyContent& content, const PovertyFigures& figures) {
    auto& commonest = layer.add_column(class_column());
    for (const auto& place : figures.sajogyo_commonest) {
        place ? commonest.add_text(content.rice_classes[*place].code) : commonest.add_missing();
    }
    for (std::size_t c = 0; c < content.rice_classes.size(); ++c) {
        add_number_column(layer, class_share_column(content.rice_classes[c]), figures.sajogyo_shares[c]);
    }
    add_poor(layer, poor_columns("sajogyo_", sajogyo_title()), figures.sajogyo, true, false);
}

/// Adds the columns of figure_columns with their values.
void add_figures(Layer& layer, const PovertyContent& content, const PovertyFigures& figures) {
    if (content.households) {
        const auto columns = income_columns();
        add_number_column(layer, columns[0], figures.households);
        add_number_column(layer, columns[1], figures.persons);
        add_number_column(layer, columns[2], figures.mean_income);
        add_number_column(layer, columns[3], figures.median_income);
    }
    for (std::size_t i = 0; i < content.lines.size(); ++i) {
        const auto& line = content.lines[i];
        add_poor(layer, poor_columns(line.id + "_", line.title), figures.lines[i], content.households, true);
    }
    if (!content.rice_classes.empty()) add_rice(layer, content, figures);
    if (!content.deciles) return;
    const auto columns = decile_columns();
    add_number_column(layer, columns[0], figures.decile_families);
    for (std::size_t i = 0; i < figures.decile_shares.size(); ++i) {
        add_number_column(layer, columns[i + 1], figures.decile_shares[i]);
    }
}

}  // namespace

PoorColumns poor_columns(const std::string& name, const Text& title) {
    return {number_column(name + "poor_households_share", "",
                          with_title({"Share of households that are poor", "Bagian rumah tangga miskin"}, title)),
            number_column(name + "poor_persons_share", "",
                          with_title({"Share of persons who are poor (P0)", "Bagian penduduk miskin (P0)"}, title)),
            number_column(name + "gap_index", "",
                          with_title({"Poverty gap index (P1)", "Indeks kedalaman kemiskinan (P1)"}, title)),
            number_column(name + "severity_index", "",
                          with_title({"Poverty severity index (P2)", "Indeks keparahan kemiskinan (P2)"}, title))};
}

PovertyContent content_of(const PovertyQuestion& question) {
    PovertyContent content;
    content.households = question.sample.has_value();
    content.lines = question.lines;
    if (question.sajogyo != nullptr) content.rice_classes = question.sajogyo->scheme->classes.classes;
    content.deciles = !question.deciles.empty();
    return content;
}

PovertyContent full_content() {
    PovertyContent content;
    content.households = true;
    content.deciles = true;
    welfare::PovertyLine each;
    each.id = "line";
    each.title = {"each line, whose id stands in the place of \"line\"", "tiap garis; id-nya menggantikan \"line\""};
    content.lines.push_back(each);
    for (const auto& version : welfare::sajogyo_versions()) {
        for (const auto& one : version.scheme->classes.classes) {
            const bool is_there = std::ranges::count(content.rice_classes, one.code, &welfare::Class::code) > 0;
            if (!is_there) content.rice_classes.push_back(one);
        }
    }
    return content;
}

Definitions poverty_columns(const PovertyContent& content) {
    auto columns = settlement_columns();
    append_to(columns, figure_columns(content));
    append_to(columns, basis_columns());
    return columns;
}

Definitions poverty_summary_columns(const PovertyContent& content) {
    auto columns = welfare_summary_columns();
    append_to(columns, figure_columns(content));
    append_to(columns, basis_columns());
    return columns;
}

std::vector<maps::Style> poverty_styles(const PovertyContent& content, const welfare::Classes* rice) {
    std::vector<maps::Style> styles;
    styles.reserve(content.lines.size() + 2);
    const auto add = [&](maps::Style style, const Text& worse) {
        style.worse = worse;
        styles.push_back(with_unsure_rows(std::move(style)));
    };
    const Text poorer{"The darker, the larger the share of the poor.", "Makin gelap, makin besar bagian yang miskin."};
    for (const auto& line : content.lines) {
        add(share_style(line.id, Text{"Poor households: ", "Rumah tangga miskin: "} + line.title,
                        line.id + "_poor_households_share"),
            poorer);
    }
    if (rice != nullptr) {
        styles.push_back(with_unsure_rows(class_style(
            "sajogyo", {"Sajogyo: class with most households", "Sajogyo: kelas dengan rumah tangga terbanyak"},
            kClassColumn, *rice, WorstClass::Lowest)));
    }
    if (content.deciles) {
        add(share_style("decile_1_4",
                        {"Families in decile 1-4 (a national ranking, not a poverty line)",
                         "Keluarga desil 1-4 (peringkat nasional, bukan garis kemiskinan)"},
                        "decile_1_4_share"),
            {"The darker, the more families in decile 1-4.", "Makin gelap, makin banyak keluarga desil 1-4."});
    }
    return styles;
}

Layer make_poverty_layer(const PovertyQuestion& question, const PovertyFindings& findings, const Layer& settlements,
                         core::Language language) {
    auto layer = with_settlement_geometry(settlements);
    add_settlement_columns(layer, question.settlements);
    add_figures(layer, content_of(question), findings.settlements);
    add_basis_columns(layer, findings.settlements.bases, language);
    return layer;
}

Layer make_poverty_summary(const PovertyQuestion& question, const PovertyFindings& findings, core::Language language) {
    Layer layer;
    add_welfare_summary_columns(layer, question.settlements, findings.sets, findings.settlements.bases);
    add_figures(layer, content_of(question), findings.summary);
    add_basis_columns(layer, findings.summary.bases, language);
    return layer;
}

}  // namespace desakota::analyses
