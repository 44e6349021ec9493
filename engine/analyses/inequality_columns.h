#pragma once

#include <vector>

#include "engine/analyses/inequality_layers.h"
#include "engine/layers/column.h"

namespace desakota::analyses {

/// A figure of inequality as a column; with an interval where it has one.
struct InequalityColumn {
    layers::ColumnDefinition definition;
    double welfare::Inequality::*figure = nullptr;
    std::optional<statistics::Interval> welfare::InequalityIntervals::*interval = nullptr;
};
/// In the order of the tables.
[[nodiscard]] std::vector<InequalityColumn> inequality_columns(IncomeUnit unit);

[[nodiscard]] layers::ColumnDefinition gini_class_column();
[[nodiscard]] layers::ColumnDefinition bottom_40_class_column();

/// A part of a summary row that is split within and between settlements.
struct InequalitySplitColumn {
    layers::ColumnDefinition definition;
    double (*value)(const InequalitySplit& split);
};
[[nodiscard]] std::vector<InequalitySplitColumn> inequality_split_columns();

/// NaN is missing.
[[nodiscard]] std::optional<double> known(double value);

}  // namespace desakota::analyses
