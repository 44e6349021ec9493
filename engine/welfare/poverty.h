#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace desakota::welfare {

/// Whether someone whose income is exactly the line is poor; by the usual definition (BPS) not.
enum class AtLine : std::uint8_t { NotPoor, Poor };

/// Households in ascending order of their income per head.
struct SortedIncomes {
    std::span<const double> per_head;    ///< in the unit of the line; none negative
    std::span<const double> households;  ///< how many households each stands for: its survey weight, or 1
    std::span<const double> persons;     ///< how many persons: weight x members; all 0 where they are not known
};

/// How many of the poorest are poor. An income within a billionth of the line is at it, so that a yearly income
/// divided by twelve is no other than a monthly one.
[[nodiscard]] std::size_t count_poor(std::span<const double> ascending, double line, AtLine at_line);

/// Sums from which the measures of Foster, Greer and Thorbecke follow. Those of several settlements add up to those of
/// all of them.
struct PovertySums {
    double households = 0.0;
    double persons = 0.0;
    double poor_households = 0.0;
    double poor_persons = 0.0;
    double gaps = 0.0;          ///< of poor persons: the sum of (line - income) / line
    double squared_gaps = 0.0;  ///< the sum of its squares

    PovertySums& operator+=(const PovertySums& other);

    /// Shares of households and of persons (P0), the gap and severity indices of persons (P1, P2), each from 0 to 1 and
    /// missing where there is nobody.
    [[nodiscard]] std::optional<double> poor_households_share() const;
    [[nodiscard]] std::optional<double> poor_persons_share() const;
    [[nodiscard]] std::optional<double> gap_index() const;
    [[nodiscard]] std::optional<double> severity_index() const;
};

/// Of households of which the first `poor` are poor by the line (above 0).
///
/// Source: Foster, Greer and Thorbecke (1984), "A class of decomposable poverty measures", Econometrica 52, 761-766.
[[nodiscard]] PovertySums sum_poverty(const SortedIncomes& incomes, double line, std::size_t poor);

}  // namespace desakota::welfare
