#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/statistics/quantile.h"

namespace desakota::welfare {

/// Incomes in ascending order, none negative, and the weight of each (households or persons, not negative).
using SortedIncomes = statistics::Weighted;

/// How unequal some incomes are. NaN where a figure is not defined.
struct Inequality {
    double gini = 0.0;             ///< from every income; 0 (all equal) to below 1
    double gini_grouped = 0.0;     ///< from three classes, the bottom 40, middle 40 and top 20 %; at most 0.8
    double theil_t = 0.0;          ///< 0 (all equal) to the logarithm of the weights' sum over the least weight
    double theil_l = 0.0;          ///< mean logarithmic deviation; needs incomes above 0
    double palma_ratio = 0.0;      ///< income of the top 10 % over that of the bottom 40 %; needs that to be above 0
    double bottom_40_share = 0.0;  ///< of all income, 0 to 0.4
    double top_20_share = 0.0;     ///< of all income, 0.2 to 1
    double mean_income = 0.0;
};

/// Incomes of which the figures are wanted for several sets of weights, in ascending order.
class IncomeOrder {
public:
    IncomeOrder() = default;
    /// Takes over incomes that are in ascending order and not negative.
    explicit IncomeOrder(std::vector<double> incomes);

    [[nodiscard]] std::size_t size() const { return incomes_.size(); }
    [[nodiscard]] std::span<const double> incomes() const { return incomes_; }

    /// The figures with one weight for each income. All are NaN where there is no weight or no income above 0 (the mean
    /// excepted, which is 0 there).
    ///
    ///   * Gini: 1 minus twice the area under the Lorenz curve, whose points are joined by straight lines.
    ///   * Shares of the bottom 40 and the top 20 and 10 %: read off that curve, so that a household may be in part
    ///     among the bottom 40 %. From them Gini of the three classes (gini_of_classes) and Palma's ratio.
    ///   * Theil T = sum of (w / W) (y / m) ln (y / m), where an income of 0 adds 0; L = sum of (w / W) ln (m / y).
    ///
    /// Source: Cowell (2011), Measuring Inequality, 3rd edition, appendix A; for Palma's ratio Cobham, Schloegl and
    /// Sumner (2016), "Inequality and the tails: the Palma proposition and ratio", Global Policy 7, 25-36.
    [[nodiscard]] Inequality figures(std::span<const double> weights) const;

private:
    struct Sums;
    [[nodiscard]] Sums add_up(std::span<const double> weights) const;

    std::vector<double> incomes_;
    std::vector<double> logarithms_;  // 0 for an income of 0
    std::size_t zeros_ = 0;           // how many incomes are 0
};

/// Gini of three classes of 40, 40 and 20 % of the households from the first's and the last's share of all income:
/// 0.2 - 0.8 bottom + 0.6 top. It leaves out what is unequal within a class, so that it is at most the Gini from every
/// income.
///
/// Source: the sum 1 - sum of f (Y + Y before) of Sonu, Irham and Jamhari (Tanjung Selor) for its classes.
[[nodiscard]] double gini_of_classes(double bottom_40_share, double top_20_share);

/// Gini times n / (n - 1), so that it is 1 and not 1 - 1 / n where one of `households` has all income; at most 1. NaN
/// for fewer than two.
///
/// Source: Deltas (2003), "The small-sample bias of the Gini coefficient: results and implications for empirical
/// research", Review of Economics and Statistics 85, 226-234.
[[nodiscard]] double gini_for_small_sample(double gini, std::size_t households);

/// The Lorenz curve at `shares` (of the weights, ascending, 0 to 1): the part of all income that goes to the poorest
/// so many; between two incomes on the straight line. Empty where there is no income.
[[nodiscard]] std::vector<double> lorenz_curve(const SortedIncomes& sorted, std::span<const double> shares);

/// Into how many parts of equal weight, poorest to richest, some incomes can be cut so that each part holds at least
/// `fewest` of them: 20, 10, 5, 2 or 1. An income is in the part in which the middle of its weight lies.
[[nodiscard]] std::size_t lorenz_parts(std::span<const double> weights, std::size_t fewest);

}  // namespace desakota::welfare
