#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "engine/welfare/composite.h"
#include "engine/welfare/scheme.h"

namespace desakota::welfare {

/// What raises a score: one indicator from its value to the best there is.
struct Raise {
    std::size_t indicator = 0;
    double gain = 0.0;  ///< of the score
    double cost = 1.0;
};

/// The raises that together gain at least `needed` at the least cost, by a Pareto list of (cost, gain); of equally
/// cheap ones those that gain most. In the order of their gains, the greatest first. Missing where all together are not
/// enough. Where all cost alike it is the fewest raises.
///
/// Source: Nemhauser and Ullmann (1969), "Discrete dynamic programming and capital allocation", Management Science 15,
/// 494-505.
[[nodiscard]] std::optional<std::vector<Raise>> cheapest_raises(std::span<const Raise> possible, double needed);

/// The way of one row to the next better class.
struct NextClass {
    std::size_t class_place = 0;  ///< in Scheme::classes
    double least_score = 0.0;     ///< the scheme's break, and its `step_above_break`
    double lacking = 0.0;         ///< what the score lacks of it
    std::optional<std::vector<Raise>> raises;
};

/// Missing for a row without a score, one in the best class, and schemes without steps. `costs`: of raising each
/// indicator; NaN: it cannot be raised.
[[nodiscard]] std::optional<NextClass> next_class(const Scheme& scheme, const Composite& composite, std::size_t row,
                                                  std::span<const double> costs);

}  // namespace desakota::welfare
