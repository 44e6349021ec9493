#pragma once

#include <span>

namespace desakota::welfare {

/// What the split of inequality needs to know of one settlement: its weight in households or persons (above 0), its
/// mean income, and Theil's measures within it (NaN where not defined).
struct SettlementIncome {
    double weight = 0.0;
    double mean_income = 0.0;
    double theil_t = 0.0;
    double theil_l = 0.0;
};

/// A measure of all households together as the sum of what lies within the settlements and what lies between them.
/// NaN where it is not defined.
struct TheilParts {
    double within = 0.0;
    double between = 0.0;
    /// Between 0 and 1; NaN where there is no inequality at all.
    [[nodiscard]] double within_share() const { return within / (within + between); }
    [[nodiscard]] double between_share() const { return between / (within + between); }
};

/// T = sum of s T_g + sum of s ln(m_g / m) with the settlements' shares s of all income; a settlement without income
/// adds 0.
///
/// Source: Shorrocks (1980), "The class of additively decomposable inequality measures", Econometrica 48, 613-625.
[[nodiscard]] TheilParts theil_t_parts(std::span<const SettlementIncome> settlements);
/// L = sum of f L_g + sum of f ln(m / m_g) with the settlements' shares f of all households or persons. Source: the
/// same.
[[nodiscard]] TheilParts theil_l_parts(std::span<const SettlementIncome> settlements);

/// Variation of the settlements' mean incomes, over the mean: 0 (all alike) and above, even above 1. NaN for fewer than
/// two settlements and where there is no income.
///
/// Source: Williamson (1965), "Regional inequality and the process of national development", Economic Development and
/// Cultural Change 13(4, part 2), 1-84.
struct Williamson {
    double weighted = 0.0;              ///< each settlement by its weight, about the mean of all households or persons
    double unweighted = 0.0;            ///< each settlement alike, about the plain mean of the settlements
    double unweighted_about_all = 0.0;  ///< each settlement alike, about the mean of all households or persons
};
[[nodiscard]] Williamson williamson(std::span<const SettlementIncome> settlements);

}  // namespace desakota::welfare
