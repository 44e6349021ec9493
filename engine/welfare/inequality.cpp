#include "engine/welfare/inequality.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace desakota::welfare {
namespace {

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();
/// What sums leave by rounding where those who count have equal incomes.
constexpr double kNoise = 1e-12;

constexpr double kBottom = 0.4;
constexpr double kTop = 0.2;
constexpr double kPalmaTop = 0.1;

Inequality nothing() {
    return {kMissing, kMissing, kMissing, kMissing, kMissing, kMissing, kMissing, kMissing};
}

/// The income of the poorest, up to `wanted` of the weights.
double income_from_below(std::span<const double> incomes, std::span<const double> weights, double wanted) {
    double counted = 0.0;
    double income = 0.0;
    for (std::size_t i = 0; i < incomes.size(); ++i) {
        if (counted + weights[i] >= wanted) return income + (wanted - counted) * incomes[i];
        counted += weights[i];
        income += weights[i] * incomes[i];
    }
    return income;
}

/// The income of the richest, down to two parts of the weights, the first less than the second.
std::pair<double, double> income_from_above(std::span<const double> incomes, std::span<const double> weights,
                                            std::pair<double, double> wanted) {
    double counted = 0.0;
    double income = 0.0;
    double first = kMissing;
    for (std::size_t i = incomes.size(); i-- > 0;) {
        const double next = counted + weights[i];
        if (std::isnan(first) && next >= wanted.first) first = income + (wanted.first - counted) * incomes[i];
        if (next >= wanted.second) return {first, income + (wanted.second - counted) * incomes[i]};
        counted = next;
        income += weights[i] * incomes[i];
    }
    return {std::isnan(first) ? income : first, income};
}

}  // namespace

struct IncomeOrder::Sums {
    double weights = 0.0;
    double income = 0.0;
    double below = 0.0;           ///< twice the area under the Lorenz curve, unscaled
    double logarithms = 0.0;      ///< of the weights times the logarithm
    double own_logarithms = 0.0;  ///< of the income times its logarithm
};

IncomeOrder::IncomeOrder(std::vector<double> incomes) : incomes_(std::move(incomes)) {
    logarithms_.reserve(incomes_.size());
    for (const double income : incomes_) logarithms_.push_back(income > 0.0 ? std::log(income) : 0.0);
    zeros_ = static_cast<std::size_t>(std::ranges::count(incomes_, 0.0));
}

IncomeOrder::Sums IncomeOrder::add_up(std::span<const double> weights) const {
    Sums sums;
    for (std::size_t i = 0; i < incomes_.size(); ++i) {
        const double income = weights[i] * incomes_[i];
        sums.below += weights[i] * (2.0 * sums.income + income);
        sums.weights += weights[i];
        sums.income += income;
        sums.logarithms += weights[i] * logarithms_[i];
        sums.own_logarithms += income * logarithms_[i];
    }
    return sums;
}

Inequality IncomeOrder::figures(std::span<const double> weights) const {
    auto figures = nothing();
    const auto sums = add_up(weights);
    if (!(sums.weights > 0.0)) return figures;
    figures.mean_income = sums.income / sums.weights;
    if (!(sums.income > 0.0)) return figures;
    const bool are_equal = incomes_.front() == incomes_.back();
    const auto without_noise = [are_equal](double value) { return are_equal || value < kNoise ? 0.0 : value; };
    figures.gini = without_noise(1.0 - sums.below / sums.weights / sums.income);
    const double log_mean = std::log(figures.mean_income);
    figures.theil_t = without_noise(sums.own_logarithms / sums.income - log_mean);
    const auto zeros = weights.first(zeros_);
    if (std::ranges::all_of(zeros, [](double weight) { return weight == 0.0; })) {
        figures.theil_l = without_noise(log_mean - sums.logarithms / sums.weights);
    }
    const double bottom = income_from_below(incomes_, weights, kBottom * sums.weights);
    const auto [top_10, top_20] = income_from_above(incomes_, weights, {kPalmaTop * sums.weights, kTop * sums.weights});
    if (bottom > 0.0) figures.palma_ratio = top_10 / bottom;
    figures.bottom_40_share = bottom / sums.income;
    figures.top_20_share = top_20 / sums.income;
    figures.gini_grouped = without_noise(gini_of_classes(figures.bottom_40_share, figures.top_20_share));
    return figures;
}

double gini_of_classes(double bottom_40_share, double top_20_share) {
    return 0.2 - 0.8 * bottom_40_share + 0.6 * top_20_share;
}

double gini_for_small_sample(double gini, std::size_t households) {
    if (households < 2) return kMissing;
    const auto count = static_cast<double>(households);
    const double corrected = gini * count / (count - 1.0);
    return corrected > 1.0 ? 1.0 : corrected;
}

std::vector<double> lorenz_curve(const SortedIncomes& sorted, std::span<const double> shares) {
    double weights = 0.0;
    double income = 0.0;
    for (std::size_t i = 0; i < sorted.values.size(); ++i) {
        weights += sorted.weights[i];
        income += sorted.weights[i] * sorted.values[i];
    }
    if (!(income > 0.0)) return {};
    std::vector<double> curve;
    curve.reserve(shares.size());
    double counted = 0.0;
    double earned = 0.0;
    std::size_t i = 0;
    for (const double share : shares) {
        const double wanted = share * weights;
        for (; i < sorted.values.size() && counted + sorted.weights[i] < wanted; ++i) {
            counted += sorted.weights[i];
            earned += sorted.weights[i] * sorted.values[i];
        }
        const double part = i < sorted.values.size() ? (wanted - counted) * sorted.values[i] : 0.0;
        curve.push_back(share >= 1.0 ? 1.0 : std::min(1.0, (earned + part) / income));
    }
    return curve;
}

std::size_t lorenz_parts(std::span<const double> weights, std::size_t fewest) {
    constexpr std::array<std::size_t, 4> kParts{20, 10, 5, 2};
    double total = 0.0;
    for (const double weight : weights) total += weight;
    for (const auto parts : kParts) {
        std::vector<std::size_t> counts(parts);
        double before = 0.0;
        for (const double weight : weights) {
            const double place = (before + weight / 2.0) / total * static_cast<double>(parts);
            ++counts[std::min(parts - 1, static_cast<std::size_t>(place))];
            before += weight;
        }
        if (std::ranges::all_of(counts, [fewest](std::size_t count) { return count >= fewest; })) return parts;
    }
    return 1;
}

}  // namespace desakota::welfare
