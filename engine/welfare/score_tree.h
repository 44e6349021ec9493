#pragma once

#include <cstddef>
#include <vector>

#include "engine/welfare/scheme.h"

namespace desakota::welfare {

/// Numbers of rows, indicator by indicator in the scheme's order; NaN is missing. All columns are of one length.
using IndicatorColumns = std::vector<std::vector<double>>;

/// The weights of indicators and dimensions within what they stand in. They need not sum to 1: means are of what there
/// is.
struct TreeWeights {
    std::vector<double> indicators;
    std::vector<double> dimensions;  ///< the first, the index's own, has no effect
};
[[nodiscard]] TreeWeights weights_of(const Scheme& scheme);

/// The tree of an index, for means of many rows again and again with other weights. A missing indicator drops out, and
/// the others of its dimension share its weight; so does a dimension without any indicator.
class ScoreTree {
public:
    /// `aggregations`, one a dimension, may differ from the scheme's.
    ScoreTree(const Scheme& scheme, std::vector<Aggregation> aggregations);

    /// Logarithms of the indicators of geometric dimensions: what `evaluate` takes. Negative values become missing.
    [[nodiscard]] IndicatorColumns prepared(IndicatorColumns columns) const;

    /// Room for one block of rows; the values of dimension d are at [d * kBlock, ...), NaN where nothing is known.
    static constexpr std::size_t kBlock = 512;
    struct Scratch {
        std::vector<double> values;
        std::vector<double> weights;  ///< the weights of what was there
    };
    /// The means of rows [begin, end), at most kBlock, for each dimension; those of the index itself first.
    void evaluate(const IndicatorColumns& prepared_columns, const TreeWeights& weights, std::size_t begin,
                  std::size_t end, Scratch& scratch) const;

private:
    void finish_mean(std::size_t dimension, std::size_t count, Scratch& scratch) const;
    void add_to_parent(std::size_t dimension, double weight, std::size_t count, Scratch& scratch) const;
    [[nodiscard]] bool is_geometric(std::size_t dimension) const {
        return aggregations_[dimension] == Aggregation::Geometric;
    }

    std::vector<std::size_t> dimension_of_indicator_;
    std::vector<std::size_t> parents_;
    std::vector<Aggregation> aggregations_;
};

}  // namespace desakota::welfare
