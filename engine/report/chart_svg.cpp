#include "engine/report/chart_svg.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

#include "engine/core/shown_number.h"
#include "engine/maps/xml.h"
#include "engine/report/chart_axis.h"
#include "engine/report/legend.h"

namespace desakota::report {
namespace {

constexpr double kWidth = 640.0;
constexpr double kLetter = 6.6;  ///< about the width of a letter of 12 units' height
constexpr std::size_t kMostBars = 40;

/// Where the values are drawn.
struct Plot {
    double left = 64.0;
    double right = kWidth - 20.0;
    double top = 12.0;
    double bottom = 300.0;
    Axis x;
    Axis y;

    [[nodiscard]] double across(double share) const { return left + share * (right - left); }
    [[nodiscard]] double up(double share) const { return bottom - share * (bottom - top); }
};

std::string colour_of(std::size_t series) {
    constexpr std::array<maps::Colour, 5> kColours{maps::kBlue, maps::kVermilion, maps::kGreen, maps::kOrange,
                                                   maps::kPurple};
    return colour_code(kColours[series % kColours.size()]);
}

std::string number(double value) {
    return fmt::format("{:.6g}", std::round(value * 10.0) / 10.0);
}

std::string text_at(double x, double y, std::string_view anchor, std::string_view text) {
    return fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"{}\">{}</text>", number(x), number(y), anchor,
                       maps::xml_escaped(text));
}

std::string line(double x1, double y1, double x2, double y2, std::string_view rest) {
    return fmt::format("<path d=\"M{} {}L{} {}\" {}/>", number(x1), number(y1), number(x2), number(y2), rest);
}

std::string shortened(const std::string& text, std::size_t letters) {
    std::string kept;
    std::size_t count = 0;
    for (const char byte : text) {
        const bool begins = (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
        if (begins && ++count > letters) return kept + "…";
        kept += byte;
    }
    return kept;
}

/// The series' names in rows below `top`; moves `top` below them.
std::string series_legend(const Chart& chart, core::Language language, double& top) {
    if (chart.series.size() < 2) return {};
    std::string svg;
    double x = 8.0;
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        const auto label = shortened(chart.series[i].label.in(language), 60);
        const auto width = 40.0 + kLetter * static_cast<double>(label.size());
        if (x > 8.0 && x + width > kWidth) {
            x = 8.0;
            top += 18.0;
        }
        const auto* const dash = chart.series[i].is_reference ? " stroke-dasharray=\"4 3\"" : "";
        svg += line(x, top + 8.0, x + 18.0, top + 8.0,
                    fmt::format("stroke=\"{}\" stroke-width=\"4\"{}", colour_of(i), dash));
        svg += text_at(x + 24.0, top + 12.0, "start", label);
        x += width;
    }
    top += 26.0;
    return svg;
}

std::string upright_axis(const Plot& plot, core::Language language) {
    std::string svg;
    for (const auto mark : plot.y.marks()) {
        const auto y = plot.up(plot.y.share(mark));
        svg += line(plot.left, y, plot.right, y, "stroke=\"#ddd\"");
        svg += text_at(plot.left - 6.0, y + 4.0, "end", plot.y.shown(mark, language));
    }
    return svg;
}

std::string level_axis(const Plot& plot, const Axis& axis, core::Language language) {
    std::string svg;
    for (const auto mark : axis.marks()) {
        const auto x = plot.across(axis.share(mark));
        svg += line(x, plot.top, x, plot.bottom, "stroke=\"#ddd\"");
        svg += text_at(x, plot.bottom + 16.0, "middle", axis.shown(mark, language));
    }
    return svg;
}

std::string points_path(const Series& series, const Plot& plot, std::string_view next) {
    std::string path;
    for (const auto& point : series.points) {
        if (!std::isfinite(point.x) || !std::isfinite(point.y)) continue;
        path += fmt::format("{}{} {}", path.empty() ? "M" : next, number(plot.across(plot.x.share(point.x))),
                            number(plot.up(plot.y.share(point.y))));
        if (next == "M") path += "h0";
    }
    return path;
}

std::string drawn_series(const Chart& chart, std::size_t i, const Plot& plot) {
    const auto& series = chart.series[i];
    const bool is_of_points = chart.kind == ChartKind::Scatter && !series.is_reference;
    const auto* const look = is_of_points          ? "stroke-width=\"7\" stroke-linecap=\"round\" stroke-opacity=\".6\""
                             : series.is_reference ? "stroke-width=\"1.5\" stroke-dasharray=\"5 4\""
                                                   : "stroke-width=\"2.5\"";
    return fmt::format("<path d=\"{}\" fill=\"none\" stroke=\"{}\" {}/>",
                       points_path(series, plot, is_of_points ? "M" : "L"), colour_of(i), look);
}

/// A curve or a scatter.
std::string plane(const Chart& chart, core::Language language, double& height) {
    Plot plot;
    plot.x = x_axis_of(chart);
    plot.y = y_axis_of(chart);
    auto svg = series_legend(chart, language, plot.top);
    svg += text_at(8.0, plot.top + 4.0, "start", chart.y_title.in(language));
    plot.top += 16.0;
    plot.bottom = plot.top + 280.0;
    svg += upright_axis(plot, language) + level_axis(plot, plot.x, language);
    for (std::size_t i = 0; i < chart.series.size(); ++i) svg += drawn_series(chart, i, plot);
    svg += text_at(plot.right, plot.bottom + 34.0, "end", chart.x_title.in(language));
    height = plot.bottom + 44.0;
    return svg;
}

std::string bar(const Plot& plot, const ChartPoint& point, double y, double thickness, const std::string& colour) {
    const auto zero = plot.across(plot.y.share(0.0));
    const auto end = plot.across(plot.y.share(point.y));
    return fmt::format("<path d=\"M{} {}h{}v{}h{}z\" fill=\"{}\"/>", number(zero), number(y - thickness / 2.0),
                       number(end - zero), number(thickness), number(zero - end), colour);
}

std::string interval(const Plot& plot, const ChartPoint& point, double y, const std::string& colour) {
    const auto look = fmt::format("stroke=\"{}\" stroke-width=\"3\" stroke-opacity=\".5\"", colour);
    const auto at = plot.across(plot.y.share(point.y));
    return line(plot.across(plot.y.share(point.low.value_or(point.y))), y,
                plot.across(plot.y.share(point.high.value_or(point.y))), y, look) +
           fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"4\" fill=\"{}\"/>", number(at), number(y), colour);
}

/// The bars or intervals of one category, those of each series below one another.
std::string category_row(const Chart& chart, const Plot& plot, std::size_t row, double top, double height) {
    std::string svg;
    const auto thickness = height / static_cast<double>(chart.series.size());
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        if (row >= chart.series[i].points.size()) continue;
        const auto& point = chart.series[i].points[row];
        if (!std::isfinite(point.y)) continue;
        const auto y = top + thickness * (static_cast<double>(i) + 0.5);
        svg += chart.kind == ChartKind::Bars ? bar(plot, point, y, thickness * 0.9, colour_of(i))
                                             : interval(plot, point, y, colour_of(i));
    }
    return svg;
}

/// One row a category, the first ones where there are many.
std::string category_rows(const Chart& chart, core::Language language, double& height) {
    constexpr double kRow = 22.0;
    const auto rows = std::min(chart.categories.size(), kMostBars);
    Plot plot;
    plot.left = 220.0;
    plot.y = y_axis_of(chart);
    auto svg = series_legend(chart, language, plot.top);
    plot.bottom = plot.top + kRow * static_cast<double>(rows);
    svg += level_axis(plot, plot.y, language);
    for (std::size_t row = 0; row < rows; ++row) {
        const auto top = plot.top + kRow * static_cast<double>(row);
        svg += text_at(plot.left - 8.0, top + 15.0, "end", shortened(chart.categories[row].in(language), 30));
        svg += category_row(chart, plot, row, top + 3.0, kRow - 6.0);
    }
    svg += text_at(plot.right, plot.bottom + 34.0, "end", chart.y_title.in(language));
    if (rows < chart.categories.size()) {
        svg += text_at(8.0, plot.bottom + 34.0, "start",
                       fmt::format("1–{} / {}", rows,
                                   core::shown_number(static_cast<double>(chart.categories.size()), 0, language)));
    }
    height = plot.bottom + 44.0;
    return svg;
}

}  // namespace

std::string chart_svg(const Chart& chart, core::Language language) {
    double height = 0.0;
    const bool is_plane = chart.kind == ChartKind::Curve || chart.kind == ChartKind::Scatter;
    const auto drawn = is_plane ? plane(chart, language, height) : category_rows(chart, language, height);
    return fmt::format(
        "<svg class=\"chart\" role=\"img\" aria-label=\"{}\" viewBox=\"0 0 {} {}\" font-family=\"sans-serif\" "
        "font-size=\"12\" fill=\"#222\">{}</svg>",
        maps::xml_escaped(chart.description.in(language)), number(kWidth), number(height), drawn);
}

}  // namespace desakota::report
