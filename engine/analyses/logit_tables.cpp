#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/analyses/poverty_factors_layers.h"
#include "engine/analyses/way_columns.h"

namespace desakota::analyses {
namespace {

using core::Text;
using layers::ColumnDefinition;
using layers::ColumnType;
using layers::Layer;
using statistics::Coefficient;

ColumnDefinition odds_ratio_column() {
    return number_column("odds_ratio", "", {"Odds ratio", "Rasio odds"});
}

std::optional<std::string> stated(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

/// Beyond what numbers hold: missing.
std::optional<double> finite(double value) {
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

/// One row: `column` is missing for the constant.
void add_coefficient(Layer& layer, const TraitColumn* column, const Coefficient& coefficient,
                     const std::string& meaning) {
    auto* cell = layer.columns.data();
    (cell++)->add_text(column == nullptr ? "constant" : column->name);
    (cell++)->add(column == nullptr ? std::nullopt : stated(column->category));
    (cell++)->add(column == nullptr ? std::nullopt : stated(column->reference));
    (cell++)->add_number(coefficient.value);
    (cell++)->add_number(coefficient.standard_error);
    (cell++)->add_number(coefficient.z());
    (cell++)->add_number(coefficient.p());
    (cell++)->add(finite(coefficient.odds_ratio()));
    const auto interval = coefficient.odds_ratio_interval();
    (cell++)->add(finite(interval.low));
    (cell++)->add(finite(interval.high));
    (cell++)->add_yes_no(coefficient.p() < kClearBelow);
    cell->add_text(meaning);
    ++layer.row_count;
}

std::vector<ModelStatistic> household_statistics(const PovertyFactors& factors) {
    const auto poor = static_cast<double>(factors.poor_count());
    const auto all = static_cast<double>(factors.size());
    return {{"households", {"Households", "Rumah tangga"}, all},
            {"poor_households", {"Households poor", "Rumah tangga miskin"}, poor},
            {"coefficients",
             {"Coefficients of traits", "Koefisien karakteristik"},
             static_cast<double>(factors.columns.size())},
            {"iterations", {"Iterations", "Iterasi"}, static_cast<double>(factors.fit.iterations)}};
}

std::vector<ModelStatistic> fit_statistics(const PovertyFactors& factors) {
    const auto& fit = factors.fit;
    const bool is_weighted = factors.households.has_weights;
    const Text test =
        is_weighted ? Text{"Wald test", "Uji Wald"} : Text{"Likelihood ratio test", "Uji rasio likelihood"};
    const std::string name = is_weighted ? "wald" : "likelihood_ratio";
    return {{"log_likelihood", {"Log-likelihood", "Log-likelihood"}, fit.log_likelihood, 3},
            {"null_log_likelihood",
             {"Log-likelihood without traits", "Log-likelihood tanpa karakteristik"},
             fit.null_log_likelihood,
             3},
            {"mcfadden_r2", {"McFadden's R2", "R2 McFadden"}, fit.mcfadden_r2(), 3},
            {name + "_chi2", test + Text{", chi-squared", ", kai-kuadrat"}, fit.test.chi_squared, 3},
            {name + "_df", test + Text{", degrees of freedom", ", derajat bebas"},
             static_cast<double>(fit.test.degrees_of_freedom)},
            {name + "_p", test + Text{", p", ", p"}, fit.test.p, 4}};
}

std::vector<ModelStatistic> classification_statistics(const PovertyFactors& factors) {
    const auto& table = factors.classification;
    const auto count = [](std::size_t cases) { return static_cast<double>(cases); };
    const auto poor = count(factors.poor_count());
    const auto all = count(factors.size());
    return {
        {"poor_predicted_poor", {"Poor, predicted poor", "Miskin, diprediksi miskin"}, count(table.event_as_event)},
        {"poor_predicted_not_poor",
         {"Poor, predicted not poor", "Miskin, diprediksi tidak miskin"},
         count(table.event_as_other)},
        {"not_poor_predicted_poor",
         {"Not poor, predicted poor", "Tidak miskin, diprediksi miskin"},
         count(table.other_as_event)},
        {"not_poor_predicted_not_poor",
         {"Not poor, predicted not poor", "Tidak miskin, diprediksi tidak miskin"},
         count(table.other_as_other)},
        {"sensitivity_share",
         {"Of the poor, predicted poor (sensitivity)", "Dari yang miskin, diprediksi miskin (sensitivitas)"},
         table.sensitivity(),
         3},
        {"specificity_share",
         {"Of the others, predicted not poor (specificity)", "Dari yang lain, diprediksi tidak miskin (spesifisitas)"},
         table.specificity(),
         3},
        {"correct_share", {"Predicted rightly", "Diprediksi dengan benar"}, table.share_correct(), 3},
        {"correct_without_traits_share",
         {"Right if all were called what most are", "Benar bila semua disebut seperti kebanyakan"},
         std::max(poor, all - poor) / all,
         3}};
}

}  // namespace

std::vector<ColumnDefinition> coefficient_columns() {
    std::vector<ColumnDefinition> columns{text_column("trait", {"Trait", "Karakteristik"}),
                                          text_column("category", {"Value", "Nilai"}),
                                          text_column("reference", {"Compared with", "Dibanding"}),
                                          number_column("coefficient", "", {"Coefficient", "Koefisien"}),
                                          number_column("standard_error", "", {"Standard error", "Galat baku"}),
                                          number_column("z", "", {"z", "z"}),
                                          number_column("p", "", {"p", "p"}),
                                          odds_ratio_column()};
    for (auto& column : interval_columns(odds_ratio_column())) columns.push_back(std::move(column));
    columns.push_back(
        {"clear", ColumnType::YesNo, {}, {"Clear link (p below 0.05)", "Kaitan jelas (p di bawah 0,05)"}});
    columns.push_back(text_column("meaning", {"Meaning", "Arti"}));
    return columns;
}

std::vector<ColumnDefinition> logit_model_columns() {
    return {text_column("name", {"Statistic", "Statistik"}), text_column("label", {"Meaning", "Arti"}),
            number_column("value", "", {"Value", "Nilai"})};
}

Layer make_coefficients(const PovertyFactors& factors, core::Language language) {
    Layer layer;
    for (auto& definition : coefficient_columns()) layer.add_column(std::move(definition));
    for (std::size_t i = 0; i < factors.columns.size(); ++i) {
        const auto& column = factors.columns[i];
        const auto& coefficient = factors.fit.traits[i];
        add_coefficient(layer, &column, coefficient, coefficient_sentence(column, coefficient).in(language));
    }
    const Text constant{"The logit where every trait is 0, no, or the value compared with.",
                        "Logit bila semua karakteristik bernilai 0, tidak, atau nilai pembanding."};
    add_coefficient(layer, nullptr, factors.fit.constant, constant.in(language));
    return layer;
}

std::vector<ModelStatistic> model_statistics(const PovertyFactors& factors) {
    auto all = household_statistics(factors);
    for (auto& statistic : fit_statistics(factors)) all.push_back(std::move(statistic));
    for (auto& statistic : classification_statistics(factors)) all.push_back(std::move(statistic));
    return all;
}

Layer make_logit_model(const PovertyFactors& factors, core::Language language) {
    Layer layer;
    for (auto& definition : logit_model_columns()) layer.add_column(std::move(definition));
    for (const auto& statistic : model_statistics(factors)) {
        layer.columns[0].add_text(statistic.name);
        layer.columns[1].add_text(statistic.label.in(language));
        layer.columns[2].add(statistic.value);
        ++layer.row_count;
    }
    return layer;
}

}  // namespace desakota::analyses
