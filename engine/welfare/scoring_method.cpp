#include "engine/welfare/scoring_method.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "engine/core/parallel.h"
#include "engine/welfare/normalisation.h"

namespace desakota::welfare {
namespace {

bool has_aggregation(const Scheme& scheme, Aggregation aggregation) {
    return std::ranges::all_of(scheme.dimensions,
                               [&](const Dimension& dimension) { return dimension.aggregation == aggregation; });
}

bool has_normaliser(const Scheme& scheme, Normaliser kind) {
    return std::ranges::all_of(scheme.indicators,
                               [&](const Indicator& indicator) { return indicator.normalisation.kind == kind; });
}

/// Scores of bands are points, in the index's direction already; all else is normalised from the values themselves.
std::vector<double> other_normalisation(const Indicator& indicator, Normaliser kind, std::span<const double> values,
                                        std::span<const double> own, Direction index) {
    Normalisation how;
    how.kind = kind;
    if (indicator.normalisation.kind == Normaliser::Bands) return normalise(own, how, {index, index}).values;
    return normalise(values, how, {indicator.direction, index}).values;
}

std::vector<double> of_rows(const std::vector<double>& column, const std::vector<std::uint32_t>& rows) {
    std::vector<double> result;
    result.reserve(rows.size());
    for (const auto row : rows) result.push_back(column[row]);
    return result;
}

bool has_negative(const IndicatorColumns& columns) {
    return std::ranges::any_of(columns, [](const std::vector<double>& column) {
        return std::ranges::any_of(column, [](double value) { return value < 0.0; });
    });
}

/// So that a single 0 does not make the whole mean 0.
void raise_zeros(IndicatorColumns& columns) {
    constexpr double kFloor = 0.01;
    for (auto& column : columns) {
        for (double& value : column) value = kFloor + (1.0 - kFloor) * value;
    }
}

}  // namespace

std::vector<ScoringMethod> scoring_methods(const Scheme& scheme) {
    const bool arithmetic = has_aggregation(scheme, Aggregation::Arithmetic);
    const bool geometric = has_aggregation(scheme, Aggregation::Geometric);
    std::vector<std::optional<Aggregation>> aggregations{std::nullopt};
    if (!arithmetic) aggregations.emplace_back(Aggregation::Arithmetic);
    if (!geometric) aggregations.emplace_back(Aggregation::Geometric);
    std::vector<ScoringMethod> methods;
    methods.reserve(3 * aggregations.size() + 1);
    for (const auto& aggregation : aggregations) methods.push_back({std::nullopt, aggregation});
    for (const auto kind : {Normaliser::MinMax, Normaliser::Rank}) {
        if (has_normaliser(scheme, kind)) continue;
        for (const auto& aggregation : aggregations) methods.push_back({kind, aggregation});
    }
    if (!has_normaliser(scheme, Normaliser::ZScore)) {
        methods.push_back({Normaliser::ZScore, Aggregation::Arithmetic});
    }
    return methods;
}

std::vector<std::uint32_t> scored_rows(const Composite& composite) {
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < composite.scores.size(); ++row) {
        if (!std::isnan(composite.scores[row])) rows.push_back(row);
    }
    return rows;
}

MethodColumns columns_of(const ScoringMethod& method, const ScoredValues& scored, int threads,
                         core::Progress& progress) {
    const auto& scheme = scored.scheme;
    const auto rows = scored_rows(scored.composite);
    IndicatorColumns columns(scheme.indicators.size());
    core::parallel_for(columns.size(), {threads, 1}, progress, [&](std::size_t begin, std::size_t end) {
        for (auto i = begin; i < end; ++i) {
            const auto& own = scored.composite.normalised[i];
            columns[i] = of_rows(method.normaliser ? other_normalisation(scheme.indicators[i], *method.normaliser,
                                                                         scored.values[i], own, scheme.direction)
                                                   : own,
                                 rows);
        }
    });
    std::vector<Aggregation> aggregations;
    aggregations.reserve(scheme.dimensions.size());
    for (const auto& dimension : scheme.dimensions) {
        aggregations.push_back(method.aggregation.value_or(dimension.aggregation));
    }
    if (method.aggregation == Aggregation::Geometric) {
        if (has_negative(columns)) {
            for (std::size_t i = 0; i < aggregations.size(); ++i) aggregations[i] = scheme.dimensions[i].aggregation;
        } else {
            raise_zeros(columns);
        }
    }
    ScoreTree tree(scheme, std::move(aggregations));
    auto ready = tree.prepared(std::move(columns));
    return {std::move(tree), std::move(ready)};
}

}  // namespace desakota::welfare
