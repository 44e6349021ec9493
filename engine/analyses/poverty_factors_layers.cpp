#include "engine/analyses/poverty_factors_layers.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "engine/analyses/companion_layers.h"
#include "engine/analyses/parameter_builders.h"
#include "engine/analyses/way_columns.h"

namespace desakota::analyses {
namespace {

using layers::ColumnDefinition;
using layers::ColumnType;
using layers::Layer;
using Members = std::vector<std::uint32_t>;

std::vector<ColumnDefinition> figure_columns() {
    return {
        number_column("mean_probability", "",
                      {"Mean predicted probability of being poor", "Rata-rata peluang prediksi miskin"}),
        number_column("poor_households_share", "", {"Share of households poor", "Proporsi rumah tangga miskin"}),
        number_column("share_difference", "",
                      {"Share poor above what the traits predict", "Proporsi miskin di atas prediksi karakteristik"})};
}

void add_columns(std::vector<ColumnDefinition>& to, std::vector<ColumnDefinition> from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

/// Missing without figures; nothing but rounding, as in the total, is 0.
std::optional<double> difference_of(const PredictedPoor& row) {
    constexpr double kRounding = 1e-12;
    if (!row.mean_probability || !row.poor_share) return std::nullopt;
    const double difference = *row.poor_share - *row.mean_probability;
    return std::abs(difference) < kRounding ? 0.0 : difference;
}

void add_figures(Layer& layer, const std::vector<PredictedPoor>& rows) {
    const auto definitions = figure_columns();
    std::vector<std::optional<double>> probabilities;
    std::vector<std::optional<double>> shares;
    std::vector<std::optional<double>> differences;
    for (const auto& row : rows) {
        probabilities.push_back(row.mean_probability);
        shares.push_back(row.poor_share);
        differences.push_back(difference_of(row));
    }
    add_number_column(layer, definitions[0], probabilities);
    add_number_column(layer, definitions[1], shares);
    add_number_column(layer, definitions[2], differences);
}

/// Figures of a row that may show them.
PredictedPoor shown_figures(const PovertyFactors& factors, const Members& members, const Basis& basis) {
    return basis.is_computed() ? poor_figures(factors, members) : PredictedPoor{};
}

/// The plain mean of the settlements that have figures.
PredictedPoor mean_of_settlements(const PovertyFactors& factors, const Members& members,
                                  const std::vector<Basis>& bases) {
    double probability = 0.0;
    double poor = 0.0;
    double count = 0.0;
    for (const auto settlement : members) {
        if (!bases[settlement].is_computed()) continue;
        const auto figures = poor_figures(factors, {settlement});
        probability += figures.mean_probability.value_or(0.0);
        poor += figures.poor_share.value_or(0.0);
        count += 1.0;
    }
    if (count == 0.0) return {};
    return {probability / count, poor / count};
}

}  // namespace

WelfareBases factors_bases(const PovertyFactors& factors) {
    return welfare_bases(factors.selection, factors.settlements.size(), settlement_sets(factors.settlements));
}

std::size_t PovertyFactors::poor_count() const {
    return static_cast<std::size_t>(std::ranges::count(poor, 1.0));
}

std::vector<ColumnDefinition> poverty_factors_columns() {
    auto columns = settlement_columns();
    add_columns(columns, figure_columns());
    add_columns(columns, basis_columns());
    return columns;
}

std::vector<ColumnDefinition> poverty_factors_summary_columns() {
    auto columns = welfare_summary_columns();
    add_columns(columns, figure_columns());
    add_columns(columns, basis_columns());
    return columns;
}

std::vector<ColumnDefinition> predicted_household_columns() {
    return {count_column("household_row", {"Row of the household table", "Baris tabel rumah tangga"}),
            text_column("settlement_id", {"Settlement id", "Id permukiman"}),
            number_column("probability", "", {"Predicted probability of being poor", "Peluang prediksi miskin"}),
            {"poor", ColumnType::YesNo, {}, {"Poor", "Miskin"}}};
}

PredictedPoor poor_figures(const PovertyFactors& factors, const Members& settlements) {
    double weight = 0.0;
    double probability = 0.0;
    double poor = 0.0;
    for (const auto settlement : settlements) {
        for (auto i = factors.selection.first[settlement]; i < factors.selection.first[settlement + 1]; ++i) {
            weight += factors.weights[i];
            probability += factors.weights[i] * factors.fit.predicted[i];
            poor += factors.weights[i] * factors.poor[i];
        }
    }
    if (!(weight > 0.0)) return {};
    return {probability / weight, poor / weight};
}

Layer make_poverty_factors_layer(const PovertyFactors& factors, const Layer& settlements, core::Language language) {
    auto layer = with_settlement_geometry(settlements);
    add_settlement_columns(layer, factors.settlements);
    const auto bases = factors_bases(factors).settlements;
    std::vector<PredictedPoor> rows;
    rows.reserve(bases.size());
    for (std::uint32_t settlement = 0; settlement < bases.size(); ++settlement) {
        rows.push_back(shown_figures(factors, {settlement}, bases[settlement]));
    }
    add_figures(layer, rows);
    add_basis_columns(layer, bases, language);
    return layer;
}

Layer make_poverty_factors_summary(const PovertyFactors& factors, core::Language language) {
    const auto sets = settlement_sets(factors.settlements);
    auto found = factors_bases(factors);
    const auto& of_settlements = found.settlements;
    auto& bases = found.sets;
    std::vector<PredictedPoor> rows;
    for (std::size_t i = 0; i < sets.size(); ++i) {
        const auto& set = sets[i];
        const bool is_mean = factors.is_unweighted && bases[i].is_computed();
        rows.push_back(is_mean ? mean_of_settlements(factors, set.members, of_settlements)
                               : shown_figures(factors, set.members, bases[i]));
        if (rows.back().poor_share || !bases[i].is_computed()) continue;
        bases[i].status = WelfareStatus::NotComputed;
        bases[i].reason = {"None of these settlements has figures of its own.",
                           "Tidak satu pun dari permukiman ini punya angka sendiri."};
    }
    Layer layer;
    add_welfare_summary_columns(layer, factors.settlements, sets, of_settlements);
    add_figures(layer, rows);
    add_basis_columns(layer, bases, language);
    return layer;
}

Layer make_predicted_households(const PovertyFactors& factors) {
    Layer layer;
    for (auto& definition : predicted_household_columns()) layer.add_column(std::move(definition));
    std::vector<std::uint32_t> order(factors.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {}, [&](std::uint32_t place) { return factors.selection.rows[place]; });
    for (const auto place : order) {
        const auto row = factors.selection.rows[place];
        layer.columns[0].add_whole_number(factors.households.table->feature_ids[row]);
        layer.columns[1].add_text(factors.settlements.ids[factors.households.settlements[row]]);
        layer.columns[2].add_number(factors.fit.predicted[place]);
        layer.columns[3].add_yes_no(factors.poor[place] > 0.5);
    }
    layer.row_count = order.size();
    return layer;
}

}  // namespace desakota::analyses
