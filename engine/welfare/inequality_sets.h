#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/core/progress.h"
#include "engine/statistics/interval.h"
#include "engine/statistics/resampling.h"
#include "engine/welfare/inequality.h"

namespace desakota::welfare {

/// The households that count, settlement by settlement, within each by income (and of the same income by weight): those
/// of settlement s are first[s] .. first[s + 1].
struct IncomeSample {
    std::vector<double> incomes;  ///< none negative
    std::vector<double> weights;  ///< above 0
    std::vector<std::uint32_t> first;
    /// How many households each settlement has, where that is known and not less than those sampled.
    std::vector<std::optional<double>> populations;

    [[nodiscard]] std::size_t settlement_count() const { return populations.size(); }
    [[nodiscard]] std::size_t size_of(std::size_t settlement) const {
        return first[settlement + 1] - first[settlement];
    }
    [[nodiscard]] std::span<const double> incomes_of(std::size_t settlement) const {
        return std::span(incomes).subspan(first[settlement], size_of(settlement));
    }
    [[nodiscard]] std::span<const double> weights_of(std::size_t settlement) const {
        return std::span(weights).subspan(first[settlement], size_of(settlement));
    }
};
/// Puts each settlement's households in order. `incomes` and `weights`: settlement by settlement as `first` says.
void put_in_order(IncomeSample& sample);

/// How the figures of several settlements come about.
enum class Together : std::uint8_t {
    Pooled,             ///< from all households
    MeanOfSettlements,  ///< the plain mean of the settlements' figures, of each figure over those that have it
};

/// Some settlements whose figures are wanted together; one alone is a set, too.
struct IncomeSet {
    std::span<const std::uint32_t> settlements;
    bool with_intervals = false;
    bool with_curve = false;
};

/// What a point of a Lorenz curve says: the poorest `units` (a share of households or persons) have `income` of all.
struct LorenzPoint {
    double units = 0.0;
    double income = 0.0;
    bool operator==(const LorenzPoint&) const = default;
};

/// Intervals of 95 % from a bootstrap within the settlements (statistics/resampling.h).
struct InequalityIntervals {
    std::optional<statistics::Interval> gini;
    std::optional<statistics::Interval> gini_grouped;
    std::optional<statistics::Interval> theil_t;
    std::optional<statistics::Interval> bottom_40_share;
};

struct SetInequality {
    Inequality figures;
    InequalityIntervals intervals;
    /// Of all households pooled, in 20 equal parts or in as many fewer that each rests on `fewest_in_part` households
    /// at least.
    std::vector<LorenzPoint> curve;
};

struct InequalityQuestion {
    Together together = Together::Pooled;
    bool for_small_sample = false;  ///< Gini times n / (n - 1)
    std::size_t fewest_in_part = 5;
    statistics::Resampling resampling;
    int threads = 1;
};

/// The figures of each set. They do not depend on the number of threads; the same settlements give the same intervals
/// whatever other sets there are.
[[nodiscard]] std::vector<SetInequality> inequality_of(const IncomeSample& sample, std::span<const IncomeSet> sets,
                                                       const InequalityQuestion& question, core::Progress& progress);

}  // namespace desakota::welfare
