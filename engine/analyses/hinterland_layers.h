#pragma once

#include <vector>

#include "engine/analyses/hinterland_question.h"
#include "engine/analyses/search_setting.h"
#include "engine/analyses/summary_table.h"
#include "engine/layers/layer.h"

namespace desakota::analyses {

/// The main layer: a row a settlement. Columns of the other unit of cost, population, flow and leakage are left out of
/// a layer where they do not apply.
///
///   * interaction_index, potential: 0 where no way leads to a centre; missing without a location and beyond the
///     cutoff, where a way may exist.
///   * Shares are over all centres; they and the centres are missing where no centre has a tie.
[[nodiscard]] std::vector<layers::ColumnDefinition> hinterland_columns();
[[nodiscard]] layers::Layer make_hinterland_layer(const HinterlandQuestion& question,
                                                  const HinterlandFindings& findings,
                                                  const layers::Layer& settlement_layer, core::Language language);

/// The long table: for each settlement the centres of the greatest ties, in their order.
[[nodiscard]] std::vector<layers::ColumnDefinition> interaction_columns();
[[nodiscard]] layers::Layer make_interactions(const HinterlandQuestion& question, const HinterlandFindings& findings);

/// A row a centre, with what is in its hinterland.
[[nodiscard]] std::vector<layers::ColumnDefinition> centre_columns();
[[nodiscard]] layers::Layer make_centre_layer(const HinterlandQuestion& question, const HinterlandFindings& findings,
                                              const layers::Layer& centre_layer);

/// What of the main layer a summary pools.
struct HinterlandShares {
    std::vector<std::optional<double>> index;
    std::vector<std::optional<double>> contested;
    std::vector<std::optional<double>> leakage;
    std::vector<bool> unknown;
};
[[nodiscard]] HinterlandShares hinterland_shares(const HinterlandQuestion& question,
                                                 const HinterlandFindings& findings);
[[nodiscard]] std::vector<layers::ColumnDefinition> hinterland_summary_columns();
[[nodiscard]] SummaryInput hinterland_summary(const HinterlandQuestion& question, const HinterlandFindings& findings,
                                              const HinterlandShares& shares);

}  // namespace desakota::analyses
