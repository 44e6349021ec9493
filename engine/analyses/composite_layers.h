#pragma once

#include <optional>
#include <vector>

#include "engine/analyses/catalogue.h"
#include "engine/analyses/composite_input.h"
#include "engine/welfare/next_class.h"
#include "engine/welfare/rank_uncertainty.h"

namespace desakota::analyses {

/// An index that was computed.
struct IndexFindings {
    welfare::Composite composite;
    welfare::RankIntervals ranks;
    std::vector<welfare::IndicatorShift> shifts;
    std::vector<std::optional<welfare::NextClass>> next;  ///< empty where the scheme has no steps

    [[nodiscard]] bool has_score(std::size_t row) const { return composite.faults[row] == welfare::ScoreFault::None; }
};

/// The columns of the main layer. Those of the dimensions (`score_` and their code) follow from the scheme; nullptr:
/// what is there for every scheme, and the steps'.
[[nodiscard]] std::vector<layers::ColumnDefinition> index_columns(const welfare::Scheme* scheme);
[[nodiscard]] std::vector<layers::ColumnDefinition> contribution_columns();
[[nodiscard]] std::vector<layers::ColumnDefinition> step_columns();
[[nodiscard]] std::vector<layers::ColumnDefinition> sensitivity_columns();

/// Row for row as in the settlement layer, with its geometry.
[[nodiscard]] layers::Layer make_index_layer(const IndexInput& input, const IndexFindings& findings,
                                             const layers::Layer& settlement_layer, core::Language language);
/// A row for each settlement and indicator.
[[nodiscard]] layers::Layer make_contributions(const IndexInput& input, const IndexFindings& findings,
                                               core::Progress& progress);
[[nodiscard]] layers::Layer make_steps(const IndexInput& input, const IndexFindings& findings);
[[nodiscard]] layers::Layer make_sensitivity(const IndexInput& input, const IndexFindings& findings,
                                             core::Language language);
/// The settlements (and families) of each class, by group and in all: columns class_<code>_settlements and
/// class_<code>_families.
[[nodiscard]] layers::Layer make_index_summary(const IndexInput& input, const IndexFindings& findings);

}  // namespace desakota::analyses
