#include "engine/welfare/score_tree.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace desakota::welfare {
namespace {

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

/// Adds weight x value, and the weight, of those rows that have a value.
void add_column(const double* values, double weight, std::size_t count, double* sums, double* weights) {
    for (std::size_t i = 0; i < count; ++i) {
        const bool is_there = !std::isnan(values[i]);
        sums[i] += is_there ? weight * values[i] : 0.0;
        weights[i] += is_there ? weight : 0.0;
    }
}

}  // namespace

TreeWeights weights_of(const Scheme& scheme) {
    TreeWeights weights;
    for (const auto& indicator : scheme.indicators) weights.indicators.push_back(indicator.weight);
    for (const auto& dimension : scheme.dimensions) weights.dimensions.push_back(dimension.weight);
    return weights;
}

ScoreTree::ScoreTree(const Scheme& scheme, std::vector<Aggregation> aggregations)
    : aggregations_(std::move(aggregations)) {
    for (const auto& indicator : scheme.indicators) dimension_of_indicator_.push_back(indicator.dimension);
    for (const auto& dimension : scheme.dimensions) parents_.push_back(dimension.parent);
}

IndicatorColumns ScoreTree::prepared(IndicatorColumns columns) const {
    for (std::size_t indicator = 0; indicator < columns.size(); ++indicator) {
        if (!is_geometric(dimension_of_indicator_[indicator])) continue;
        for (double& value : columns[indicator]) value = std::log(value);
    }
    return columns;
}

void ScoreTree::evaluate(const IndicatorColumns& prepared_columns, const TreeWeights& weights, std::size_t begin,
                         std::size_t end, Scratch& scratch) const {
    const std::size_t count = end - begin;
    scratch.values.assign(parents_.size() * kBlock, 0.0);
    scratch.weights.assign(parents_.size() * kBlock, 0.0);
    for (std::size_t indicator = 0; indicator < dimension_of_indicator_.size(); ++indicator) {
        const auto place = dimension_of_indicator_[indicator] * kBlock;
        if (!(weights.indicators[indicator] > 0.0)) continue;
        add_column(prepared_columns[indicator].data() + begin, weights.indicators[indicator], count,
                   scratch.values.data() + place, scratch.weights.data() + place);
    }
    for (std::size_t dimension = parents_.size(); dimension-- > 0;) {
        finish_mean(dimension, count, scratch);
        if (dimension > 0) add_to_parent(dimension, weights.dimensions[dimension], count, scratch);
    }
}

void ScoreTree::finish_mean(std::size_t dimension, std::size_t count, Scratch& scratch) const {
    double* values = scratch.values.data() + dimension * kBlock;
    const double* own = scratch.weights.data() + dimension * kBlock;
    for (std::size_t i = 0; i < count; ++i) values[i] = own[i] > 0.0 ? values[i] / own[i] : kMissing;
    if (!is_geometric(dimension)) return;
    for (std::size_t i = 0; i < count; ++i) values[i] = std::exp(values[i]);
}

void ScoreTree::add_to_parent(std::size_t dimension, double weight, std::size_t count, Scratch& scratch) const {
    const double* values = scratch.values.data() + dimension * kBlock;
    double* sums = scratch.values.data() + parents_[dimension] * kBlock;
    double* weights = scratch.weights.data() + parents_[dimension] * kBlock;
    if (!is_geometric(parents_[dimension])) return add_column(values, weight, count, sums, weights);
    std::vector<double> logarithms(values, values + count);
    for (double& value : logarithms) value = std::log(value);
    add_column(logarithms.data(), weight, count, sums, weights);
}

}  // namespace desakota::welfare
