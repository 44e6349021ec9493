#include "engine/welfare/normalisation.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace desakota::welfare {
namespace {

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();
constexpr double kNoise = 5e-10;  // as in classes.cpp

/// What the relative normalisations need of all values.
struct Spread {
    double least = std::numeric_limits<double>::infinity();
    double most = -std::numeric_limits<double>::infinity();
    double mean = 0.0;
    double deviation = 0.0;  // of the sample
    bool is_constant = true;
};

/// Differences of this part of the values are rounding.
bool is_same(double least, double most) {
    constexpr double kRounding = 1e-14;
    return most - least <= kRounding * std::max(std::abs(least), std::abs(most));
}

Spread spread_of(std::span<const double> values) {
    Spread spread;
    double count = 0.0;
    for (const double value : values) {
        if (std::isnan(value)) continue;
        spread.least = std::min(spread.least, value);
        spread.most = std::max(spread.most, value);
        spread.mean += value;
        ++count;
    }
    if (count < 2.0) return spread;
    spread.mean /= count;
    for (const double value : values) {
        if (!std::isnan(value)) spread.deviation += (value - spread.mean) * (value - spread.mean);
    }
    spread.deviation = std::sqrt(spread.deviation / (count - 1.0));
    spread.is_constant = is_same(spread.least, spread.most);
    return spread;
}

template <class Rule>
std::vector<double> each(std::span<const double> values, Rule rule) {
    std::vector<double> result(values.size(), kMissing);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!std::isnan(values[i])) result[i] = rule(values[i]);
    }
    return result;
}

std::vector<double> turned_if(std::vector<double> values, bool turn) {
    if (turn) {
        for (double& value : values) value = -value;
    }
    return values;
}

/// (lowest rank - 1) / (n - 1).
std::vector<double> by_rank(std::span<const double> values) {
    std::vector<double> sorted;
    for (const double value : values) {
        if (!std::isnan(value)) sorted.push_back(value);
    }
    std::ranges::sort(sorted);
    const auto others = static_cast<double>(sorted.size() - 1);
    return each(values, [&](double value) {
        return static_cast<double>(std::ranges::lower_bound(sorted, value) - sorted.begin()) / others;
    });
}

std::vector<double> by_spread(std::span<const double> values, const Spread& spread, Normaliser kind, bool turn) {
    if (kind == Normaliser::Rank) return by_rank(turned_if({values.begin(), values.end()}, turn));
    if (kind == Normaliser::ZScore) {
        return each(values, [&](double value) {
            const double score = (value - spread.mean) / spread.deviation;
            return turn ? -score : score;
        });
    }
    const double range = spread.most - spread.least;
    return each(values, [&](double value) { return (turn ? spread.most - value : value - spread.least) / range; });
}

double band_score(const Normalisation& how, double value) {
    const auto is_past = [value](const Break& one) {
        if (std::abs(value - one.at) <= kNoise) return one.joins == Joins::Above;
        return value > one.at;
    };
    const auto band = std::ranges::find_if_not(how.breaks, is_past) - how.breaks.begin();
    return how.scores[static_cast<std::size_t>(band)];
}

double part_of_target(double value, double target, Direction direction) {
    if (direction == Direction::HigherIsBetter) return std::clamp(value / target, 0.0, 1.0);
    return value <= target ? 1.0 : target / value;
}

}  // namespace

Normalised normalise(std::span<const double> values, const Normalisation& how, Directions directions) {
    const bool turn = directions.indicator != directions.index;
    switch (how.kind) {
        case Normaliser::None:
            return {{values.begin(), values.end()}};
        case Normaliser::Bands:
            return {each(values, [&](double value) { return band_score(how, value); })};
        case Normaliser::Goalposts:
            return {each(values, [&](double value) {
                const double part = std::clamp((value - how.least) / (how.most - how.least), 0.0, 1.0);
                return turn ? 1.0 - part : part;
            })};
        case Normaliser::Target:
            return {each(values, [&](double value) {
                const double part = part_of_target(value, how.target, directions.indicator);
                return directions.index == Direction::HigherIsBetter ? part : 1.0 - part;
            })};
        default:
            break;
    }
    const auto spread = spread_of(values);
    if (spread.is_constant) return {std::vector<double>(values.size(), kMissing), true};
    return {by_spread(values, spread, how.kind, turn)};
}

}  // namespace desakota::welfare
