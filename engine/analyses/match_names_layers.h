#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/analyses/match_names_input.h"
#include "engine/layers/layer.h"
#include "engine/maps/style.h"

namespace desakota::analyses {

/// Which rows of the table each settlement has; only accepted matches count.
struct TableJoin {
    std::vector<std::size_t> counts;               ///< of each settlement
    std::vector<std::optional<std::size_t>> rows;  ///< of each settlement, the first one
    std::vector<std::optional<matching::How>> how;

    /// Whether the table has several rows for a settlement, so that its columns cannot be the settlement's.
    [[nodiscard]] bool has_several() const;
};
[[nodiscard]] TableJoin join_table(const MatchNamesInput& input, std::span<const matching::Match> matches);

/// The columns of the three outputs; those of the settlements without the fields that are kept and joined.
[[nodiscard]] std::vector<layers::ColumnDefinition> match_columns();
[[nodiscard]] std::vector<layers::ColumnDefinition> matched_settlement_columns();
[[nodiscard]] std::vector<layers::ColumnDefinition> match_summary_columns();
[[nodiscard]] std::vector<maps::Style> matched_settlement_styles();

/// A row for each key of the table.
[[nodiscard]] layers::Layer make_match_table(const MatchNamesInput& input, std::span<const matching::Match> matches,
                                             core::Language language);
/// A row for each settlement, with its geometry, the fields of `settlement-fields` and, unless the table has several
/// rows a settlement, those of `table-fields`.
[[nodiscard]] layers::Layer make_matched_settlements(const MatchNamesInput& input, const TableJoin& join,
                                                     const Arguments& arguments);
/// How many keys and rows were matched how.
[[nodiscard]] layers::Layer make_match_summary(const MatchNamesInput& input, std::span<const matching::Match> matches);

}  // namespace desakota::analyses
