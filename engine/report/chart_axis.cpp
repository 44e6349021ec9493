#include "engine/report/chart_axis.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/core/shown_number.h"

namespace desakota::report {
namespace {

struct Range {
    double least = std::numeric_limits<double>::infinity();
    double most = -std::numeric_limits<double>::infinity();

    void add(double value) {
        if (!std::isfinite(value)) return;
        least = std::min(least, value);
        most = std::max(most, value);
    }
    [[nodiscard]] Axis axis() const { return least > most ? Axis{} : axis_over(least, most); }
};

/// 1, 2 or 5 times a power of ten, at least `least`.
double round_step(double least) {
    const auto power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= least * 0.999) return factor * power;
    }
    return 10.0 * power;
}

}  // namespace

std::vector<double> Axis::marks() const {
    std::vector<double> marks;
    const auto count = std::lround((to - from) / step);
    marks.reserve(static_cast<std::size_t>(count) + 1);
    for (long i = 0; i <= count; ++i) marks.push_back(from + static_cast<double>(i) * step);
    return marks;
}

std::string Axis::shown(double mark, core::Language language) const {
    const auto decimals = static_cast<int>(std::clamp(-std::floor(std::log10(step) + 1e-9), 0.0, 12.0));
    const auto is_zero = std::abs(mark) < step * 1e-6;
    return core::shown_number(is_zero ? 0.0 : mark, decimals, language);
}

Axis axis_over(double least, double most) {
    constexpr double kMarks = 5.0;
    if (!(most > least)) {
        const auto beyond = std::max(std::abs(least) * 0.1, 0.5);
        least -= beyond;
        most += beyond;
    }
    const auto step = round_step((most - least) / kMarks);
    return {std::floor(least / step + 1e-9) * step, std::ceil(most / step - 1e-9) * step, step};
}

Axis x_axis_of(const Chart& chart) {
    Range range;
    for (const auto& series : chart.series) {
        for (const auto& point : series.points) range.add(point.x);
    }
    return range.axis();
}

Axis y_axis_of(const Chart& chart) {
    Range range;
    const bool has_limits = chart.kind == ChartKind::Intervals;
    if (chart.kind == ChartKind::Bars) range.add(0.0);
    for (const auto& series : chart.series) {
        for (const auto& point : series.points) {
            range.add(point.y);
            if (!has_limits) continue;
            range.add(point.low.value_or(point.y));
            range.add(point.high.value_or(point.y));
        }
    }
    return range.axis();
}

}  // namespace desakota::report
