#include "engine/statistics/breaks.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>

namespace desakota::statistics {
namespace {

/// A value and how often it stands there.
struct Repeated {
    double value = 0.0;
    double count = 0.0;
};

std::vector<Repeated> distinct(std::span<const double> sorted) {
    std::vector<Repeated> result;
    for (const double value : sorted) {
        if (result.empty() || result.back().value < value) result.push_back({value, 0.0});
        result.back().count += 1.0;
    }
    return result;
}

/// The squared deviations of a run of values from its mean, from sums over all values before. Values are measured from
/// the mean of all, so that little is lost by subtraction.
class Deviations {
public:
    explicit Deviations(std::span<const Repeated> values) {
        double sum = 0.0;
        double count = 0.0;
        for (const auto& [value, times] : values) {
            sum += value * times;
            count += times;
        }
        const double mean = sum / count;
        for (const auto& [value, times] : values) {
            const double off = value - mean;
            counts_.push_back(counts_.back() + times);
            sums_.push_back(sums_.back() + times * off);
            squares_.push_back(squares_.back() + times * off * off);
        }
    }

    /// Of the values [first, last); 0 for none.
    [[nodiscard]] double of(std::size_t first, std::size_t last) const {
        if (last - first < 2) return 0.0;
        const double count = counts_[last] - counts_[first];
        const double sum = sums_[last] - sums_[first];
        return std::max(0.0, squares_[last] - squares_[first] - sum * sum / count);
    }

private:
    std::vector<double> counts_{0.0};
    std::vector<double> sums_{0.0};
    std::vector<double> squares_{0.0};
};

/// Cuts values into one class more than before, for every number of first values. The best place of the last cut
/// never moves down as values are added, so that halves can be searched apart.
class NextClass {
public:
    NextClass(const Deviations& deviations, const std::vector<double>& before, std::size_t classes_before)
        : deviations_(deviations), before_(before), least_(classes_before) {}

    /// For the first `low` to `high` values, whose last class begins at `from` to `to`.
    void solve(std::size_t low, std::size_t high, std::size_t from, std::size_t to) {
        if (low > high) return;
        const auto middle = low + (high - low) / 2;
        auto best = std::max(from, least_);
        for (auto begin = best; begin <= std::min(to, middle - 1); ++begin) {
            const double cost = before_[begin] + deviations_.of(begin, middle);
            if (cost < costs[middle]) {
                costs[middle] = cost;
                best = begin;
            }
        }
        begins[middle] = best;
        solve(low, middle - 1, from, best);
        solve(middle + 1, high, best, to);
    }

private:
    const Deviations& deviations_;
    const std::vector<double>& before_;
    std::size_t least_;

public:
    std::vector<double> costs = std::vector<double>(before_.size(), std::numeric_limits<double>::infinity());
    std::vector<std::size_t> begins = std::vector<std::size_t>(before_.size(), 0);
};

/// More values than classes.
std::vector<double> jenks(std::span<const Repeated> values, std::size_t classes) {
    const Deviations deviations(values);
    std::vector<double> costs(values.size() + 1);
    for (std::size_t n = 1; n <= values.size(); ++n) costs[n] = deviations.of(0, n);
    std::vector<std::vector<std::size_t>> begins;
    for (std::size_t made = 1; made < classes; ++made) {
        NextClass next(deviations, costs, made);
        next.solve(made + 1, values.size(), made, values.size() - 1);
        costs = std::move(next.costs);
        begins.push_back(std::move(next.begins));
    }
    std::vector<double> breaks{values.back().value};
    auto end = values.size();
    for (auto made = begins.size(); made-- > 0;) {
        end = begins[made][end];
        breaks.push_back(values[end - 1].value);
    }
    std::ranges::reverse(breaks);
    return breaks;
}

std::vector<double> quantiles(std::span<const double> sorted, std::size_t classes) {
    std::vector<double> breaks;
    for (std::size_t i = 1; i <= classes; ++i) {
        const auto place = (i * sorted.size() + classes - 1) / classes;  // rounded up: at least i / k of the values
        breaks.push_back(sorted[place - 1]);
    }
    return breaks;
}

std::vector<double> equal_intervals(double least, double greatest, std::size_t classes) {
    std::vector<double> breaks;
    for (std::size_t i = 1; i < classes; ++i) {
        breaks.push_back(std::lerp(least, greatest, static_cast<double>(i) / static_cast<double>(classes)));
    }
    breaks.push_back(greatest);
    return breaks;
}

std::vector<double> breaks_of(std::span<const double> sorted, std::span<const Repeated> values, std::size_t classes,
                              BreakRule rule) {
    switch (rule) {
        case BreakRule::Quantile:
            return quantiles(sorted, classes);
        case BreakRule::EqualInterval:
            return equal_intervals(sorted.front(), sorted.back(), classes);
        case BreakRule::Jenks:
            break;
    }
    return jenks(values, classes);
}

}  // namespace

FiniteValues::FiniteValues(std::vector<double> values) : values_(std::move(values)) {
    if (!std::ranges::all_of(values_, [](double value) { return std::isfinite(value); })) {
        throw std::logic_error("FiniteValues: a value is missing or infinite");
    }
    std::ranges::sort(values_);
}

std::vector<double> class_breaks(const FiniteValues& values, std::size_t classes, BreakRule rule) {
    const auto sorted = values.sorted();
    if (sorted.empty() || classes == 0) return {};
    const auto different = distinct(sorted);
    std::vector<double> breaks;
    if (different.size() <= classes) {
        for (const auto& one : different) breaks.push_back(one.value);
        return breaks;
    }
    breaks = breaks_of(sorted, different, classes, rule);
    breaks.erase(std::ranges::unique(breaks).begin(), breaks.end());
    return breaks;
}

double goodness_of_variance_fit(const FiniteValues& values, std::span<const double> breaks) {
    const auto different = distinct(values.sorted());
    if (different.size() < 2) return 1.0;
    const Deviations deviations(different);
    double within = 0.0;
    std::size_t first = 0;
    for (const double limit : breaks) {
        auto last = first;
        while (last < different.size() && different[last].value <= limit) ++last;
        within += deviations.of(first, last);
        first = last;
    }
    return 1.0 - within / deviations.of(0, different.size());
}

}  // namespace desakota::statistics
