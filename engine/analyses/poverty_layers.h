#pragma once

#include <vector>

#include "engine/analyses/poverty_findings.h"
#include "engine/maps/style.h"

namespace desakota::analyses {

/// Which columns a run gives: the same for the main layer and the summary, apart from what their rows stand for.
struct PovertyContent {
    bool households = false;
    std::vector<welfare::PovertyLine> lines;
    std::vector<welfare::Class> rice_classes;  ///< Sajogyo's; empty: not asked for
    bool deciles = false;
};
[[nodiscard]] PovertyContent content_of(const PovertyQuestion& question);
/// All there can be: one line that stands for each, and the classes of every version of Sajogyo's.
[[nodiscard]] PovertyContent full_content();

[[nodiscard]] std::vector<layers::ColumnDefinition> poverty_columns(const PovertyContent& content);
[[nodiscard]] std::vector<layers::ColumnDefinition> poverty_summary_columns(const PovertyContent& content);
[[nodiscard]] std::vector<layers::ColumnDefinition> poverty_line_columns();

/// Poor households by each line, Sajogyo's commonest class, families by decile.
[[nodiscard]] std::vector<maps::Style> poverty_styles(const PovertyContent& content, const welfare::Classes* rice);

[[nodiscard]] layers::Layer make_poverty_layer(const PovertyQuestion& question, const PovertyFindings& findings,
                                               const layers::Layer& settlements, core::Language language);
[[nodiscard]] layers::Layer make_poverty_summary(const PovertyQuestion& question, const PovertyFindings& findings,
                                                 core::Language language);
/// One row a line: what it is, where it comes from, and the poor by it in total.
[[nodiscard]] layers::Layer make_poverty_lines(const PovertyQuestion& question, const PovertyFindings& findings,
                                               core::Language language);

/// Names and aliases of one line's columns, of shares, gap and severity.
struct PoorColumns {
    layers::ColumnDefinition households_share;
    layers::ColumnDefinition persons_share;
    layers::ColumnDefinition gap;
    layers::ColumnDefinition severity;
};
/// `name` begins the names ("bps_2019_03_"), `title` stands behind the aliases; both may be empty.
[[nodiscard]] PoorColumns poor_columns(const std::string& name, const core::Text& title);

}  // namespace desakota::analyses
