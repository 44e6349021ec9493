#include "engine/report/pdf_charts.h"

#include <algorithm>
#include <array>
#include <cairo.h>
#include <cmath>
#include <string>

#include "engine/report/chart_axis.h"

namespace desakota::report {
namespace {

using core::Language;

constexpr double kPlaneHeight = 210.0;
constexpr double kRowHeight = 14.0;
constexpr double kCategoryWidth = 150.0;
constexpr double kMarkWidth = 40.0;
constexpr double kLegendLine = 12.0;
constexpr std::size_t kMostRows = 42;
/// What a chart takes besides its body: the title's own height, then its words, legend and axes.
constexpr double kTitle = 24.0;
constexpr double kAxes = 40.0;
constexpr double kWords = 40.0;
constexpr PdfText kMark{7.5, false, maps::kDarkGrey};
constexpr maps::Colour kGridGrey{220, 220, 220};

/// Where values lie on the page.
struct Plot {
    double left = 0.0;
    double right = 0.0;
    double top = 0.0;
    double bottom = 0.0;

    [[nodiscard]] double across(double share) const { return left + share * (right - left); }
    [[nodiscard]] double up(double share) const { return bottom - share * (bottom - top); }
};

bool is_plane(const Chart& chart) {
    return chart.kind == ChartKind::Curve || chart.kind == ChartKind::Scatter;
}
std::size_t row_count(const Chart& chart) {
    return std::min(chart.categories.size(), kMostRows);
}
double body_height(const Chart& chart) {
    return is_plane(chart) ? kPlaneHeight : kRowHeight * static_cast<double>(row_count(chart));
}
double legend_height(const Chart& chart) {
    return chart.series.size() < 2 ? 0.0 : kLegendLine * static_cast<double>(chart.series.size());
}

/// Told apart in grey print by the order of their darkness too.
const maps::Colour& colour_of(std::size_t series) {
    static constexpr std::array<maps::Colour, 4> kColours{maps::kBlue, maps::kOrange, maps::kVermilion, maps::kGreen};
    return kColours[series % kColours.size()];
}

class ChartDrawing {
public:
    ChartDrawing(PdfPages& pages, const Chart& chart, Language language)
        : pages_(pages), chart_(chart), language_(language), canvas_(pages.canvas()) {}

    void draw() {
        const double body = body_height(chart_);
        pages_.heading(chart_.title.in(language_), 2, chart_height(chart_) - kTitle);
        pages_.paragraph(chart_.description.in(language_), kSmallText);
        if (legend_height(chart_) > 0.0) draw_legend();
        is_plane(chart_) ? plane(body) : rows(body);
    }

private:
    void use(const maps::Colour& colour, double opacity = 1.0) {
        constexpr double kMost = 255.0;
        cairo_set_source_rgba(canvas_, colour.red / kMost, colour.green / kMost, colour.blue / kMost, opacity);
    }

    void line(double x1, double y1, double x2, double y2, double width) {
        cairo_set_line_width(canvas_, width);
        cairo_move_to(canvas_, x1, y1);
        cairo_line_to(canvas_, x2, y2);
        cairo_stroke(canvas_);
    }

    void draw_legend() {
        constexpr double kSample = 16.0;
        for (std::size_t i = 0; i < chart_.series.size(); ++i) {
            use(colour_of(i));
            set_dash(chart_.series[i].is_reference);
            line(PdfPages::kLeft, pages_.y() + kLegendLine / 2.0, PdfPages::kLeft + kSample,
                 pages_.y() + kLegendLine / 2.0, 3.0);
            set_dash(false);
            pages_.text_at(chart_.series[i].label.in(language_), kMark,
                           {PdfPages::kLeft + kSample + 6.0, pages_.y() + 1.0, PdfPages::kWidth - kSample - 6.0,
                            PdfAlign::Left, 1});
            pages_.advance(kLegendLine);
        }
    }

    void set_dash(bool is_dashed) {
        static constexpr std::array<double, 2> kDash{4.0, 3.0};
        cairo_set_dash(canvas_, kDash.data(), is_dashed ? 2 : 0, 0.0);
    }

    void level_marks(const Axis& axis, const Plot& plot) {
        for (const auto mark : axis.marks()) {
            const double x = plot.across(axis.share(mark));
            use(kGridGrey);
            line(x, plot.top, x, plot.bottom, 0.5);
            pages_.text_at(axis.shown(mark, language_), kMark,
                           {x - kMarkWidth / 2.0, plot.bottom + 3.0, kMarkWidth, PdfAlign::Centre, 1});
        }
    }
    void upright_marks(const Axis& axis, const Plot& plot) {
        for (const auto mark : axis.marks()) {
            const double y = plot.up(axis.share(mark));
            use(kGridGrey);
            line(plot.left, y, plot.right, y, 0.5);
            pages_.text_at(axis.shown(mark, language_), kMark,
                           {plot.left - kMarkWidth - 4.0, y - 5.0, kMarkWidth, PdfAlign::Right, 1});
        }
    }

    void plane(double height) {
        pages_.text_at(chart_.y_title.in(language_), kMark,
                       {PdfPages::kLeft, pages_.y(), PdfPages::kWidth, PdfAlign::Left, 1});
        pages_.advance(14.0);
        const Plot plot{PdfPages::kLeft + kMarkWidth + 6.0, PdfPages::kLeft + PdfPages::kWidth - 20.0, pages_.y(),
                        pages_.y() + height};
        const auto x = x_axis_of(chart_);
        const auto y = y_axis_of(chart_);
        upright_marks(y, plot);
        level_marks(x, plot);
        for (std::size_t i = 0; i < chart_.series.size(); ++i) {
            const auto& series = chart_.series[i];
            use(colour_of(i), chart_.kind == ChartKind::Scatter && !series.is_reference ? 0.65 : 1.0);
            const auto at = [&](const ChartPoint& point) {
                return std::pair(plot.across(x.share(point.x)), plot.up(y.share(point.y)));
            };
            chart_.kind == ChartKind::Scatter && !series.is_reference ? points(series, at) : curve(series, at);
        }
        pages_.advance(height);
        x_title();
    }

    template <class At>
    void points(const Series& series, const At& at) {
        constexpr double kRadius = 2.6;
        for (const auto& point : series.points) {
            if (!std::isfinite(point.x) || !std::isfinite(point.y)) continue;
            const auto [x, y] = at(point);
            cairo_new_path(canvas_);
            cairo_arc(canvas_, x, y, kRadius, 0.0, 2.0 * 3.14159265358979);
            cairo_fill(canvas_);
        }
    }

    template <class At>
    void curve(const Series& series, const At& at) {
        cairo_new_path(canvas_);
        for (const auto& point : series.points) {
            if (!std::isfinite(point.x) || !std::isfinite(point.y)) continue;
            const auto [x, y] = at(point);
            cairo_line_to(canvas_, x, y);
        }
        set_dash(series.is_reference);
        cairo_set_line_width(canvas_, series.is_reference ? 1.0 : 1.8);
        cairo_stroke(canvas_);
        set_dash(false);
    }

    void x_title() {
        pages_.advance(14.0);
        const auto& title =
            chart_.kind == ChartKind::Curve || chart_.kind == ChartKind::Scatter ? chart_.x_title : chart_.y_title;
        pages_.text_at(title.in(language_), kMark,
                       {PdfPages::kLeft, pages_.y(), PdfPages::kWidth - 20.0, PdfAlign::Right, 1});
        pages_.advance(16.0);
    }

    void rows(double height) {
        const Plot plot{PdfPages::kLeft + kCategoryWidth, PdfPages::kLeft + PdfPages::kWidth - 20.0, pages_.y(),
                        pages_.y() + height};
        const auto axis = y_axis_of(chart_);
        level_marks(axis, plot);
        for (std::size_t row = 0; row < row_count(chart_); ++row) {
            const double top = plot.top + kRowHeight * static_cast<double>(row);
            pages_.text_at(chart_.categories[row].in(language_), kMark,
                           {PdfPages::kLeft, top + 2.0, kCategoryWidth - 8.0, PdfAlign::Right, 1});
            category(axis, plot, row, top);
        }
        pages_.advance(height);
        x_title();
    }

    void category(const Axis& axis, const Plot& plot, std::size_t row, double top) {
        const double thickness = (kRowHeight - 4.0) / static_cast<double>(chart_.series.size());
        for (std::size_t i = 0; i < chart_.series.size(); ++i) {
            const auto& points = chart_.series[i].points;
            if (row >= points.size() || !std::isfinite(points[row].y)) continue;
            const double y = top + 2.0 + thickness * static_cast<double>(i);
            use(colour_of(i));
            chart_.kind == ChartKind::Bars ? bar(plot, axis, points[row], {y, thickness})
                                           : interval(plot, axis, points[row], y + thickness / 2.0);
        }
    }

    struct Band {
        double top = 0.0;
        double thickness = 0.0;
    };
    void bar(const Plot& plot, const Axis& axis, const ChartPoint& point, const Band& band) {
        const double zero = plot.across(axis.share(0.0));
        cairo_rectangle(canvas_, zero, band.top, plot.across(axis.share(point.y)) - zero, band.thickness * 0.92);
        cairo_fill(canvas_);
    }

    void interval(const Plot& plot, const Axis& axis, const ChartPoint& point, double y) {
        line(plot.across(axis.share(point.low.value_or(point.y))), y,
             plot.across(axis.share(point.high.value_or(point.y))), y, 1.6);
        cairo_new_path(canvas_);
        cairo_arc(canvas_, plot.across(axis.share(point.y)), y, 2.8, 0.0, 2.0 * 3.14159265358979);
        cairo_fill(canvas_);
    }

    PdfPages& pages_;
    const Chart& chart_;
    Language language_;
    cairo_t* canvas_;
};

}  // namespace

double chart_height(const Chart& chart) {
    return kTitle + kWords + legend_height(chart) + body_height(chart) + kAxes;
}

void draw_chart(PdfPages& pages, const Chart& chart, core::Language language) {
    if (chart.series.empty()) return;
    ChartDrawing(pages, chart, language).draw();
}

}  // namespace desakota::report
