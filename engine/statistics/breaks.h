#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace desakota::statistics {

/// Numbers in ascending order, none of them missing: what a column's missing rows cannot be taken for. std::logic_error
/// where one is NaN or infinite.
class FiniteValues {
public:
    explicit FiniteValues(std::vector<double> values);
    [[nodiscard]] std::span<const double> sorted() const { return values_; }

private:
    std::vector<double> values_;
};

enum class BreakRule : std::uint8_t {
    /// Natural breaks: of all ways to cut the values into classes, one with the least sum of squared deviations from
    /// the classes' means; of several, the one whose last classes begin lowest. Exact, in O(k n log n).
    Jenks,
    /// As many values in each class as ties allow: break i of k is the least value with at least i / k of all values
    /// at or below it (the inverse of the empirical distribution function; nothing is interpolated).
    Quantile,
    EqualInterval,  ///< classes of the same width from the least value to the greatest; some may hold no value
};

/// The upper limits of at most `classes` classes, strictly ascending, the last the greatest value. A value belongs to
/// the first class whose limit it does not exceed. Values that repeat make fewer classes: one for each distinct value
/// where there are not more of those than classes; a quantile that falls together with the next counts once. No
/// breaks for no values or no classes.
///
/// Sources: Jenks (1967), "The data model concept in statistical mapping", International Yearbook of Cartography 7,
/// 186-190; the dynamic programme: Fisher (1958), "On grouping for maximum homogeneity", Journal of the American
/// Statistical Association 53, 789-798; its division: Grønlund and others (2017), "Fast exact k-means, k-medians and
/// Bregman divergence clustering in 1D", arXiv 1701.07204. Quantiles: type 1 of Hyndman and Fan (1996), "Sample
/// quantiles in statistical packages", The American Statistician 50, 361-365.
[[nodiscard]] std::vector<double> class_breaks(const FiniteValues& values, std::size_t classes, BreakRule rule);

/// Goodness of variance fit, 0 to 1: 1 - the squared deviations from the classes' means over those from the mean of
/// all values. 1 where all values are the same. `breaks` as class_breaks() gives them.
[[nodiscard]] double goodness_of_variance_fit(const FiniteValues& values, std::span<const double> breaks);

}  // namespace desakota::statistics
