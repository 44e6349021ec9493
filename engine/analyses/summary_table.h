#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/analyses/settlements.h"
#include "engine/analyses/way_columns.h"

namespace desakota::analyses {

enum class Pooling : std::uint8_t {
    Families,     ///< a number of families: the sum
    Share,        ///< of families; of settlements where there is no families field
    Settlements,  ///< a number of settlements, however many families they have: the sum of the shares that are known
};

/// A families or share column of a main layer, as what a summary pools: for each settlement the share (0 to 1) of its
/// families to which the column applies; missing where that is not known.
struct PooledColumn {
    layers::ColumnDefinition definition;
    Pooling pooling = Pooling::Share;
    std::span<const std::optional<double>> shares;
};

/// How many settlements were reached, in one search.
struct ReachedColumn {
    ColumnPrefix prefix;
    std::span<const WayRow> rows;
};

/// How the shares of a summary come about.
enum class Aggregate : std::uint8_t {
    Pooled,      ///< from families, summed over the settlements
    Unweighted,  ///< the plain mean of the settlements' shares, however many families they have
};

struct SummaryInput {
    const Settlements& settlements;
    std::vector<ReachedColumn> reached;
    /// Settlements to which the question could not be put: no location, no centre named; for shares also those without
    /// a number of families, where the others have one.
    std::vector<bool> unknown;
    std::vector<PooledColumn> pooled;
    Aggregate aggregate = Aggregate::Pooled;
};

/// group_field, group_value, settlements, settlements_reached, settlements_unknown, families, families_unknown.
[[nodiscard]] std::vector<layers::ColumnDefinition> summary_columns();

/// One row for each value of each group field, values in the order of their letters and the missing one last, then one
/// in total ("total", "total"). Figures are pooled from counts and sums, never a mean of rates unless Unweighted is
/// asked for:
///
///   * `families` is the sum of all known numbers, `families_unknown` the part of it in unknown settlements.
///   * A share is the families to which it applies over all families of settlements that are known; settlements that
///     are unknown enter neither side. Missing where nothing is known.
///   * Without a families field, shares are of settlements and families columns are missing.
[[nodiscard]] layers::Layer make_summary(const SummaryInput& input);

/// Adds a pooled column to the main layer: each settlement's share, or the families that it stands for.
void add_pooled_column(layers::Layer& layer, const PooledColumn& pooled, const Settlements& settlements);

/// Pools one column over all settlements, whatever `aggregate` says.
[[nodiscard]] std::optional<double> pooled_total(const SummaryInput& input, const PooledColumn& column);

}  // namespace desakota::analyses
