#pragma once

#include <vector>

#include "engine/analyses/households.h"
#include "engine/analyses/trait_columns.h"
#include "engine/analyses/welfare_disclosure.h"

namespace desakota::analyses {

/// The households that count, their traits, and what the logit found.
struct PovertyFactors {
    const Settlements& settlements;
    const Households& households;
    HouseholdSelection selection;
    std::vector<TraitColumn> columns;
    std::vector<double> poor;     ///< of each selected household: 1 or 0
    std::vector<double> weights;  ///< of each selected household
    statistics::LogitFit fit;
    statistics::Classification classification;
    bool is_unweighted = false;  ///< the summary takes the plain mean of settlements

    [[nodiscard]] std::size_t size() const { return poor.size(); }
    [[nodiscard]] std::size_t poor_count() const;
};

/// On what the rows of settlements and of the summary rest.
[[nodiscard]] WelfareBases factors_bases(const PovertyFactors& factors);

/// settlement_id, settlement_name, mean_probability, poor_households_share, share_difference, and the basis.
[[nodiscard]] std::vector<layers::ColumnDefinition> poverty_factors_columns();
[[nodiscard]] std::vector<layers::ColumnDefinition> poverty_factors_summary_columns();
[[nodiscard]] std::vector<layers::ColumnDefinition> coefficient_columns();
[[nodiscard]] std::vector<layers::ColumnDefinition> logit_model_columns();
[[nodiscard]] std::vector<layers::ColumnDefinition> predicted_household_columns();

/// Of some settlements' households together, weighted. Missing without households.
struct PredictedPoor {
    std::optional<double> mean_probability;
    std::optional<double> poor_share;
};
[[nodiscard]] PredictedPoor poor_figures(const PovertyFactors& factors, const std::vector<std::uint32_t>& settlements);

/// Every settlement, in the geometry given.
[[nodiscard]] layers::Layer make_poverty_factors_layer(const PovertyFactors& factors, const layers::Layer& settlements,
                                                       core::Language language);
[[nodiscard]] layers::Layer make_poverty_factors_summary(const PovertyFactors& factors, core::Language language);
/// A row for each coefficient, the constant last.
[[nodiscard]] layers::Layer make_coefficients(const PovertyFactors& factors, core::Language language);
/// Every household that counts, in the table's order.
[[nodiscard]] layers::Layer make_predicted_households(const PovertyFactors& factors);

/// One statistic of the whole model.
struct ModelStatistic {
    std::string name;  ///< lower_snake
    core::Text label;
    std::optional<double> value;
    int decimals = 0;  ///< shown on the terminal
};
[[nodiscard]] std::vector<ModelStatistic> model_statistics(const PovertyFactors& factors);
[[nodiscard]] layers::Layer make_logit_model(const PovertyFactors& factors, core::Language language);

/// Figures and the answer in sentences.
void add_poverty_factors_answer(Results& results, const PovertyFactors& factors);

}  // namespace desakota::analyses
