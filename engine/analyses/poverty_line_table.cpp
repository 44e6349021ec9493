// The table of the lines: what each is, where it comes from, and the poor by it.
#include "engine/analyses/poverty_layers.h"
#include "engine/analyses/way_columns.h"

namespace desakota::analyses {
namespace {

using layers::ColumnDefinition;
using layers::Layer;
using welfare::PovertyLine;

std::vector<ColumnDefinition> describing_columns() {
    return {text_column("line", {"Poverty line", "Garis kemiskinan"}),
            text_column("line_title", {"Title", "Nama"}),
            number_column("line_rp", "Rp", {"Rupiah per head a month", "Rupiah per kapita sebulan"}),
            count_column("line_year", {"Year", "Tahun"}),
            text_column("line_source", {"Source", "Sumber"}),
            text_column("line_provenance", {"Whether the amount is verified", "Apakah besarnya terverifikasi"}),
            text_column("line_note", {"Note", "Catatan"})};
}

std::vector<ColumnDefinition> count_columns() {
    return {number_column("poor_households", "",
                          {"Poor households in total (estimated from the weights)",
                           "Rumah tangga miskin seluruhnya (perkiraan dari bobot)"}),
            number_column("poor_persons", "",
                          {"Poor persons in total (estimated from the weights)",
                           "Penduduk miskin seluruhnya (perkiraan dari bobot)"})};
}

const char* provenance_code(welfare::Provenance provenance) {
    switch (provenance) {
        case welfare::Provenance::Verified:
            return "verified";
        case welfare::Provenance::Unverified:
            return "unverified";
        case welfare::Provenance::Own:
            break;
    }
    return "own";
}

void add_text(layers::Column& column, const std::string& text) {
    text.empty() ? column.add_missing() : column.add_text(text);
}

void add_descriptions(Layer& layer, const std::vector<PovertyLine>& lines, core::Language language) {
    for (auto& definition : describing_columns()) layer.add_column(std::move(definition));
    for (const auto& line : lines) {
        auto* column = layer.columns.data();
        (column++)->add_text(line.id);
        add_text(*column++, line.title.in(language));
        (column++)->add_number(line.rp);
        line.year ? column->add_whole_number(*line.year) : column->add_missing();
        add_text(*++column, line.source);
        (++column)->add_text(provenance_code(line.provenance));
        add_text(*++column, line.note.in(language));
    }
    layer.row_count = lines.size();
}

/// The last row of the summary, line by line.
Amounts totals(const PovertyFindings& findings, Amounts PoorFigures::*figure) {
    Amounts values;
    for (const auto& line : findings.summary.lines) values.push_back((line.*figure).back());
    return values;
}

using Intervals = std::vector<std::optional<statistics::Interval>>;

Intervals total_intervals(const PovertyFindings& findings, Intervals PoorFigures::*interval) {
    Intervals values;
    for (const auto& line : findings.summary.lines) values.push_back((line.*interval).back());
    return values;
}

}  // namespace

std::vector<ColumnDefinition> poverty_line_columns() {
    auto columns = describing_columns();
    const auto add = [&](const std::vector<ColumnDefinition>& more) {
        columns.insert(columns.end(), more.begin(), more.end());
    };
    const auto poor = poor_columns({}, {});
    add(count_columns());
    add({poor.households_share});
    add(interval_columns(poor.households_share));
    add({poor.persons_share});
    add(interval_columns(poor.persons_share));
    add({poor.gap, poor.severity});
    return columns;
}

Layer make_poverty_lines(const PovertyQuestion& question, const PovertyFindings& findings, core::Language language) {
    Layer layer;
    add_descriptions(layer, question.lines, language);
    const auto counts = count_columns();
    add_number_column(layer, counts[0], totals(findings, &PoorFigures::poor_households));
    add_number_column(layer, counts[1], totals(findings, &PoorFigures::poor_persons));
    const auto poor = poor_columns({}, {});
    add_number_column(layer, poor.households_share, totals(findings, &PoorFigures::households_share));
    add_interval_columns(layer, poor.households_share, total_intervals(findings, &PoorFigures::households_interval));
    add_number_column(layer, poor.persons_share, totals(findings, &PoorFigures::persons_share));
    add_interval_columns(layer, poor.persons_share, total_intervals(findings, &PoorFigures::persons_interval));
    add_number_column(layer, poor.gap, totals(findings, &PoorFigures::gap));
    add_number_column(layer, poor.severity, totals(findings, &PoorFigures::severity));
    return layer;
}

}  // namespace desakota::analyses
