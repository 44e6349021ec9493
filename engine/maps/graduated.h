#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/core/text.h"
#include "engine/layers/layer.h"
#include "engine/maps/style.h"
#include "engine/statistics/breaks.h"

namespace desakota::maps {

/// How a column of numbers is cut into classes.
struct Graduation {
    std::string field;
    /// Limits that a policy sets, ascending, at most four. They go before any rule. Empty: none.
    std::vector<double> policy_limits;
    statistics::BreakRule rule = statistics::BreakRule::Jenks;
    std::size_t most_classes = 5;  ///< 1 to 5, the class for zero and that without data aside
    core::Text worse;              ///< as Style::worse; empty: "The darker, the higher."
};

/// A style by the numbers in one column of the layer: areas darker, points also larger from class to class. In the
/// legend's order:
///
///   1. a class for zero, where there are zeros and nothing below (none with policy limits);
///   2. the classes between the policy limits, or else those that the rule makes of the other numbers;
///   3. "no data", where a row has none.
///
/// Natural breaks make no more classes than explain 99 % of the variance, so that small differences get no colours of
/// their own. Each class is without its lower limit and with its upper one, which the heading says. The limits of a
/// rule are written as short as possible without any value changing its class, and hold as written; shares (columns
/// that begin with share_ or end with _share) are written in %, others in the column's unit.
///
/// Throws std::logic_error where the layer lacks the column or it holds text.
[[nodiscard]] Style graduated_style(const layers::Layer& layer, const Graduation& graduation);

/// The same style by natural breaks, where its fixed ranges of one column (range_classes(), maybe behind criteria that
/// all share) tell too little: where the layer's rows lie in at most two of them, but differ. Name, title, heading,
/// names, doubt and all other classes stay, behind the ranges. Any other style is given back as it is.
[[nodiscard]] Style with_natural_breaks_where_alike(Style style, const layers::Layer& layer);

}  // namespace desakota::maps
