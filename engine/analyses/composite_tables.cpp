// The tables beside the main layer of composite-index.
#include <cmath>
#include <utility>

#include "engine/analyses/composite_layers.h"
#include "engine/analyses/way_columns.h"
#include "engine/analyses/welfare_rows.h"

namespace desakota::analyses {
namespace {

using core::Text;
using layers::ColumnDefinition;
using layers::Layer;

std::optional<double> known(double value) {
    return std::isnan(value) ? std::nullopt : std::optional(value);
}

ColumnDefinition indicator_column() {
    return text_column("indicator", {"Indicator", "Indikator"});
}
ColumnDefinition weight_column() {
    return number_column("weight", "", {"Weight in the index", "Bobot dalam indeks"});
}

Layer table_of(std::vector<ColumnDefinition> columns) {
    Layer layer;
    for (auto& column : columns) layer.add_column(std::move(column));
    return layer;
}

/// The settlements of one set that are in a class, and their families.
struct ClassCount {
    std::int64_t settlements = 0;
    double families = 0.0;
};
std::vector<ClassCount> count_classes(const IndexInput& input, const std::vector<std::optional<std::size_t>>& class_of,
                                      const std::vector<std::uint32_t>& members) {
    std::vector<ClassCount> counts(input.scheme.classes.classes.size());
    for (const auto settlement : members) {
        const auto place = class_of[settlement];
        if (!place) continue;
        auto& count = counts[*place];
        ++count.settlements;
        count.families += input.settlements.families[settlement].value_or(0.0);
    }
    return counts;
}

std::vector<Basis> bases_of(const IndexFindings& findings) {
    std::vector<Basis> bases(findings.composite.scores.size());
    for (std::size_t row = 0; row < bases.size(); ++row) {
        if (!findings.has_score(row)) bases[row].status = WelfareStatus::NotComputed;
    }
    return bases;
}

void add_class_columns(Layer& layer, const welfare::Scheme& scheme) {
    for (const auto& one : scheme.classes.classes) {
        layer.add_column(
            count_column("class_" + one.code + "_settlements", Text{"Settlements: ", "Permukiman: "} + one.label));
        layer.add_column(
            number_column("class_" + one.code + "_families", "", Text{"Families: ", "Keluarga: "} + one.label));
    }
}

}  // namespace

std::vector<ColumnDefinition> contribution_columns() {
    return {settlement_columns().front(),
            indicator_column(),
            text_column("dimension", {"Dimension", "Dimensi"}),
            number_column("value", "", {"Value", "Nilai"}),
            number_column("normalised", "", {"Normalised value", "Nilai setelah dinormalkan"}),
            weight_column(),
            number_column("contribution", "", {"Contribution to the score", "Sumbangan pada skor"})};
}

std::vector<ColumnDefinition> step_columns() {
    auto columns = settlement_columns();
    columns.push_back(text_column("next_class", {"Next class", "Kelas berikutnya"}));
    columns.push_back(count_column("step", {"Step", "Langkah"}));
    columns.push_back(indicator_column());
    columns.push_back(number_column("value_from", "", {"Value now", "Nilai sekarang"}));
    columns.push_back(number_column("value_to", "", {"Value to reach", "Nilai yang dituju"}));
    columns.push_back(number_column("gain", "", {"Gain of the score", "Kenaikan skor"}));
    columns.push_back(number_column("cost", "", {"Cost", "Biaya"}));
    return columns;
}

std::vector<ColumnDefinition> sensitivity_columns() {
    return {
        indicator_column(),
        text_column("title", {"Title", "Nama"}),
        weight_column(),
        number_column("mean_shift", "",
                      {"Mean shift of ranks without it", "Rata-rata pergeseran peringkat tanpa indikator ini"}),
        count_column("largest_shift",
                     {"Largest shift of a rank without it", "Pergeseran peringkat terbesar tanpa indikator ini"}),
        text_column("largest_shift_settlement", {"Settlement that shifts most", "Permukiman yang paling bergeser"})};
}

Layer make_contributions(const IndexInput& input, const IndexFindings& findings, core::Progress& progress) {
    auto layer = table_of(contribution_columns());
    const auto& indicators = input.scheme.indicators;
    const auto& composite = findings.composite;
    const auto rows = input.settlements.size() * indicators.size();
    for (auto& column : layer.columns) column.reserve(rows);
    constexpr std::size_t kEvery = 512;
    core::LoopSteps steps(progress, 0.0, 1.0, input.settlements.size(), kEvery);
    for (std::size_t row = 0; row < input.settlements.size(); ++row) {
        steps.at(row);
        for (std::size_t i = 0; i < indicators.size(); ++i) {
            auto* column = layer.columns.data();
            (column++)->add_text(input.settlements.ids[row]);
            (column++)->add_text(indicators[i].code);
            const auto& dimension = input.scheme.dimensions[indicators[i].dimension].code;
            dimension.empty() ? (column++)->add_missing() : (column++)->add_text(dimension);
            (column++)->add(known(input.values[i][row]));
            (column++)->add(known(composite.normalised[i][row]));
            (column++)->add(findings.has_score(row) ? std::optional(composite.weights[i][row]) : std::nullopt);
            column->add(composite.contributions.empty() ? std::nullopt : known(composite.contributions[i][row]));
        }
    }
    layer.row_count = rows;
    return layer;
}

Layer make_steps(const IndexInput& input, const IndexFindings& findings) {
    auto layer = table_of(step_columns());
    for (std::size_t row = 0; row < findings.next.size(); ++row) {
        const auto& next = findings.next[row];
        if (!next || !next->raises) continue;
        for (std::size_t i = 0; i < next->raises->size(); ++i) {
            const auto& raise = (*next->raises)[i];
            const auto& indicator = input.scheme.indicators[raise.indicator];
            const bool is_turned = indicator.direction != input.scheme.direction;
            auto* column = layer.columns.data();
            (column++)->add_text(input.settlements.ids[row]);
            (column++)->add(input.settlements.names[row]);
            (column++)->add_text(input.scheme.classes.classes[next->class_place].code);
            (column++)->add_whole_number(static_cast<std::int64_t>(i) + 1);
            (column++)->add_text(indicator.code);
            (column++)->add_number(input.values[raise.indicator][row]);
            (column++)->add_number(is_turned ? indicator.normalisation.least : indicator.normalisation.most);
            (column++)->add_number(raise.gain);
            column->add(input.has_costs ? std::optional(raise.cost) : std::nullopt);
            ++layer.row_count;
        }
    }
    return layer;
}

Layer make_sensitivity(const IndexInput& input, const IndexFindings& findings, core::Language language) {
    auto layer = table_of(sensitivity_columns());
    const auto weights = input.scheme.effective_weights();
    for (std::size_t i = 0; i < input.scheme.indicators.size(); ++i) {
        const auto& shift = findings.shifts[i];
        const bool is_known = shift.rows > 0;
        auto* column = layer.columns.data();
        (column++)->add_text(input.scheme.indicators[i].code);
        (column++)->add_text(input.scheme.indicators[i].title.in(language));
        (column++)->add_number(weights[i]);
        (column++)->add(is_known ? std::optional(shift.mean) : std::nullopt);
        (column++)->add(is_known ? std::optional(static_cast<std::int64_t>(shift.largest)) : std::nullopt);
        shift.largest > 0 ? column->add_text(input.settlements.ids[shift.largest_row]) : column->add_missing();
        ++layer.row_count;
    }
    return layer;
}

Layer make_index_summary(const IndexInput& input, const IndexFindings& findings) {
    Layer layer;
    const auto sets = settlement_sets(input.settlements);
    add_welfare_summary_columns(layer, input.settlements, sets, bases_of(findings));
    const auto place = layer.columns.size();
    add_class_columns(layer, input.scheme);
    std::vector<std::optional<std::size_t>> classes;
    classes.reserve(findings.composite.scores.size());
    for (const double score : findings.composite.scores) {
        classes.push_back(input.scheme.classes.classes.empty() ? std::nullopt
                                                               : welfare::class_of(input.scheme.classes, score));
    }
    for (const auto& set : sets) {
        auto column = place;
        for (const auto& count : count_classes(input, classes, set.members)) {
            layer.columns[column++].add_whole_number(count.settlements);
            layer.columns[column++].add(input.settlements.has_families ? std::optional(count.families) : std::nullopt);
        }
    }
    return layer;
}

}  // namespace desakota::analyses
