#include "engine/study/report_charts.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <variant>

#include "engine/analyses/quantity_text.h"
#include "engine/study/shown_values.h"
#include "engine/study/threshold_findings.h"

namespace desakota::study {
namespace {

using analyses::fill_text;
using core::Text;
using layers::Layer;
using report::Chart;
using report::ChartKind;
using report::ChartPoint;

constexpr double kPercent = 100.0;
constexpr double kKilometre = 1000.0;
constexpr std::size_t kMostCurvePoints = 200;
constexpr std::size_t kMostIntervals = 42;
constexpr std::size_t kBestIntervals = 5;  // where not all fit
constexpr std::size_t kFewestPoints = 3;   // in a scatter

Chart chart_of(const char* id, ChartKind kind, Text title, Text x_title, Text y_title) {
    Chart chart;
    chart.id = id;
    chart.kind = kind;
    chart.title = std::move(title);
    chart.x_title = std::move(x_title);
    chart.y_title = std::move(y_title);
    return chart;
}

ChartPoint point(double x, double y) {
    ChartPoint found;
    found.x = x;
    found.y = y;
    return found;
}

/// At most so many of the points, evenly taken, the first and the last among them.
std::vector<ChartPoint> thinned(const std::vector<ChartPoint>& points, std::size_t most) {
    if (points.size() <= most) return points;
    std::vector<ChartPoint> kept;
    kept.reserve(most);
    for (std::size_t i = 0; i < most; ++i) kept.push_back(points[i * (points.size() - 1) / (most - 1)]);
    return kept;
}

void add_lorenz(std::vector<Chart>& charts, const StudyResults& results) {
    const auto* run = results.first_of("inequality");
    const auto* layer = run == nullptr ? nullptr : companion_of(*run, "_lorenz");
    if (layer == nullptr) return;
    std::vector<ChartPoint> points;
    for (std::size_t row = 0; row < layer->row_count; ++row) {
        if (text_in(*layer, "group_field", row) != std::string_view("total")) continue;
        const auto units = number_in(*layer, "units_share", row);
        const auto income = number_in(*layer, "income_share", row);
        if (units && income) points.push_back(point(*units * kPercent, *income * kPercent));
    }
    if (points.size() < kFewestPoints) return;
    auto chart = chart_of("lorenz_curve", ChartKind::Curve, {"Lorenz curve of incomes", "Kurva Lorenz pendapatan"},
                          {"Poorest share (%)", "Bagian termiskin (%)"},
                          {"Their share of all income (%)", "Porsi pendapatannya (%)"});
    chart.description = {
        "How much of all income the poorest have together; the farther the curve lies below the line, the less equal "
        "incomes are.",
        "Seberapa besar porsi pendapatan penduduk termiskin; makin jauh kurva di bawah garis, makin timpang "
        "pendapatan."};
    chart.series.push_back({{"Incomes", "Pendapatan"}, thinned(points, kMostCurvePoints), false});
    chart.series.push_back({{"All equal", "Merata sempurna"}, {point(0.0, 0.0), point(kPercent, kPercent)}, true});
    charts.push_back(std::move(chart));
}

bool is_sajogyo_share(const std::string& name) {
    return name.starts_with("sajogyo_") && name.ends_with("_share") &&
           name.find("poor_households") == std::string::npos && name.find("poor_persons") == std::string::npos;
}

/// What stands behind the last comma: "poorest" of "Sajogyo: share of households, poorest".
std::string behind_comma(const std::string& alias) {
    const auto place = alias.rfind(", ");
    return place == std::string::npos ? alias : alias.substr(place + 2);
}

void add_sajogyo(std::vector<Chart>& charts, const StudyResults& results) {
    const auto* run = results.first_of("poverty");
    const auto* summary = run == nullptr ? nullptr : companion_of(*run, "_summary");
    const auto row = summary == nullptr ? std::nullopt : total_row(*summary);
    if (!row) return;
    auto chart = chart_of("sajogyo_classes", ChartKind::Bars,
                          {"Households by class of Sajogyo", "Rumah tangga menurut kelas Sajogyo"}, {"Class", "Kelas"},
                          {"Share of households (%)", "Bagian rumah tangga (%)"});
    report::Series bars;
    bars.label = {"Households", "Rumah tangga"};
    for (const auto& column : summary->columns) {
        if (!is_sajogyo_share(column.name())) continue;
        const auto share = column.number(*row);
        if (!share) continue;
        const auto& alias = column.definition().alias;
        chart.categories.push_back({behind_comma(alias.english), behind_comma(alias.indonesian)});
        bars.points.push_back(point(static_cast<double>(bars.points.size()), *share * kPercent));
    }
    if (bars.points.empty()) return;
    chart.description = {"The share of all households in each class by the rice that their income buys.",
                         "Bagian rumah tangga pada tiap kelas menurut beras yang dapat dibeli dari pendapatannya."};
    chart.series.push_back(std::move(bars));
    charts.push_back(std::move(chart));
}

/// The families in each class of a style; nothing where none are known.
report::Series families_by_class(const Layer& layer, const maps::Style& style) {
    report::Series series;
    for (std::size_t i = 0; i < style.classes.size(); ++i) series.points.push_back(point(static_cast<double>(i), 0.0));
    double all = 0.0;
    for (std::size_t row = 0; row < layer.row_count; ++row) {
        const auto families = number_in(layer, "families", row);
        const auto found = maps::class_of(style, layer, row);
        if (!families || !found) continue;
        series.points[*found].y += *families;
        all += *families;
    }
    if (all <= 0.0) series.points.clear();
    return series;
}

bool is_range(const maps::StyleClass& one) {
    return std::ranges::any_of(
        one.criteria, [](const maps::Criterion& criterion) { return std::holds_alternative<maps::Within>(criterion); });
}

/// Leaves out what is no class of distance and holds no family in any season.
void drop_empty_classes(Chart& chart, const maps::Style& style) {
    for (std::size_t i = style.classes.size(); i-- > 0;) {
        const bool is_empty =
            std::ranges::all_of(chart.series, [&](const report::Series& one) { return one.points[i].y <= 0.0; });
        if (!is_empty || is_range(style.classes[i])) continue;
        const auto place = static_cast<std::ptrdiff_t>(i);
        chart.categories.erase(chart.categories.begin() + place);
        for (auto& one : chart.series) one.points.erase(one.points.begin() + place);
    }
    for (auto& one : chart.series) {
        for (std::size_t i = 0; i < one.points.size(); ++i) one.points[i].x = static_cast<double>(i);
    }
}

void add_distance_classes(std::vector<Chart>& charts, const StudyResults& results) {
    const auto* first = results.first_of("health-access");
    if (first == nullptr) return;
    auto chart = chart_of("families_by_distance", ChartKind::Bars,
                          {"Families by the distance of their settlement", "Keluarga menurut jarak permukimannya"},
                          {"Distance of the settlement to the facility", "Jarak permukiman ke fasilitas"},
                          {"Families", "Keluarga"});
    const maps::Style* classes = nullptr;
    for (const auto& run : results.runs) {
        if (run.analysis->id != "health-access" || run.name != first->name) continue;
        const auto& layer = run.results.layers.front();
        const auto& styles = styles_of(run, layer);
        const auto style = std::ranges::find(styles, "distance", &maps::Style::name);
        if (style == styles.end()) continue;
        auto series = families_by_class(layer, *style);
        if (series.points.empty()) continue;
        const auto season = season_title(run);
        series.label = season.english.empty() ? Text{"Families", "Keluarga"} : season;
        if (chart.series.empty()) {
            classes = &*style;
            for (const auto& one : style->classes) chart.categories.push_back(one.label);
        }
        chart.series.push_back(std::move(series));
    }
    if (classes == nullptr) return;
    drop_empty_classes(chart, *classes);
    chart.description = {
        "How many families live in settlements of each class of distance. Each settlement counts as a whole, by the "
        "way from the middle of its families; the key findings spread its families along the roads, so that a part of "
        "them may be "
        "nearer or farther.",
        "Jumlah keluarga yang tinggal di permukiman pada tiap kelas jarak. Tiap permukiman dihitung utuh menurut "
        "jarak dari tengah sebaran keluarganya; temuan utama menyebarkan keluarganya sepanjang jalan, sehingga "
        "sebagian bisa lebih "
        "dekat atau lebih jauh."};
    charts.push_back(std::move(chart));
}

void add_distance_and_poverty(std::vector<Chart>& charts, const StudyResults& results,
                              const StudySettlements& settlements) {
    const auto* health = results.first_of("health-access");
    const auto* poverty = results.first_of("poverty");
    const auto* ways = health == nullptr ? nullptr : settlement_layer(*health);
    const auto* poor = poverty == nullptr ? nullptr : settlement_layer(*poverty);
    const auto* share_column = poor == nullptr ? nullptr : poor_share_column(*poor);
    if (ways == nullptr || share_column == nullptr) return;
    const auto way_rows = rows_of(*ways, settlements);
    const auto poor_rows = rows_of(*poor, settlements);
    report::Series series;
    series.label = {"Settlements", "Permukiman"};
    for (std::size_t i = 0; i < settlements.size(); ++i) {
        const auto metres = number_in(*ways, "total_m", way_rows[i]);
        const auto share = number_in(*poor, share_column->name(), poor_rows[i]);
        if (!metres || !share) continue;
        series.points.push_back(point(*metres / kKilometre, *share * kPercent));
        series.points.back().name = settlements.names[i];
    }
    if (series.points.size() < kFewestPoints) return;
    auto chart = chart_of("distance_and_poverty", ChartKind::Scatter, {"Distance and poverty", "Jarak dan kemiskinan"},
                          {"Distance to the facility (km)", "Jarak ke fasilitas (km)"},
                          {"Poor households (%)", "Rumah tangga miskin (%)"});
    chart.description = {"Each point is a settlement; that both go together does not say that one causes the other.",
                         "Tiap titik ialah satu permukiman; kaitan keduanya belum berarti sebab akibat."};
    chart.series.push_back(std::move(series));
    charts.push_back(std::move(chart));
}

Text count_text(std::size_t count) {
    return analyses::grouped(static_cast<double>(count));
}

std::vector<ChartPoint> rank_intervals(const Layer& layer) {
    std::vector<ChartPoint> points;
    for (std::size_t row = 0; row < layer.row_count; ++row) {
        const auto rank = number_in(layer, "rank", row);
        if (!rank) continue;
        auto found = point(0.0, *rank);
        found.low = number_in(layer, "rank_low", row);
        found.high = number_in(layer, "rank_high", row);
        found.name = std::string(text_in(layer, "settlement_name", row).value_or(""));
        if (found.name.empty()) found.name = std::string(text_in(layer, "settlement_id", row).value_or(""));
        if (found.low && found.high) points.push_back(std::move(found));
    }
    std::ranges::stable_sort(points, {}, &ChartPoint::y);
    if (points.size() > kMostIntervals) {
        points.erase(points.begin() + static_cast<std::ptrdiff_t>(kBestIntervals),
                     points.end() - static_cast<std::ptrdiff_t>(kMostIntervals - kBestIntervals));
    }
    for (std::size_t i = 0; i < points.size(); ++i) points[i].x = static_cast<double>(i);
    return points;
}

void add_ranks(std::vector<Chart>& charts, const StudyResults& results) {
    const auto* run = results.first_of("composite-index");
    const auto* layer = run == nullptr ? nullptr : settlement_layer(*run);
    if (layer == nullptr) return;
    report::Series series;
    series.label = {"Rank (1 is best)", "Peringkat (1 terbaik)"};
    series.points = rank_intervals(*layer);
    if (series.points.empty()) return;
    auto chart =
        chart_of("rank_intervals", ChartKind::Intervals, {"How sure the ranks are", "Seberapa pasti peringkatnya"},
                 {"Settlement", "Permukiman"}, {"Rank (1 is best)", "Peringkat (1 terbaik)"});
    chart.description = {
        "The rank of each settlement, and the range of 90 % of its ranks with other weights and methods.",
        "Peringkat tiap permukiman dan rentang 90 % peringkatnya dengan bobot dan cara lain."};
    if (series.points.size() == kMostIntervals && layer->row_count > kMostIntervals) {
        chart.description = chart.description + fill_text(" The {} best and the {} lowest ranks.",
                                                          " {} peringkat teratas dan {} peringkat terbawah.",
                                                          count_text(kBestIntervals),
                                                          count_text(series.points.size() - kBestIntervals));
    }
    for (const auto& one : series.points) chart.categories.push_back(core::same_text(one.name));
    chart.series.push_back(std::move(series));
    charts.push_back(std::move(chart));
}

}  // namespace

std::vector<Chart> report_charts(const StudyResults& results, const StudySettlements& settlements) {
    std::vector<Chart> charts;
    add_distance_classes(charts, results);
    add_distance_and_poverty(charts, results, settlements);
    add_sajogyo(charts, results);
    add_lorenz(charts, results);
    add_ranks(charts, results);
    return charts;
}

}  // namespace desakota::study
