#pragma once

#include <string>
#include <vector>

#include "engine/core/text.h"
#include "engine/report/report.h"

namespace desakota::report {

/// A range of values with round marks, about five of them, that cover it.
struct Axis {
    double from = 0.0;
    double to = 1.0;
    double step = 1.0;

    /// 0 at `from`, 1 at `to`.
    [[nodiscard]] double share(double value) const { return (value - from) / (to - from); }
    [[nodiscard]] std::vector<double> marks() const;
    [[nodiscard]] std::string shown(double mark, core::Language language) const;
};
/// `least` and `most` are finite; an axis of one value reaches a little beyond it.
[[nodiscard]] Axis axis_over(double least, double most);

/// The axes of a chart: of its points' x, and of their y with their limits. Bars begin at 0.
[[nodiscard]] Axis x_axis_of(const Chart& chart);
[[nodiscard]] Axis y_axis_of(const Chart& chart);

}  // namespace desakota::report
